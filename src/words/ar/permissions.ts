// Verbal noun and plural.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const permissions: Translated<typeof en.permissions> = {
  ticket: {
    submit: 'تقديم التذاكر',
    submitForCustomer: 'تقديم التذاكر باسم العملاء',
    cancel: 'إلغاء الطلبات الخاصة بالمستخدم',
    assign: 'إسناد التذاكر',
    take: 'تولّي التذاكر',
    giveBack: 'إعادة التذاكر إلى المجموعة',
    close: 'إغلاق التذاكر',
    markDuplicate: 'وضع علامة «مكررة» على التذاكر',
    reopenOwn: 'إعادة فتح الطلبات الخاصة بالمستخدم',
    reopen: 'إعادة فتح التذاكر',
    rate: 'تقييم الخدمة',
    reply: 'كتابة الردود',
    note: 'كتابة الملاحظات الداخلية',
    translate: 'ترجمة النصوص',
    setFields: 'تعديل الحقول المضافة',
    seeOwn: 'عرض التذاكر الخاصة بالمستخدم',
    seeOrganisation: 'عرض تذاكر مؤسسة المستخدم',
    seeGroups: 'عرض تذاكر مجموعات المستخدم',
    seeAll: 'عرض كل التذاكر',
  },
  solution: {
    propose: 'اقتراح الحلول',
    withdraw: 'سحب الحلول',
    review: 'مراجعة الحلول',
    accept: 'قبول الحلول أو رفضها',
  },
  cannedAnswer: { share: 'مشاركة الردود الجاهزة' },
  user: {
    read: 'عرض المستخدمين',
    manage: 'إدارة المستخدمين',
    erase: 'محو بيانات الأشخاص نهائيًا',
  },
  group: { manage: 'إدارة المجموعات' },
  role: { manage: 'إدارة الأدوار' },
  settings: { manage: 'إدارة الإعدادات' },
  statistics: { read: 'عرض الإحصاءات', people: 'عرض أرقام كل شخص على حدة' },
  report: { read: 'عرض التقارير' },
  audit: { read: 'عرض سجل التدقيق' },
  apiKey: { own: 'استخدام مفاتيح API الخاصة بالمستخدم', manage: 'إدارة مفاتيح API للخدمات' },
}
