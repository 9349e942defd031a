// Terse and exact. No verb agrees with a name: the passive or a noun, and the name after «من» or in brackets.
import type { toStaff as english } from '../en/interactions-to-staff.ts'
import type { Translated } from '../key.ts'

export const toStaff: Translated<typeof english> = {
  'notify-desk-of-new-ticket': {
    subject: 'تذكرة جديدة {{number}}: {{title}}',
    subject_mailbox: 'تذكرة جديدة {{number}} لدى {{group}}: {{title}}',
    inProduct: 'تذكرة جديدة {{number}} من {{customer}}: {{title}}',
    inProduct_mailbox: 'تذكرة جديدة {{number}} من {{customer}} لدى {{group}}: {{title}}',
    body: [
      'تذكرة جديدة من {{customer}}.',
      '{{title}}',
      '{{excerpt}}',
      'الخطوة التالية: إسنادها أو تولّيها.',
      '[عرض التذكرة](view-ticket)',
    ],
    body_mailbox: [
      'تذكرة جديدة من {{customer}}. وردت عبر صندوق بريد {{group}}، وهي مُسنَدة إلى هذه المجموعة.',
      '{{title}}',
      '{{excerpt}}',
      'الخطوة التالية: لا شيء، إلا إن كانت من شأن مجموعة أخرى.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'notify-representative-of-assignment': {
    subject: 'أُسندت إليك التذكرة {{number}}: {{title}}',
    subject_group: 'أُسندت إلى {{group}} التذكرة {{number}}: {{title}}',
    subject_desk: 'لا أحد يعمل على التذكرة {{number}}: {{title}}',
    subject_mailbox: 'تذكرة جديدة لدى {{group}}، رقمها {{number}}: {{title}}',
    inProduct: 'إسناد جديد إليك من {{actor}}: التذكرة {{number}}، {{title}}',
    inProduct_group: 'إسناد جديد إلى {{group}} من {{actor}}: التذكرة {{number}}، {{title}}',
    inProduct_desk: 'أُسندت التذكرة {{number}} إلى {{group}} (الإسناد من {{actor}})، ولا أحد هناك يراها.',
    inProduct_mailbox: 'تذكرة جديدة لدى {{group}} من {{customer}}: {{number}}، {{title}}',
    body: [
      'أُسندت إليك هذه التذكرة (الإسناد من {{actor}}).',
      '{{title}}',
      'العميل: {{customer}}. تاريخ الفتح: {{openedOn}}.',
      'الخطوة التالية: اقتراح حل، أو الرد على العميل إن نقصت معلومات.',
      '[عرض التذكرة](view-ticket)',
    ],
    body_group: [
      'أُسندت هذه التذكرة إلى {{group}} (الإسناد من {{actor}}).',
      '{{title}}',
      'العميل: {{customer}}. تاريخ الفتح: {{openedOn}}.',
      'الخطوة التالية: أن يتولّاها أحد أعضاء المجموعة.',
      '[عرض التذكرة](view-ticket)',
    ],
    body_desk: [
      'أُسندت هذه التذكرة إلى {{group}} (الإسناد من {{actor}})، ولا أحد هناك يراها.',
      '{{title}}',
      'العميل: {{customer}}. تاريخ الفتح: {{openedOn}}.',
      'الخطوة التالية: إسنادها إلى مجموعة أخرى.',
      '[عرض التذكرة](view-ticket)',
    ],
    body_mailbox: [
      'وردت هذه التذكرة عبر صندوق بريد {{group}}.',
      '{{title}}',
      'العميل: {{customer}}. تاريخ الفتح: {{openedOn}}.',
      'الخطوة التالية: أن يتولّاها أحد أعضاء المجموعة.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'notify-desk-to-review-solution': {
    subject: 'حل بانتظار المراجعة للتذكرة {{number}}: {{title}}',
    inProduct: 'حل مقترح من {{actor}} للتذكرة {{number}} بانتظار المراجعة.',
    body: [
      'حل مقترح من {{actor}} (جولة المراجعة {{round}}).',
      '{{title}}',
      '{{solution}}',
      'الخطوة التالية: الاعتماد، أو التعديل ثم الاعتماد، أو الإعادة للتعديل مع ذكر السبب. لا يظهر الحل للعميل قبل ذلك.',
      '[مراجعة](review)',
    ],
  },

  'notify-representative-of-approval': {
    subject: 'قُبل حلّك للتذكرة {{number}}: {{title}}',
    subject_notAuthor: 'قُبل حل التذكرة {{number}}: {{title}}',
    inProduct: 'قُبل حلّك للتذكرة {{number}} (العميل: {{customer}})، وأُغلقت.',
    inProduct_notAuthor: 'قُبل حل التذكرة {{number}} (العميل: {{customer}})، وأُغلقت.',
    body: [
      'قُبل حلّك (العميل: {{customer}})، وأُغلقت التذكرة.',
      '{{title}}',
      'الخطوة التالية: لا شيء. إن أُعيد فتح التذكرة فسيصلك إشعار.',
      '[عرض التذكرة](view-ticket)',
    ],
    body_notAuthor: [
      'قُبل الحل (العميل: {{customer}})، وأُغلقت التذكرة.',
      '{{title}}',
      'الخطوة التالية: لا شيء. إن أُعيد فتح التذكرة فسيصلك إشعار.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'tell-representative-of-return': {
    subject: 'أُعيد للتعديل حلّك للتذكرة {{number}}: {{title}}',
    subject_notAuthor: 'أُعيد للتعديل حل التذكرة {{number}}: {{title}}',
    inProduct: 'أُعيد للتعديل حلّك للتذكرة {{number}} (المراجعة من {{actor}}): {{reason}}',
    inProduct_notAuthor: 'أُعيد للتعديل حل التذكرة {{number}} (المراجعة من {{actor}}): {{reason}}',
    body: [
      'أُعيد حلّك للتعديل في جولة المراجعة {{round}} (المراجعة من {{actor}}).',
      '{{title}}',
      'السبب: {{reason}}',
      'الخطوة التالية: تعديل الحل واقتراحه من جديد. لم يظهر الحل للعميل.',
      '[تعديل الحل](edit-solution)',
    ],
    body_notAuthor: [
      'أُعيد الحل للتعديل في جولة المراجعة {{round}} (المراجعة من {{actor}}).',
      '{{title}}',
      'السبب: {{reason}}',
      'الخطوة التالية: تعديل الحل واقتراحه من جديد. لم يظهر الحل للعميل.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'tell-staff-of-decline': {
    subject: 'رُفض حل التذكرة {{number}}: {{title}}',
    inProduct: 'رُفض حل التذكرة {{number}} (العميل: {{customer}}): {{reason}}',
    body: [
      'رُفض الحل (العميل: {{customer}})، وعادت التذكرة إلى حالة «قيد المعالجة».',
      '{{title}}',
      'ما بقي من دون حل: {{reason}}',
      'الخطوة التالية: الرد على العميل أو اقتراح حل آخر.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'tell-staff-of-reopening': {
    subject: 'أُعيد فتح التذكرة {{number}}: {{title}}',
    inProduct: 'أُعيد فتح التذكرة {{number}} بطلب من {{actor}}: {{reason}}',
    body: [
      'أُعيد فتح هذه التذكرة بطلب من {{actor}} بعد إغلاقها يوم {{closedOn}}. الحالة الآن: {{status}}.',
      '{{title}}',
      'السبب: {{reason}}',
      'الخطوة التالية: الرد أو اقتراح حل، أو الإسناد إن لم تكن مُسنَدة إلى أحد.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'tell-staff-of-reply': {
    subject: 'رد جديد من {{customer}} على التذكرة {{number}}: {{title}}',
    subject_note: 'ملاحظة داخلية من {{actor}} على التذكرة {{number}}: {{title}}',
    inProduct: 'رد جديد من {{customer}} على التذكرة {{number}}: {{excerpt}}',
    inProduct_note: 'ملاحظة داخلية من {{actor}} على التذكرة {{number}}: {{excerpt}}',
    pending: 'هذا الرد رسالة لا قرار: ما زال الحل بانتظار قبول العميل أو رفضه.',
    body: [
      'رد جديد من {{customer}}.',
      '{{title}}',
      '{{excerpt}}',
      'الملفات: {{files}}.',
      '{{pending}}',
      'الخطوة التالية: الرد على العميل.',
      '[عرض التذكرة](view-ticket)',
    ],
    body_note: [
      'ملاحظة داخلية من {{actor}} لا تظهر للعميل.',
      '{{title}}',
      '{{excerpt}}',
      'الملفات: {{files}}.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'tell-person-of-mention': {
    subject: 'إشارة إليك من {{actor}} في التذكرة {{number}}: {{title}}',
    inProduct: 'إشارة إليك من {{actor}} في التذكرة {{number}}: {{excerpt}}',
    body: ['إشارة إليك من {{actor}}.', '{{title}}', '{{excerpt}}', '[عرض التذكرة](view-ticket)'],
  },

  'tell-desk-of-poor-rating': {
    subject: 'تقييم {{score}} من {{max}} للتذكرة {{number}}: {{title}}',
    inProduct: 'تقييم {{score}} من {{max}} للتذكرة {{number}} (العميل: {{customer}}): {{comment}}',
    body: [
      'تقييم الخدمة من {{customer}}: {{score}} من {{max}} ({{scoreWord}}).',
      '{{title}}',
      'التعليق: {{comment}}',
      'مُسنَدة إلى: {{assignee}}. تاريخ الإغلاق: {{closedOn}}.',
      'الخطوة التالية: قراءة المحادثة، ثم الكتابة إلى العميل أو إعادة الفتح إن بقي شيء من دون حل.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'tell-staff-of-cancellation': {
    subject: 'أُلغيت التذكرة {{number}} بطلب من العميل: {{title}}',
    inProduct: 'أُلغيت التذكرة {{number}} (العميل: {{customer}}): {{reason}}',
    body: [
      'أُلغي الطلب (العميل: {{customer}})، وأُغلقت التذكرة.',
      '{{title}}',
      'السبب: {{reason}}',
      'الخطوة التالية: لا شيء. إن كان ثمة حل قيد المراجعة فقد سُحب.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'tell-group-of-give-back': {
    subject: 'أُعيدت إلى {{group}} التذكرة {{number}}: {{title}}',
    subject_desk: 'أُعيدت التذكرة {{number}}، ولا عضو آخر يتولّاها: {{title}}',
    inProduct: 'أُعيدت إلى {{group}} التذكرة {{number}} (الإعادة من {{actor}}): {{reason}}',
    inProduct_desk: 'أُعيدت التذكرة {{number}} (الإعادة من {{actor}})، ولا عضو آخر في {{group}} يراها: {{reason}}',
    body: [
      'أُعيدت هذه التذكرة إلى {{group}} (الإعادة من {{actor}}).',
      '{{title}}',
      'السبب: {{reason}}',
      'الخطوة التالية: أن يتولّاها أحد أعضاء المجموعة.',
      '[عرض التذكرة](view-ticket)',
    ],
    body_desk: [
      'أُعيدت هذه التذكرة (الإعادة من {{actor}})، ولا عضو آخر في {{group}} يراها.',
      '{{title}}',
      'السبب: {{reason}}',
      'الخطوة التالية: إسنادها إلى مجموعة أخرى.',
      '[عرض التذكرة](view-ticket)',
    ],
  },

  'tell-of-withdrawal': {
    subject: 'سُحب حل التذكرة {{number}}: {{title}}',
    subject_customer: 'نعمل على تحسين إجابتنا عن طلبك رقم {{number}}',
    inProduct: 'سُحب حل التذكرة {{number}} (السحب من {{actor}}): {{reason}}',
    inProduct_customer: 'سحبنا إجابتنا عن طلبك رقم {{number}} لتحسينها، وستصلك إجابة جديدة.',
    body: [
      'سُحب الحل في جولة المراجعة {{round}} (السحب من {{actor}}). التذكرة قيد المعالجة.',
      '{{title}}',
      'السبب: {{reason}}',
      'الخطوة التالية: لا شيء إلى أن يُقترح حل آخر.',
      '[عرض التذكرة](view-ticket)',
    ],
    body_customer: [
      'سحبنا إجابتنا عن طلبك رقم {{number}} لتحسينها.',
      '{{title}}',
      'الخطوة التالية: نُعدّ إجابة جديدة ونرسلها إليك. سنكتب إليك قبل نهاية يوم {{answerBy}}.',
      'لا يلزمك فعل شيء الآن. لمعرفة أين وصل طلبك: [عرض طلبي](see-request)',
    ],
  },

  'tell-of-release': {
    subject: 'عادت إلى {{group}} التذكرة {{number}}: {{title}}',
    subject_desk: 'لا أحد يعمل على التذكرة {{number}}: {{title}}',
    inProduct: 'عادت التذكرة {{number}} إلى {{group}} بعد إلغاء إسنادها إلى {{member}}.',
    inProduct_desk: 'لا أحد يعمل على التذكرة {{number}}، فلا أحد في {{group}} يراها.',
    body: [
      'أُلغي إسناد هذه التذكرة إلى {{member}}، وعادت إلى {{group}}.',
      '{{title}}',
      'العميل: {{customer}}. تاريخ الفتح: {{openedOn}}.',
      'الخطوة التالية: أن يتولّاها أحد أعضاء المجموعة.',
      '[عرض التذكرة](view-ticket)',
    ],
    body_desk: [
      'أُلغي إسناد هذه التذكرة إلى {{member}}، ولا أحد في {{group}} يراها.',
      '{{title}}',
      'العميل: {{customer}}. تاريخ الفتح: {{openedOn}}.',
      'الخطوة التالية: إسنادها إلى مجموعة أخرى.',
      '[عرض التذكرة](view-ticket)',
    ],
  },
}
