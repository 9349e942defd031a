import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const refusalsToAdministrators: Translated<typeof en.refusalsToAdministrators> = {
  sameName: 'يوجد دور اسمه {{name}}. يُرجى اختيار اسم آخر.',
  notInOrder: 'هذه الأوقات متداخلة أو غير مرتبة.',
  endsBeforeItBegins:
    'تنتهي كل مدة عمل بعد بدايتها. إن امتدت إلى ما بعد منتصف الليل فأنهِها عند منتصف الليل واكتب الباقي في اليوم التالي.',
  tooManyRows: 'الحد الأقصى لعدد الصفوف {{max, number}}، والعدد الآن {{length, number}}. يُرجى تقسيم الملف.',
  tooManyLanguages: 'أقصى عدد للغات النص الواحد: {{max, number}}.',
  unknownColumn: 'في الملف عمود غير معروف: {{column}}.',
  missingColumn: 'ينقص الملف العمود {{column}}.',
  repeatedColumn: 'في الملف عمود مكرر.',
  tooManyCells: 'خلايا هذا الصف أكثر من عناوين الأعمدة.',
  notYours: 'ليست لديك هذه الصلاحية، فلا يمكنك منحها.',
  repeated: 'هذا مكرر في الملف.',
  valueLost: 'قد تحمل بعض التذاكر القيمة «{{value}}». يُرجى إيقاف استعمالها بدل حذفها.',
  notWidened: 'ما كان ظاهرًا للموظفين وحدهم يبقى لهم. يُرجى إضافة حقل آخر للعملاء.',
  unknownVariable: 'لا يوجد {{variable}} في هذا الإشعار.',
  brokenVariable: 'يُكتب المتغير بين حاصرتين { } من كل جانب، مثل {{example}}.',
  brokenButton: 'يُكتب الزر [عنوان](action) في آخر الفقرة، بأحد إجراءات هذا الإشعار.',
  missingPart: 'يجب أن يرد {{part}} في هذا النص.',
  lowContrast:
    'لن تسهل القراءة: التباين مع {{against}} هو {{ratio, number}}، والمطلوب {{least, number}} على الأقل. أقرب لون تسهل قراءته هو {{nearest}}.',
  notAnImage: 'يُرجى اختيار صورة بصيغة PNG أو JPEG أو WebP.',
  notAnIssuer: 'المُصدِر عنوان https مثل https://login.example.com لا يتبعه شيء بعد مساره.',
  noProvider: 'لا يجيب مزود OpenID على هذا العنوان. {{said}}',
  endsInDigit: 'لا يمكن أن يكون المحرف الأخير رقمًا، فقد يُقرأ جزءًا من رقم التذكرة.',
  notOffered: 'هذه اللغة ليست من اللغات المتاحة.',
}
