// Account mails. Whoever asked for the password may be anybody: the sentences name the act, not a person.
import type { en } from '../en/index.ts'
import type { Translated } from '../key.ts'

export const account: Translated<typeof en.account> = {
  invitation: {
    customer: {
      subject: 'حسابك لدى {{organisation}}',
      body: [
        'أنشأنا لك حسابًا لدى {{organisation}}، ويمكنك من خلاله إرسال طلباتك إلينا ومعرفة أين وصلت.',
        'يُرجى اختيار كلمة مرور قبل نهاية يوم {{validUntil}}:',
        '[اختيار كلمة مرور](choose-password)',
        'بعد ذلك اليوم يمكننا إرسال رابط جديد إليك. وإن لم تكن لك رغبة في الحساب فلا يلزمك فعل شيء.',
      ],
    },
    staff: {
      subject: 'حساب جديد لدى {{organisation}}: اختيار كلمة المرور',
      body: [
        'أُضيف حسابك لدى {{organisation}} (الإضافة من {{actor}}). الأدوار: {{roles}}.',
        'الخطوة التالية: اختيار كلمة المرور. الرابط صالح حتى نهاية يوم {{validUntil}}.',
        '[اختيار كلمة مرور](choose-password)',
      ],
    },
  },

  ticketLink: {
    customer: {
      subject: 'رابط جديد إلى طلبك',
      body: [
        'إليك رابطًا جديدًا إلى طلبك، وهو صالح حتى نهاية يوم {{validUntil}}:',
        '[عرض طلبي](see-request)',
        'يفتح هذا الرابط طلبك من دون كلمة مرور، فيُرجى عدم مشاركته.',
      ],
    },
    staff: {
      subject: 'رابط جديد: {{organisation}}',
      body: [
        'الرابط الجديد إلى طلبك، وهو صالح حتى نهاية يوم {{validUntil}}:',
        '[عرض طلبي](see-request)',
      ],
    },
  },

  passwordReset: {
    customer: {
      subject: 'كلمة مرور جديدة لحسابك',
      body: [
        'وصلنا طلب كلمة مرور جديدة لهذا الحساب. إن كان الطلب منك فيمكنك اختيارها حتى {{validUntil}}:',
        '[اختيار كلمة مرور جديدة](choose-password)',
        'إن لم يكن الطلب منك فلا يلزمك فعل شيء، وتبقى كلمة مرورك كما هي.',
      ],
    },
    staff: {
      subject: 'إعادة ضبط كلمة المرور: {{organisation}}',
      body: [
        'وصل طلب كلمة مرور جديدة لهذا الحساب.',
        'الخطوة التالية: اختيارها قبل {{validUntil}}. إن لم يكن الطلب منك فلا شيء مطلوب، وتبقى كلمة المرور كما هي.',
        '[اختيار كلمة مرور جديدة](choose-password)',
      ],
    },
  },

  passwordChanged: {
    customer: {
      subject: 'تغيّرت كلمة مرور حسابك',
      body: [
        'تغيّرت كلمة مرور حسابك يوم {{changedAt}}.',
        'إن كان التغيير منك فلا يلزمك فعل شيء الآن.',
        'إن لم يكن منك فيُرجى اختيار كلمة مرور جديدة والكتابة إلينا: [اختيار كلمة مرور جديدة](choose-password)',
      ],
    },
    staff: {
      subject: 'تغيّرت كلمة مرورك: {{organisation}}',
      body: [
        'تغيّرت كلمة مرورك يوم {{changedAt}}.',
        'الخطوة التالية: لا شيء إن كان التغيير منك، وإلا فاختيار كلمة مرور جديدة وإبلاغ مدير النظام.',
        '[اختيار كلمة مرور جديدة](choose-password)',
      ],
    },
  },

  testMail: {
    subject: 'رسالة تجريبية من {{organisation}}',
    body: ['تصل رسائل {{organisation}} إلى هنا.', 'أُرسلت هذه الرسالة التجريبية يوم {{at}} بطلب من {{actor}}.'],
  },
}
