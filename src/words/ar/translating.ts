import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const translating: Translated<typeof en.translating> = {
  open: 'الترجمات',
  openOwn: 'ترجمة نصوصي',
  title: 'الترجمات',
  lead: 'يبقى النص الأصلي كما كُتب. ويظهر لكل قارئ نص بلغته إن وُجد.',
  into: 'إلى اللغة',
  nextMissing: 'اللغة التالية غير المترجمة',
  original: 'النص الأصلي: {{language}}',
  translation: 'النص «{{field}}» باللغة: {{language}}',
  copy: 'نسخ النص الأصلي',
  outdated: 'أقدم من النص الأصلي',
  missing: 'لم يُترجم بعد',
  is: 'النص الأصلي بهذه اللغة',
  save: 'حفظ',
  close: 'إغلاق',
  saved: 'حُفظت الترجمات',
  leaveTitle: 'حفظ قبل الإغلاق؟',
  leaveText: 'لم تُحفظ بعدُ الترجمات التي كتبتها هنا.',
  leave: 'إغلاق دون حفظ',
  nothing: 'لا يوجد هنا ما يُترجم.',
  answer: 'الإجابة',
  message: 'رسالة من {{name}}',
  note: 'ملاحظة داخلية من {{name}}',
  reason: 'سبب من {{name}}',
  solution: 'الحل، جولة المراجعة {{round, number}}',
}
