// Names stand after nouns and prepositions; what happens to an account is said in the passive.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const people: Translated<typeof en.people> = {
  title: 'الأشخاص',
  groups: 'المجموعات',
  loading: 'جارٍ تحميل الأشخاص',
  failed: 'تعذّر تحميل الأشخاص',
  search: 'البحث بالاسم أو البريد الإلكتروني',
  which: 'الأشخاص المعروضون',
  active: 'حسابات فعّالة',
  inactive: 'حسابات موقوفة',
  all: 'الكل',
  add: 'إضافة شخص',
  edit: 'تعديل بيانات {{name}}',
  nobody: 'لا أحد هنا',
  nobodyText: 'لا يوجد شخص بهذا الاسم أو البريد الإلكتروني.',
  invited: 'أُرسلت دعوة إلى {{email}}',
  added: 'أُضيف حساب {{name}}',
  changed: 'حُفظ تعديل حساب {{name}}',

  column: {
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    roles: 'الأدوار',
    groups: 'المجموعات',
    since: 'منذ',
  },

  field: {
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    language: 'اللغة',
    languageHint: 'بها تُكتب الصفحات والرسائل.',
    timeZone: 'المنطقة الزمنية',
    asOrganisation: 'كما في إعدادات المؤسسة',
    roles: 'الأدوار',
    groups: 'المجموعات',
    access: 'طريقة الدخول',
    invitation: 'دعوة بالبريد الإلكتروني',
    invitationHint: 'يصل رابط لاختيار كلمة المرور.',
    password: 'كلمة المرور',
    passwordHint: 'لا تقل عن {{min, number}} أحرف، وتُسلَّم إلى صاحب الحساب مباشرة.',
  },
  roleText: {
    customer: 'طلب المساعدة ومتابعتها وتقييمها.',
    representative: 'العمل على تذاكر المجموعات واقتراح الحلول.',
    supportDesk: 'الإسناد ومراجعة الحلول والإغلاق وقراءة الإحصاءات.',
    administrator: 'إضافة الأشخاص والمجموعات وضبط النظام، مع رؤية كل التذاكر.',
  },
  inviteAgain: 'إرسال دعوة جديدة',
  inviteAgainDone: 'أُرسلت دعوة جديدة',

  deactivate: {
    button: 'إيقاف الحساب',
    title: 'إيقاف حساب {{name}}؟',
    text: 'ينتهي الدخول فورًا ولا يمكن الدخول من جديد. تعود التذاكر التي لدى صاحب الحساب إلى مجموعاتها، ويبقى كل ما كُتب. يمكن إعادة تفعيل الحساب في أي وقت.',
    confirm: 'إيقاف الحساب',
    done: 'أُوقف حساب {{name}}',
  },
  reactivate: {
    button: 'إعادة تفعيل الحساب',
    text: 'يمكن الدخول من جديد بالأدوار والمجموعات نفسها.',
    done: 'أُعيد تفعيل حساب {{name}}',
  },

  group: {
    add: 'إضافة مجموعة',
    edit: 'تعديل {{name}}',
    name: 'اسم المجموعة',
    members: 'الأعضاء',
    roles: 'أدوار أعضائها',
    nobody: 'لا أعضاء بعد',
    noActive: 'لا حسابات فعّالة فيها: ما يخصها يصل إلى مديري النظام.',
    added: 'أُضيفت المجموعة {{name}}',
    changed: 'حُفظ تعديل المجموعة {{name}}',
    loading: 'جارٍ تحميل المجموعات',
    failed: 'تعذّر تحميل المجموعات',
    leave: 'تعود تذاكر من يغادر المجموعة إليها.',
    desk: 'تصلها إشعارات الطلبات الجديدة، وتراجع الحلول.',
    find: 'البحث عن شخص',
  },
}
