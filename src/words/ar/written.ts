import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const written: Translated<typeof en.written> = {
  showQuoted: 'عرض النص المقتبس',
  hideQuoted: 'إخفاء النص المقتبس',

  file: {
    attach: 'إرفاق ملفات',
    attachOne: 'اختيار ملف',
    drop: 'إفلات الملفات هنا',
    list: 'الملفات',
    progress: 'الملف {{name}}: {{percent, number}}%',
    remove: 'حذف {{name}}',
    cancel: 'إلغاء {{name}}',
    retry: 'إعادة محاولة {{name}}',
    retryShort: 'إعادة المحاولة',
    failed: 'لم يُرسل',
    tooLarge: 'الملف أكبر من الحد الأقصى {{max}}',
    preview: 'عرض {{name}}',
    waiting: 'ما زال ملف قيد الإرسال.',
  },
  draftKept: 'حُفظت المسودة',
  draftNotKept: 'لم تُحفظ المسودة بعد',
  notSent: 'لم تُرسل رسالتك بشأن {{number}}، وهي محفوظة هناك.',
  goThere: 'عرض',
}
