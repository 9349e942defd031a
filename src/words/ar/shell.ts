// ما يحيط بكل صفحة: no imperative to the reader, no gendered form.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const shell: Translated<typeof en.shell> = {
  skip: 'الانتقال إلى المحتوى',
  mainNavigation: 'التنقل الرئيسي',
  openMenu: 'إظهار القائمة',
  closeMenu: 'إخفاء القائمة',
  language: 'اللغة',
  account: 'حسابك',
  signOut: 'تسجيل الخروج',

  scheme: {
    auto: 'كما في الجهاز',
    light: 'فاتح',
    dark: 'داكن',
  },

  live: {
    live: 'يُعرض كل جديد فور حدوثه',
    connecting: 'جارٍ الاتصال',
    reconnecting: 'انقطع الاتصال، وتجري المحاولة من جديد',
  },

  find: 'بحث أو انتقال',
  emptyDesk: {
    says: 'لا حسابات فعّالة في {{group}}: ما يخصها يصل إلى مديري النظام.',
    show: 'عرض المجموعة',
  },

  nav: {
    myRequests: 'طلباتي',
    newRequest: 'طلب جديد',
    administration: 'الإدارة',
    people: 'الأشخاص',
  },

  notCopied: 'تعذّر النسخ. يُرجى تحديد النص ونسخه باليد.',
  unsaved: {
    title: 'إغلاق دون حفظ؟',
    text: 'ما أدخلته هنا لم يُحفظ بعد وسيضيع.',
    leave: 'إغلاق دون حفظ',
    back: 'متابعة التحرير',
  },

  notices: {
    cameBack: {
      reply: 'لم يُرسل ردك على التذكرة {{number}}، وهو محفوظ فيها كمسودة.',
      note: 'لم تُضف ملاحظتك الداخلية إلى التذكرة {{number}}، وهي محفوظة فيها كمسودة.',
      'propose-solution': 'لم يُرسل الحل المقترح للتذكرة {{number}}، وهو محفوظ فيها كمسودة.',
    },
    toDraft: 'عرض',
    exportReady: 'الملف المطلوب جاهز للتنزيل: {{rows}}.',
    makeAgain: 'إعداده من جديد',
    exportFailed: 'تعذّر إعداد الملف المطلوب. يُرجى المحاولة من جديد.',
    title: 'الإشعارات',
    unread: 'الإشعارات، {{unread}}',
    manyUnread: 'أكثر من {{count, number}} غير مقروءة',
    new: 'جديد',
    readAll: 'تعليم الكل كمقروء',
    none: 'لا جديد',
    noneText: 'يظهر هنا كل ما يخصك.',
    loading: 'جارٍ تحميل الإشعارات',
    failed: 'تعذّر تحميل الإشعارات',
  },

  toasts: 'ما حدث للتو',
  dismiss: 'إخفاء',
  loading: 'جارٍ التحميل',
  showMore: 'عرض المزيد',
  retry: 'إعادة المحاولة',
  toNewest: 'إلى الأحدث',
  copyReference: 'نسخ المرجع {{reference}}',

  notFound: {
    title: 'لا يوجد شيء هنا',
    text: 'لا يوجد شيء في هذا العنوان، أو أنه غير متاح لهذا الحساب.',
    home: 'الانتقال إلى الصفحة الأولى',
  },
  refused: {
    title: 'هذه الصفحة غير متاحة لهذا الحساب',
    text: 'يمكن لمدير النظام منح الصلاحية.',
  },
  failed: {
    title: 'تعذّر تحميل هذه الصفحة',
    text: 'حدث خلل لدينا. ما كتبته محفوظ.',
    offline: 'تعذّر الوصول إلى الخادم',
    offlineText: 'يُرجى التحقق من الاتصال. ما كتبته محفوظ.',
    newer: 'صدرت نسخة أحدث',
    newerText: 'يُرجى تحديث الصفحة. ما كتبته محفوظ.',
    reload: 'تحديث الصفحة',
  },
}
