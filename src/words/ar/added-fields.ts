import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const addedFields: Translated<typeof en.addedFields> = {
  title: 'تفاصيل إضافية',
  optional: 'اختياري',
  yes: 'نعم',
  no: 'لا',
  notSaid: 'غير مذكور',
  choose: 'يُرجى الاختيار',
  edit: 'تعديل الحقول',
  saved: 'حُفظت الحقول',
  neededBeforeClosing: 'مطلوب قبل الإغلاق',
  fillFirst: 'يجب ملء بعض الحقول المضافة قبل انتهاء هذه التذكرة. يُرجى مراجعة حقولها.',
  filter: 'الحقول المضافة',
  any: 'الكل',
  hasFile: 'مع ملف',
  noFile: 'بلا ملف',
  left: 'شخص لم يعد هنا',
  steps: '{{score}} من {{max}}',
}
