import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const ticketRequest: Translated<typeof en.ticketRequest> = {
  title: 'كيف يمكننا مساعدتك؟',
  lead: 'يمكنك الكتابة بأي لغة، وسيقرأ رسالتك شخص من فريقنا.',

  sentence: 'في جملة واحدة',
  story: 'ماذا حدث، وما المطلوب؟',
  storyHelp: 'ما الخطوات، وماذا ظهر، ومتى يلزم الحل.',
  writtenIn: 'لغة الكتابة:',
  change: 'تغيير',
  kept: 'المسودة محفوظة',
  filesGone:
    'لم تعد محفوظة: {{names}}. تبقى الملفات التي وصلت يومًا واحدًا قبل إرسال الطلب، ويُرجى إرفاق ما ينقص من جديد.',
  send: 'إرسال الطلب',
  sendAside: 'يصلك رقم الطلب فورًا.',

  similar: 'لديك طلب يشبه هذا',
  addToIt: 'الإضافة إليه',

  next: {
    title: 'ما الذي يحدث بعد ذلك',
    confirm: 'نؤكد وصول الطلب',
    confirmText: 'برقم، فورًا',
    take: 'يتولّاه شخص من فريقنا',
    takeText: 'ويظهر لك ذلك هنا',
    answer: 'تصلك إجابة',
    answerText: 'ونسألك: هل حُلّ الأمر؟',
    close: 'يُغلق الطلب',
    closeText: 'ويمكنك إعادة فتحه',
  },

  sent: {
    title: 'وصلنا طلبك',
    text: 'رقم الطلب {{number}}. لا يلزمك فعل شيء الآن.',
    follow: 'متابعة هذا الطلب',
    view: 'عرض التذكرة {{number}}',
    another: 'طلب آخر',
  },
}
