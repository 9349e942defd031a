import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const help: Translated<typeof en.help> = {
  title: 'المساعدة',
  pages: 'صفحات المساعدة',
  loading: 'جارٍ تحميل صفحة المساعدة',
  failed: 'تعذّر تحميل صفحة المساعدة',
}
