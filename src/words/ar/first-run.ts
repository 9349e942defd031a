import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const firstRun: Translated<typeof en.firstRun> = {
  title: 'إعداد سند',
  lead: 'مرة واحدة، في نحو دقيقتين. ويمكن تغيير كل شيء لاحقًا.',
  needsLink: 'ينقص الرابط',
  needsLinkText: 'عند التشغيل يكتب سند رابطًا في المكان الذي شُغّل منه. يُرجى فتح ذلك الرابط.',
  linkOver: 'لم يعد هذا الرابط صالحًا',
  linkOverText: 'يُرجى إعادة تشغيل سند، فيكتب رابطًا جديدًا.',
  over: 'سبق إعداد سند',

  organisation: 'مؤسستك',
  name: 'الاسم',
  nameHint: 'كما يعرفه العملاء: يظهر في كل صفحة وكل رسالة.',
  language: 'اللغة',
  languageHint: 'لرسائل وصفحات من لم يختر لغة.',
  timeZone: 'المنطقة الزمنية',

  administrator: 'أنت، مدير النظام',
  yourName: 'اسمك',
  email: 'البريد الإلكتروني',
  joinDesk: 'أعمل في مكتب الدعم أيضًا',
  joinDeskHint: 'وإلا فلن يرى أحد الطلبات الجديدة إلى أن يُضاف شخص آخر.',
  start: 'بدء',

  next: {
    title: 'كل شيء جاهز في {{organisation}}',
    lead: 'أربع خطوات بأي ترتيب، الآن أو لاحقًا.',
    help: 'كيف يُضاف الأشخاص والمجموعات والأدوار والحقول',
    people: 'إضافة الأشخاص',
    peopleText: 'ممثلو الدعم يجيبون، ومكتب الدعم يُسند ويراجع.',
    desk: 'تحديد مكتب الدعم',
    deskText: 'من ينتمي إليه، وما المجموعات.',
    mail: 'تفعيل إرسال البريد',
    mailText: 'لا يصل شيء إلى أحد بالبريد قبل تحديد خادم بريد.',
    request: 'فتح صفحة الطلب',
    requestText: 'هذا ما يراه عملاؤك.',
    begin: 'الانتقال إلى الطلبات',
  },
}
