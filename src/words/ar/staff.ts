// Labels are nouns; sentences have real verbs that agree with things, never with a person's name.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const staff: Translated<typeof en.staff> = {
  reference: 'نسخ المرجع',
  cancel: 'تراجع',
  close: 'إغلاق',
  save: 'حفظ',
  more: 'إجراءات أخرى',
  back: 'رجوع إلى القائمة',
  nothingLost: 'كل ما كتبته محفوظ.',
  noLongerStaff: 'تغيّرت صلاحياتك أثناء ذلك، فما يظهر لك الآن صفحات العميل.',
  rightLost:
    'تغيّرت صلاحياتك أثناء ذلك، فلم يعد الحفظ هنا متاحًا. يبقى ما كتبته ظاهرًا ما دامت هذه الصفحة مفتوحة، ويمكنك نسخه.',
  stale: 'المعروض كما كان في الساعة {{time}}. تعذّر تحميله من جديد.',
  now: 'الآن',

  keys: {
    title: 'مفاتيح الاختصار',
    list: 'في القائمة',
    ticket: 'في التذكرة',
    review: 'في المراجعة',
    everywhere: 'في كل مكان',
    next: 'التالي',
    previous: 'السابق',
    open: 'عرض التذكرة',
    choose: 'اختيار عدة تذاكر',
    search: 'البحث في القائمة',
    goNew: 'الانتقال إلى التذاكر الجديدة',
    goMine: 'الانتقال إلى تذاكري',
    goAll: 'الانتقال إلى كل غير المغلقة',
    goClosed: 'الانتقال إلى التذاكر المغلقة',
    undo: 'التراجع عن آخر إجراء',
    sheet: 'عرض هذه المفاتيح',
    send: 'إرسال ما كُتب',
    flip: 'الأصل أو الترجمة',
    duplicate: 'وضع علامة «مكررة»',
    reply: 'كتابة رد',
    takeBack: 'سحب ما أُرسل قبل لحظات',
    leave: 'الخروج من مربع الكتابة',
    note: 'كتابة ملاحظة داخلية',
    propose: 'اقتراح حل',
    review_key: 'مراجعة الحل المقترح',
    approve: 'اعتماد',
    edit: 'تعديل واعتماد',
    return: 'إعادة للتعديل مع ذكر السبب',
  },
}
