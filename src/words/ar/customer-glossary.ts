// Labels by code, in the customer's words. Adjectives agree with الطلب.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const customerGlossary: Translated<typeof en.customerGlossary> = {
  people: {
    ticket: 'طلب',
    requests: 'طلبات',
    supportDesk: 'فريق الدعم',
  },

  status: {
    open: 'تم الاستلام',
    inProgress: 'نعمل عليه',
    responded: 'الإجابة جاهزة',
    closed: 'مغلق',
    duplicate: 'ضُمّ إلى طلب آخر',
  },

  ended: {
    accepted: 'أُغلق بعد تأكيدك أن الأمر حُلّ',
    silence: 'أُغلق لأنه لم يصلنا رد منك',
    desk: 'أغلقه فريق الدعم',
    cancelled: 'أُلغي بطلب منك',
    duplicate: 'ضُمّ إلى طلب آخر',
  },

  waiting: {
    desk: 'لدى فريق الدعم',
    representative: 'لدى فريق الدعم',
    review: 'لدى فريق الدعم',
    customer: 'بانتظارك',
    nobody: 'لم يبقَ شيء مطلوب',
  },

  field: {
    number: 'الرقم',
    title: 'العنوان',
    description: 'الوصف',
    status: 'الحالة',
    openedAt: 'تاريخ الإرسال',
    closedAt: 'تاريخ الإغلاق',
    solution: 'الإجابة',
    rating: 'تقييمك',
    score: 'الدرجة',
    comment: 'تعليق',
  },

  conversation: {
    reply: 'رسالة',
    solution: 'الإجابة',
  },
}
