// What can be done or gone to, by typing.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const palette: Translated<typeof en.palette> = {
  title: 'بحث أو إجراء أو انتقال',
  ask: 'رقم، أو كلمات بأي لغة، أو الإجراء المطلوب',
  nothing: 'لا شيء يطابق هذه الكلمات.',
  with: 'مع {{number}}',
  tickets: 'التذاكر',
  number: 'عرض {{number}}',
  goTo: 'الانتقال إلى',
  goingAbout: 'غير المغلقة عن «{{words}}»',
  closedAbout: 'المغلقة عن «{{words}}»',
  hands: 'الأسهم للتنقل، Enter للتنفيذ، Esc للخروج.',
}
