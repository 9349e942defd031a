// Labels by code, in the customer's words. Adjectives agree with الطلب.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const customerGlossary: Translated<typeof en.customerGlossary> = {
  status: {
    open: 'تم الاستلام',
    inProgress: 'نعمل عليه',
    responded: 'الإجابة جاهزة',
    closed: 'مغلق',
    duplicate: 'ضُمّ إلى طلب آخر',
  },
}
