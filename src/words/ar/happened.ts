// No verb agrees with {{actor}}: the passive or a noun, with the name after «من».
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const happened: Translated<typeof en.happened> = {
  staff: {
    ticketSubmitted: 'طلب جديد من {{actor}}',
    ticketSubmitted_onBehalf: 'طلب جديد من {{actor}} باسم {{customer}}',
    requestCancelled: 'أُلغي الطلب (الإلغاء من {{actor}})',
    ticketAssigned: 'أُسندت التذكرة إلى {{assignee}} (الإسناد من {{actor}})',
    ticketTaken: 'أصبحت التذكرة لدى {{actor}}',
    ticketGivenBack: 'أُعيدت التذكرة إلى {{group}} (الإعادة من {{actor}})',
    ticketReleased: 'عادت التذكرة إلى {{group}} بعد إلغاء إسنادها إلى {{member}}',
    solutionProposed: 'حل مقترح من {{actor}} (جولة المراجعة {{round, number}})',
    solutionOffered: 'حل مرسل إلى العميل من {{actor}}',
    solutionWithdrawn: 'سُحب الحل (السحب من {{actor}})',
    solutionApproved: 'اعتُمد الحل وأُرسل إلى العميل (الاعتماد من {{actor}})',
    solutionApproved_edited: 'عُدّل الحل واعتُمد وأُرسل إلى العميل (الاعتماد من {{actor}})',
    solutionApproved_selfReviewed: 'اعتُمد الحل وأُرسل إلى العميل (مراجعة ذاتية من {{actor}})',
    solutionReturned: 'أُعيد الحل للتعديل (المراجعة من {{actor}})',
    solutionAccepted: 'قُبل الحل (العميل: {{actor}})',
    solutionDeclined: 'رُفض الحل (العميل: {{actor}})',
    ticketClosed: 'أُغلقت التذكرة (الإغلاق من {{actor}})',
    ticketClosedBySilence: 'أُغلقت التذكرة لعدم رد العميل',
    ticketMarkedDuplicate: 'وُضعت علامة «مكررة» على التذكرة (من {{actor}})، والأصلية {{original}}',
    duplicateMoved: 'صارت الأصلية نفسها مكررة، فأصبحت هذه التذكرة تتبع التذكرة {{original}}',
    duplicateReturned: 'أُزيلت علامة «مكررة» عن التذكرة {{original}}، فعادت هذه التذكرة تتبعها (الإزالة من {{actor}})',
    originalAnswered: 'وصل حل التذكرة {{original}} إلى العميل هنا أيضًا',
    originalAnswerWithdrawn: 'سُحب حل التذكرة {{original}} هنا أيضًا',
    originalEnded: 'انتهت التذكرة {{original}} من دون إجابة، ويصل إلى العميل هنا إشعار بذلك',
    originalAnswerAccepted: 'قُبل حل التذكرة {{original}} (العميل: {{actor}})',
    ticketReopened: 'أُعيد فتح التذكرة بطلب من {{actor}}',
    ticketRated: 'تقييم الخدمة من {{actor}}: {{score, number}} من {{max, number}}',
    replyAdded: 'رد من {{actor}}',
    noteAdded: 'ملاحظة داخلية من {{actor}}',
    noteEdited: 'عُدّلت ملاحظة داخلية (التعديل من {{actor}})',
    textTranslated: 'ترجمة النص «{{field}}» إلى {{language}} من {{actor}}',
    solutionReminded: 'أُرسل إلى العميل تذكير بالحل',
    fieldsChanged: 'عُدّلت الحقول (التعديل من {{actor}})',
  },

  system: 'سند',
  erasedPerson: 'شخص مُحيت بياناته',
}
