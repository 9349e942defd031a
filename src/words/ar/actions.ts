// Buttons are verbal nouns without «الـ»; confirmations are passive, so that no verb agrees with anybody.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const actions: Translated<typeof en.actions> = {
  staff: {
    submit: 'تقديم التذكرة',
    cancel: 'إلغاء الطلب',
    assign: 'إسناد',
    take: 'تولّي',
    'give-back': 'إعادة إلى المجموعة',
    release: 'إلغاء الإسناد',
    'propose-solution': 'اقتراح حل',
    'withdraw-solution': 'سحب الحل',
    'approve-solution': 'اعتماد',
    'approve-solution_edited': 'اعتماد بعد التعديل',
    'return-solution': 'إعادة للتعديل',
    'accept-solution': 'قبول',
    'decline-solution': 'رفض',
    close: 'إغلاق',
    'close-by-silence': 'إغلاق لعدم الرد',
    'mark-duplicate': 'وضع علامة «مكررة»',
    reopen: 'إعادة الفتح',
    rate: 'تقييم',
    reply: 'رد',
    note: 'إضافة ملاحظة داخلية',
    translate: 'ترجمة',
    assign_again: 'إعادة الإسناد',
  },

  customer: {
    submit: 'إرسال الطلب',
    cancel: 'إلغاء طلبي',
    'accept-solution': 'نعم، حُلّ الأمر',
    'decline-solution': 'ليس بعد',
    reopen: 'إعادة فتح طلبي',
    rate: 'تقييم خدمتنا',
    reply: 'إرسال الرسالة',
    translate: 'إضافة ترجمة',
  },

  undo: 'تراجع',
  back: 'رجوع',

  done: {
    submit: 'قُدّمت التذكرة {{number}}',
    cancel: 'أُلغي الطلب {{number}}',
    assign: 'أُسندت التذكرة {{number}} إلى {{assignee}}',
    take: 'التذكرة {{number}} لديك الآن',
    'give-back': 'أُعيدت التذكرة {{number}} إلى {{group}}',
    release: 'عادت التذكرة {{number}} إلى {{group}}',
    'propose-solution': 'اقتُرح حل للتذكرة {{number}}',
    'withdraw-solution': 'سُحب حل التذكرة {{number}}',
    'approve-solution': 'اعتُمد حل التذكرة {{number}}',
    'return-solution': 'أُعيد للتعديل حل التذكرة {{number}}',
    'accept-solution': 'قُبل حل التذكرة {{number}}',
    'decline-solution': 'رُفض حل التذكرة {{number}}',
    close: 'أُغلقت التذكرة {{number}}',
    'close-by-silence': 'أُغلقت التذكرة {{number}} لعدم الرد',
    'mark-duplicate': 'وُضعت علامة «مكررة» على التذكرة {{number}}، والأصلية {{original}}',
    reopen: 'أُعيد فتح التذكرة {{number}}',
    rate: 'حُفظ تقييم التذكرة {{number}}',
    reply: 'أُرسل الرد على التذكرة {{number}}',
    note: 'أُضيفت ملاحظة داخلية إلى التذكرة {{number}}',
    translate: 'حُفظت الترجمة',
  },

  doneForCustomer: {
    submit: 'وصلنا طلبك رقم {{number}}.',
    cancel: 'أُلغي طلبك رقم {{number}}.',
    'accept-solution': 'شكرًا لك. أُغلق طلبك رقم {{number}}.',
    'decline-solution': 'شكرًا لك. نواصل العمل على طلبك رقم {{number}}.',
    reopen: 'أُعيد فتح طلبك رقم {{number}}.',
    rate: 'شكرًا لتقييمك.',
    reply: 'وصلتنا رسالتك.',
    translate: 'حُفظت ترجمتك.',
  },

  ask: {
    close: 'إغلاق التذكرة {{number}}؟',
    cancel: 'إلغاء الطلب {{number}}؟',
    reopen: 'إعادة فتح {{number}}؟',
  },
}
