import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const myTickets: Translated<typeof en.myTickets> = {
  title: 'طلباتي',
  new: 'طلب جديد',
  waiting: 'بانتظارك',
  going: 'قيد العمل',
  ended: 'المغلقة',
  loading: 'جارٍ تحميل الطلبات',
  more: 'عرض طلبات أقدم',
  active: 'آخر جديد {{ago}}',
  answerReady: 'إجابتنا جاهزة',
  rate: 'ما رأيك في خدمتنا؟',

  empty: 'لا طلبات لك بعد',
  emptyText: 'ستظهر هنا طلباتك وإجاباتنا عنها.',
  first: 'الكتابة إلينا',

  whose: 'طلبات مَن',
  own: 'طلباتي',
  ofOrganisation: 'طلبات مؤسستي',
  titleOfOrganisation: 'طلبات مؤسستي',
  emptyOfOrganisation: 'لم يسألنا أحد من مؤسستك شيئًا بعد',
  emptyOfOrganisationText: 'ستظهر هنا طلباتك وطلبات زملائك.',

  failed: 'تعذّر تحميل الطلبات',
}
