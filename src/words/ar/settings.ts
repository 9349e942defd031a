import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const settings: Translated<typeof en.settings> = {
  title: 'الإعدادات',
  notYours: 'لا شيء هنا ضمن صلاحياتك',
  notYoursText: 'تظهر الإعدادات لمن يملك صلاحية إدارتها، ويمكن لمدير النظام منحك إياها.',
  section: {
    organisation: 'المؤسسة',
    workflow: 'سير العمل',
    fields: 'الحقول المضافة',
    labels: 'تسميات الحالات',
    interactions: 'الرسائل التلقائية',
    mail: 'البريد',
    mailboxes: 'صناديق البريد',
    signIn: 'تسجيل الدخول',
    keys: 'مفاتيح API',
    audit: 'سجل التدقيق',
  },
}
