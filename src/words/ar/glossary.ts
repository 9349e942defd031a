// Labels by code, in staff's words. Adjectives agree with التذكرة (status) or with الحل (solutionState).
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const glossary: Translated<typeof en.glossary> = {
  product: 'سند',

  erased: 'محذوف',

  role: {
    customer: 'العميل',
    representative: 'ممثل الدعم',
    supportDesk: 'مكتب الدعم',
    administrator: 'مدير النظام',
  },

  status: {
    open: 'مفتوحة',
    inProgress: 'قيد المعالجة',
    responded: 'تمت الإجابة',
    closed: 'مغلقة',
    duplicate: 'مكررة',
  },

  solutionState: {
    inReview: 'قيد المراجعة',
    offered: 'معروض على العميل',
    returned: 'أُعيد للتعديل',
    withdrawn: 'مسحوب',
    accepted: 'مقبول',
    declined: 'مرفوض',
  },

  ended: {
    accepted: 'قبول الحل من العميل',
    silence: 'إغلاق لعدم الرد',
    desk: 'إغلاق من مكتب الدعم',
    cancelled: 'إلغاء من العميل',
    duplicate: 'تذكرة مكررة',
  },

  waiting: {
    desk: 'بانتظار مكتب الدعم',
    representative: 'بانتظار ممثل الدعم',
    review: 'بانتظار المراجعة',
    customer: 'بانتظار العميل',
    nobody: 'لا إجراء مطلوب',
  },

  field: {
    title: 'العنوان',
    description: 'الوصف',
    status: 'الحالة',
    assignee: 'مُسنَدة إلى',
    openedAt: 'تاريخ الفتح',
    closedAt: 'تاريخ الإغلاق',
    solution: 'الحل',
    rating: 'تقييم الخدمة',
    comment: 'تعليق',
    customer: 'العميل',
    waiting: 'بانتظار',
    original: 'التذكرة الأصلية',
    group: 'المجموعة',
    member: 'العضو',
  },

  fieldType: {
    'multilingual-text': 'نص متعدد اللغات',
    classification: 'تصنيف',
    'user-group': 'مجموعة مستخدمين',
    'date-time': 'تاريخ ووقت',
    scale: 'مقياس',
    'short-text': 'نص قصير',
    number: 'عدد',
    'yes-no': 'نعم أو لا',
    date: 'تاريخ',
    user: 'مستخدم',
    file: 'ملف',
  },

  action: {
    reason: 'السبب',
  },

  conversation: {
    reply: 'رد',
    note: 'ملاحظة داخلية',
  },

  queue: {
    new: 'الجديدة',
    mine: 'تذاكري',
    myGroups: 'تذاكر مجموعاتي',
    toReview: 'بانتظار المراجعة',
    waitingForCustomer: 'بانتظار العميل',
    customerAnswered: 'ردّ عليها العميل',
    allOpen: 'كل غير المغلقة',
  },
}
