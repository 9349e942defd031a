// Headings of the list agree with التذاكر; the empty states say what is so.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const incoming: Translated<typeof en.incoming> = {
  list: 'التذاكر بحسب مدة الانتظار',
  loading: 'جارٍ تحميل التذاكر',
  search: 'البحث في هذه القائمة',
  filterBy: 'تصفية بحسب المجموعة أو العضو أو من تنتظره التذكرة',
  filterNothing: 'لا شيء يطابق هذه الكلمات.',
  filterFind: 'البحث عن مجموعة أو شخص',
  anybody: 'الجميع',
  waitingFor: { desk: 'مكتب الدعم', representative: 'ممثل الدعم', review: 'المراجعة', customer: 'العميل' },
  clear: 'عرض الكل من جديد',
  clearOne: 'إزالة التصفية ({{filter}})',
  countOver: '+{{count, number}}',

  group: {
    late: 'تنتظر منذ أكثر من يوم',
    waiting: 'تنتظر منذ أكثر من ساعة',
    fresh: 'حديثة',
  },

  nobody: 'لم تُسند إلى أحد بعد',
  gone: 'لم تعد في هذه القائمة',
  asItIsNow: 'عرض القائمة كما هي الآن',
  answered: 'ردّ عليها العميل',

  failed: 'تعذّر تحميل القائمة',

  empty: {
    new: 'لا تذاكر جديدة بانتظار النظر فيها',
    mine: 'لا تذاكر لديك الآن',
    myGroups: 'لا تذاكر لدى مجموعاتك الآن',
    toReview: 'لا حلول بانتظار المراجعة',
    waitingForCustomer: 'لا تذاكر بانتظار العملاء',
    customerAnswered: 'لا ردود جديدة من العملاء',
    allOpen: 'لا تذاكر قيد العمل',
  },
  demo: {
    title: 'رؤية المنتج وهو يعمل',
    text: 'يمكن الاطّلاع على شركة مُتخيَّلة بطلبات خمسة عشر شهرًا إلى جانب هذه النسخة. يُرجى تنفيذ الأمرين حيث ثُبّت سند:',
    after: 'يبيّن الأمر الأول بأي حساب يُسجَّل الدخول. وكل ما في هذه الشركة داخل ذلك المجلد، ويزول بحذفه.',
  },
  emptyText: 'ستظهر التذكرة التالية هنا تلقائيًا.',
  goToNew: 'الانتقال إلى الجديدة',
  nothingFits: 'لا تذاكر مطابقة',
  nothingFitsText: 'لا توجد في هذه القائمة تذكرة تجتمع فيها شروط التصفية.',

  choose: 'لم تُختر تذكرة بعد',
  chooseText: 'يمكنك اختيار تذكرة من القائمة، أو البدء بالأطول انتظارًا.',
  chooseFirst: 'عرض الأطول انتظارًا',
}
