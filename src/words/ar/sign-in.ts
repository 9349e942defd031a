import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const signIn: Translated<typeof en.signIn> = {
  title: 'تسجيل الدخول',
  toGoOn: 'يُرجى تسجيل الدخول للمتابعة. ما كتبته محفوظ.',
  email: 'البريد الإلكتروني',
  password: 'كلمة المرور',
  forgot: 'نسيت كلمة المرور؟',
  backToSignIn: 'العودة إلى تسجيل الدخول',

  forgotTitle: 'كلمة مرور جديدة',
  forgotText: 'سنرسل إليك رابطًا لاختيار كلمة مرور جديدة.',
  sendMail: 'إرسال رابط إليّ',
  mailSent: 'يُرجى مراجعة بريدك الإلكتروني',
  mailSentText: 'إن كان لهذا العنوان حساب لدينا فسيصلك رابط صالح لساعة واحدة: {{email}}',

  resetTitle: 'اختيار كلمة مرور جديدة',
  resetText: 'يكون الدخول بها بعد ذلك، ويُسجَّل الخروج من الأجهزة الأخرى.',
  resetOver: 'يعمل الرابط مرة واحدة ولمدة ساعة. يمكننا إرسال رابط جديد إليك.',
  invitationTitle: 'اختيار كلمة مرور',
  invitationText: 'يكون الدخول بها من الآن.',
  invitationOver: 'يعمل الرابط مرة واحدة ولمدة سبعة أيام. يمكننا إرسال رابط جديد إليك.',
  linkOver: 'لم يعد هذا الرابط صالحًا',
  ticketLinkTitle: 'طلبك',
  ticketLinkText: 'يفتح هذا الرابط طلبك من دون كلمة مرور، فيُرجى عدم مشاركته مع أحد.',
  ticketLinkOpen: 'عرض طلبي',
  ticketLinkOver: 'يمكننا إرسال رابط جديد إلى العنوان الذي أُرسل إليه هذا الرابط.',
  ticketLinkSend: 'إرسال رابط جديد',
  ticketLinkSent: 'الرابط الجديد في الطريق إليك',
  ticketLinkSentText: 'يُرجى الاطلاع على بريدك الإلكتروني.',

  newPassword: 'كلمة المرور الجديدة',
  passwordHint: 'الحد الأدنى لعدد الأحرف {{min, number}}. وبضع كلمات متتالية خيار جيد.',
  showPassword: 'إظهار كلمة المرور',
  hidePassword: 'إخفاء كلمة المرور',
  savePassword: 'حفظ كلمة المرور',
  passwordSaved: 'حُفظت كلمة المرور الجديدة',
  passwordSavedText: 'يمكنك الآن تسجيل الدخول بها.',
}
