import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const requestFor: Translated<typeof en.requestFor> = {
  title: 'طلب جديد باسم عميل',
  lead: 'يصل إلى العميل رقم الطلب وكل ما يليه كما لو كان الطلب مكتوبًا منه.',
  customer: 'العميل',
  hint: 'بريده الإلكتروني.',
  searchHint: 'بريده الإلكتروني، أو أول اسمه للعثور عليه.',
  ownHint: 'بريده الإلكتروني. يُترك فارغًا إن كان الطلب يخصك.',
  unknown: 'لا يوجد حساب بهذا العنوان. يمكن لمن يدير الأشخاص إضافته.',
  story: 'ماذا حدث، وما الذي يطلبه العميل؟',
  sent: 'سُجّل الطلب {{number}}',
  sentText: 'أُبلغ العميل برقم الطلب.',
  another: 'تسجيل طلب آخر',
  next: {
    title: 'ما الذي يحدث بعد ذلك',
    take: 'يُسنده مكتب الدعم',
    takeText: 'إلى مجموعة أو إلى ممثل دعم',
    answer: 'تصل الإجابة إلى العميل',
    answerText: 'ويُسأل: هل حُلّ الأمر؟',
    close: 'يُغلق الطلب',
    closeText: 'ويمكن للعميل أو لمكتب الدعم إعادة فتحه',
  },
}
