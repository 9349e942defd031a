// What people are told; the form is described in ../en/interactions.ts. Subjects and lines begin with an Arabic word.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'
import { toCustomers } from './interactions-to-customers.ts'
import { toStaff } from './interactions-to-staff.ts'

export const interactions: Translated<typeof en.interactions> = {
  parts: {
    aboutRequest: 'طلبك رقم {{number}}: {{title}}',
    aboutTicket: 'التذكرة {{number}}: {{title}}',
    greeting: 'مرحبًا {{name}}،',
    signature: 'فريق الدعم في {{organisation}}',
    canReply: 'للكتابة إلينا يكفي الرد على هذه الرسالة، وسيُضاف ردك إلى الطلب.',
    cannotReply: 'لا تُقرأ الردود على هذه الرسالة. يُرجى الكتابة إلينا من صفحة الطلب.',
    verdict: 'الرد على هذا البريد يصلنا رسالةً عادية. لإبداء رأيك في الإجابة يُرجى استخدام الزرّين.',
    private: 'يفتح هذا الرابط طلبك من دون كلمة مرور، فيُرجى عدم مشاركته مع أحد.',
    answersCustomer: 'الرد على هذا البريد يصل إلى العميل.',
    answersStaff: 'الرد على هذا البريد يصبح ملاحظة داخلية لا تظهر للعميل.',
    why: 'سبب وصول هذه الرسالة: {{why}}. [إعدادات الإشعارات](notification-settings)',
    why_group: 'عضويتك في {{group}}',
    why_standsIn: 'خلوّ {{group}} من الحسابات الفعّالة، ولديك صلاحيات مدير النظام',
    why_assignee: 'التذكرة مُسنَدة إليك',
    why_participant: 'مشاركتك في التذكرة',
  },
  ...toCustomers,
  ...toStaff,
}
