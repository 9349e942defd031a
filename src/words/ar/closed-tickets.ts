// The choices agree with التذاكر.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const closedTickets: Translated<typeof en.closedTickets> = {
  title: 'التذاكر المغلقة',
  loading: 'جارٍ تحميل التذاكر المغلقة',
  failed: 'تعذّر تحميل التذاكر المغلقة',
  search: 'كلمات بأي لغة',
  atLeast: 'أكثر من {{closings}}',
  clear: 'إزالة التصفية',
  clearOne: 'إزالة: {{filter}}',

  closed: 'أُغلقت',
  opened: 'فُتحت',
  number: 'الرقم',
  customer: 'العميل',
  who: { label: 'لدى', everybody: 'الجميع' },
  rating: { label: 'التقييم', any: 'أي تقييم', none: 'دون تقييم' },
  ended: {
    label: 'انتهت',
    any: 'بأي طريقة',
    accepted: 'بقبول الحل',
    silence: 'لعدم الرد',
    desk: 'من مكتب الدعم',
    cancelled: 'بالإلغاء',
    duplicate: 'مكررة',
  },
  reopened: { label: 'أُعيد فتحها بعد ذلك', no: 'لا', yes: 'نعم', any: 'نعم أو لا' },

  column: {
    number: 'الرقم',
    title: 'العنوان',
    customer: 'العميل',
    assignee: 'مُسندة إلى',
    opened: 'فُتحت',
    closed: 'أُغلقت',
    took: 'المدة',
    ended: 'كيف انتهت',
    rating: 'التقييم',
  },
  columns: 'الأعمدة',
  corrected: 'لا شيء فيه «{{asked}}». هذه نتائج «{{shown}}».',
  found: { title: 'العنوان:', description: 'الوصف:', solution: 'الحل:', message: 'رسالة:' },
  beside: { view: 'عرض التذكرة', theirs: 'كل التذاكر المغلقة لهذا العميل' },
  saved: {
    label: 'عمليات البحث المحفوظة',
    save: 'حفظ هذا البحث',
    change: 'تغيير الاسم أو المشاركة',
    remove: 'حذف هذا البحث',
    removed: 'حُذف «{{name}}».',
    shared: '{{name}} ({{group}})',
    name: 'الاسم',
    sharedWith: 'المشاركة مع',
    nobody: 'لا أحد',
    hint: 'يمكن لكل أعضاء المجموعة استخدامه، ولا يغيّره إلا صاحبه.',
    do: 'حفظ',
  },
  reopenedOn: 'أُعيد فتحها في {{day}}',

  export: {
    label: 'تصدير',
    csv: 'ملف CSV',
    csvHint: 'للبرامج: كل صفوف هذه القائمة، والرموز كما هي، والأوقات بالتوقيت العالمي.',
    xlsx: 'ملف Excel',
    xlsxHint: 'للقراءة: كل صفوف هذه القائمة، والعناوين بلغتك، والتواريخ بتوقيت المؤسسة.',
  },

  empty: 'لا تذاكر مغلقة بعد',
  emptyText: 'ستُدرج هنا كل تذكرة تنتهي.',
  nothingFits: 'لا تذاكر مغلقة مطابقة',
  nothingFitsText: 'تقليل التصفية يُظهر المزيد.',
}
