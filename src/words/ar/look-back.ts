import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const lookBack: Translated<typeof en.lookBack> = {
  title: 'نظرة إلى الماضي',
  monthlyReport: 'التقرير الشهري',

  range: {
    label: 'اختيار الأيام',
    from: 'من',
    to: 'إلى',
    anyTime: 'في أي وقت',
    since: 'منذ {{day}}',
    until: 'حتى {{day}}',
    usual: 'المدة المعتادة',
    last_zero: 'اليوم',
    last_one: 'اليوم',
    last_two: 'آخر يومين',
    last_few: 'آخر {{count, number}} أيام',
    last_many: 'آخر {{count, number}} يومًا',
    last_other: 'آخر {{count, number}} يوم',
    year: 'هذا العام',
    yearBefore: 'العام الماضي',
  },

  change: {
    none: 'لا تغيّر',
    up: 'بزيادة {{amount}}',
    down: 'بانخفاض {{amount}}',
  },

  graph: {
    closedPerDay: 'التذاكر المغلقة في اليوم',
    closedPerWeek: 'التذاكر المغلقة في الأسبوع',
    closedPerMonth: 'التذاكر المغلقة في الشهر',
    point: '{{when}}: {{told}}',
    compared: 'المغلقة: {{closed, number}} · {{name}}: {{value}}',
    keys: 'يمكن التنقل بين الأعمدة بمفاتيح الأسهم.',
    keysOfParts: 'يمكن التنقل بين الأعمدة بمفتاحي الأسهم الأفقيين، وبين أجزاء العمود بالمفتاحين الرأسيين.',
    part: '{{when}}، {{name}}: المغلقة {{closed, number}}',
    weekOf: 'أسبوع {{day}}',
  },

  statistics: {
    loading: 'جارٍ تحميل الأرقام',
    failed: 'تعذّر تحميل الأرقام',
    when: 'الوقت',
    splitBy: 'التفصيل حسب',
    emptyText: 'يمكنك اختيار أيام أخرى.',
  },

  report: {
    loading: 'جارٍ تحميل التقرير',
    failed: 'تعذّر تحميل التقرير',
    none: 'لا تقارير بعد',
    noneText: 'يُعدّ تقرير كل شهر تلقائيًا في أول يوم من الشهر التالي.',
    month: 'الشهر',
    before: 'الشهر السابق',
    next: 'الشهر التالي',
    figure: 'الرقم',
    against: 'مقابل {{month}}',
    partly: 'هذه أرقام مجموعاتك وأرقامك. أما الأرقام الكاملة فلمن يرى كل التذاكر.',
    mailToMe: 'إرسال إلى بريدي',
    mailed: 'التقرير في طريقه إلى {{address}}.',
    more: 'المزيد عن هذا التقرير',
    makeAnew: 'إعادة الإعداد',
    madeAnew: 'أُعيد إعداد التقرير: الإصدار {{version, number}}.',
    mailMonthly: 'إرساله إليّ كل شهر',
    mailNoMore: 'إيقاف إرساله إليّ كل شهر',
    older: 'هذا هو الإصدار {{version, number}}، وهو إصدار سابق.',
    readNewest: 'قراءة الأحدث',
    translation: 'الترجمة',
    noParts: 'لم يحدث شيء هنا هذا الشهر.',
    nobodyRated: 'لا تقييمات هذا الشهر.',
  },
}
