// What is so, then what can be done: «يُرجى» and a verbal noun, never an imperative.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const refusals: Translated<typeof en.refusals> = {
  malformed: 'تعذّرت قراءة البيانات المرسلة. يُرجى تحديث الصفحة والمحاولة من جديد.',
  notSignedIn: 'يُرجى تسجيل الدخول للمتابعة. ما كتبته محفوظ.',
  linkNotValid: 'لم يعد هذا الرابط صالحًا. يمكننا إرسال رابط جديد إليك. [إرسال رابط جديد](send-new-link)',
  notAllowed: 'يتطلب هذا صلاحية «{{permission}}»، ويمكن لمدير النظام منحها.',
  ownSolution: 'هذا الحل من كتابتك، ولذلك يراجعه شخص آخر.',
  notFound: 'لا يوجد شيء هنا، أو أنه غير متاح لهذا الحساب. يُرجى التحقق من الرقم أو استخدام حساب آخر.',
  notPossibleNow: 'لا يمكن ذلك الآن، فالحالة «{{status}}». المتاح الآن: {{may}}.',
  alreadyTaken: 'سبقك شخص آخر، والتذكرة الآن لدى {{actor}}.',
  changedMeanwhile: 'حدث تغيير أثناء الكتابة. نصك محفوظ: يُرجى الاطلاع على الجديد ثم الإرسال من جديد.',
  tooLate: 'انتهت المهلة يوم {{endedOn}}. يمكنك تقديم طلب جديد مع ذكر الرقم {{number}} فيه.',
  tooLarge: 'الحجم {{size}}، والحد الأقصى {{max}}. يُرجى إرسال ملف أصغر أو الإرسال على دفعات.',
  invalidFields: 'لم يُحفظ شيء بعد. يُرجى مراجعة الحقول المحددة.',
  duplicateCircle: 'التذكرة {{original}} مكررة عن هذه التذكرة. يُرجى اختيار تذكرة أصلية أخرى.',
  tooManyTries: 'محاولات كثيرة في وقت قصير. يُرجى المحاولة بعد الساعة {{time}}.',
  signIn: 'البريد الإلكتروني أو كلمة المرور غير صحيحة.',
  failure: 'حدث خلل لدينا. يُرجى المحاولة من جديد، وإن تكرر فيُرجى تزويدنا بهذا المرجع: {{reference}}',

  notAllowed_plain: 'هذا غير متاح لهذا الحساب، ويمكن لمدير النظام منح الصلاحية.',
  notPossibleNow_nothing: 'لا يمكن ذلك الآن، فالحالة «{{status}}».',

  field: {
    required: 'هذا الحقل مطلوب.',
    tooLong: 'الحد الأقصى لعدد الأحرف {{max, number}}، والعدد الآن {{length, number}}.',
    notInList: 'يُرجى الاختيار من القائمة.',
    outOfRange: 'القيمة من {{min, number}} إلى {{max, number}}.',
    notAnAddress: 'صيغة البريد الإلكتروني: name@example.com',
    unknown: 'لا يوجد حقل بهذا الاسم.',
  },
}
