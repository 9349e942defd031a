import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const settingsLabels: Translated<typeof en.settingsLabels> = {
  title: 'تسميات الحالات',
  lead: 'تبقى الحالات خمسًا ويمكن تسميتها بغير أسمائها، وللعملاء كلمات غير كلمات الموظفين. تظهر الكلمات الجديدة فورًا في كل صفحة وفي الرسائل والملفات والتقارير.',
  loading: 'جارٍ تحميل التسميات',
  failed: 'تعذّر تحميل التسميات',
  staff: 'ما يقرؤه الموظفون',
  customer: 'ما يقرؤه العملاء',
  colour: 'اللون',
  preview: 'كما يظهر',
  reset: 'العودة إلى الكلمات واللون الأصليين',
  saved: 'حُفظت التسميات',
}
