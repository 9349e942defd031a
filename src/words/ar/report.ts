import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const report: Translated<typeof en.report> = {
  title: 'تقرير الأداء الشهري',
  ofMonth: 'تقرير الأداء الشهري، {{month}}',

  says: {
    volume: {
      both: 'وردت {{opened}} وأُغلقت {{closed}}، {{compared}}.',
      nothingOpened: 'لم ترد أي تذكرة، وأُغلقت {{closed}}، {{compared}}.',
      nothingClosed: 'وردت {{opened}} ولم تُغلق أي تذكرة.',
      nothing: 'كان شهرًا هادئًا: لم ترد أي تذكرة ولم تُغلق أي تذكرة.',
    },
    compared: {
      more: 'بزيادة {{percent}} عن {{month}}',
      fewer: 'بانخفاض {{percent}} عن {{month}}',
      same: 'كما في {{month}}',
      none: 'ولم تُغلق أي تذكرة في {{month}}',
    },
    times: {
      both: 'وصل نصف الردود الأولى خلال {{response}}، واستغرق نصف التذاكر المغلقة {{resolution}} على الأكثر.',
      response: 'وصل نصف الردود الأولى خلال {{response}}.',
      resolution: 'استغرق نصف التذاكر المغلقة {{resolution}} على الأكثر.',
      none: 'لم ينتظر أحد ردًا أول، فلا أزمنة للعرض.',
    },
    notable: {
      worse: 'تراجع أمر واحد: {{what}}، من {{from}} إلى {{to}}.',
      better: 'تحسّن أمر واحد: {{what}}، من {{from}} إلى {{to}}.',
      steady: 'لم يتغير غير ذلك كثيرًا. التذاكر غير المغلقة في نهاية الشهر: {{backlog}}.',
    },
    what: {
      declinedShare: 'نسبة الحلول المرفوضة',
      reopenedShare: 'نسبة التذاكر المُعاد فتحها',
      ratingAverage: 'متوسط التقييم',
      firstResponse: 'وسيط زمن الرد الأول',
      resolution: 'وسيط زمن الحل',
      backlog: 'عدد التذاكر غير المغلقة',
    },
    inGroup: '{{what}} في مجموعة {{group}}',
  },

  section: {
    comparison: '{{month}} مقابل {{before}}',
    daily: 'المفتوحة والمغلقة يومًا بيوم',
    trend: 'اثنا عشر شهرًا',
    groups: 'حسب المجموعة',
    representatives: 'حسب ممثل الدعم',
    ratings: 'رأي العملاء',
    comments: 'ما كتبه العملاء',
  },
  figure: {
    stillOpen: 'لم تُغلق حتى نهاية الشهر',
    firstResponseMedian: 'زمن الرد الأول، الوسيط',
    firstResponseP90: 'زمن الرد الأول، المئين التسعون',
    resolutionMedian: 'زمن الحل، الوسيط',
    resolutionP90: 'زمن الحل، المئين التسعون',
    noValue: 'لا يوجد',
  },
  ofFive: '{{average}} من خمسة',
  noComments: 'لم يكتب أي عميل تعليقًا هذا الشهر.',
  moreComments_zero: 'ولا تعليقات أخرى',
  moreComments_one: 'وتعليق واحد آخر',
  moreComments_two: 'وتعليقان آخران',
  moreComments_few: 'و {{count, number}} تعليقات أخرى',
  moreComments_many: 'و {{count, number}} تعليقًا آخر',
  moreComments_other: 'و {{count, number}} تعليق آخر',
  madeByItself: 'أُعدّ تلقائيًا في {{at}}، {{timeZone}}.',
  madeBy: 'أعاد إعداده {{name}} في {{at}}، {{timeZone}}.',
  version: 'الإصدار {{version, number}}',
  page: 'صفحة {{page, number}} من {{pages, number}}',
  table: { group: 'المجموعة', representative: 'ممثل الدعم', month: 'الشهر', count: 'العدد', score: 'التقييم' },

  export: {
    sheet: 'التذاكر المغلقة',
    number: 'الرقم',
    title: 'العنوان',
    customer: 'العميل',
    group: 'المجموعة',
    member: 'ممثل الدعم',
    openedAt: 'تاريخ الفتح',
    closedAt: 'تاريخ الإغلاق',
    ended: 'كيف انتهت',
    duplicateOf: 'مكررة عن',
    score: 'التقييم',
    comment: 'التعليق',
    reopenedAt: 'تاريخ إعادة الفتح',
  },
}
