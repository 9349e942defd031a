// Clear and courteous, without bureaucracy: «طلبك»، «إجابتنا»، «يمكنك»; no imperative, no adjective on the reader.
import type { toCustomers as english } from '../en/interactions-to-customers.ts'
import type { Translated } from '../key.ts'

export const toCustomers: Translated<typeof english> = {
  'notify-customer-of-receipt': {
    subject: 'وصلنا طلبك رقم {{number}}: {{title}}',
    inProduct: 'وصلنا طلبك رقم {{number}}، وستصلك إجابتنا هنا وبالبريد الإلكتروني.',
    opening: 'شكرًا لتواصلك معنا. وصلنا طلبك، ورقمه {{number}}.',
    opening_onBehalf: 'سجّلنا هذا الطلب باسمك، ورقمه {{number}}.',
    body: [
      '{{opening}}',
      '{{title}}',
      '{{leftOut}}',
      'الخطوة التالية: يقرأ فريقنا طلبك ويبدأ العمل عليه.',
      'سنكتب إليك قبل نهاية يوم {{answerBy}}.',
      'لا يلزمك فعل شيء الآن. لإضافة معلومات أو لمعرفة أين وصل طلبك: [عرض طلبي](see-request)',
    ],
  },

  'ask-owner-for-feedback': {
    subject: 'ما رأيك في خدمتنا بشأن طلبك رقم {{number}}؟',
    inProduct: 'أُغلق طلبك رقم {{number}}. ما رأيك في خدمتنا؟ تكفي نقرة على النجوم.',
    opening_accepted: 'شكرًا لإبلاغنا بأن الأمر حُلّ. أُغلق طلبك رقم {{number}}.',
    opening_closed: 'أغلقنا طلبك رقم {{number}}. السبب: {{reason}}',
    opening_silence:
      'أرسلنا إليك إجابتنا عن طلبك رقم {{number}} يوم {{offeredOn}}، ولم يصلنا رد منك بعدها، فأغلقنا الطلب.',
    opening_silenceAnswered:
      'أرسلنا إليك إجابتنا عن طلبك رقم {{number}} يوم {{offeredOn}}، ولم يصلنا رد منك بعد رسالتنا يوم {{spokeOn}}، فأغلقنا الطلب.',
    body: [
      '{{opening}}',
      '{{title}}',
      'ما رأيك في خدمتنا؟',
      '{{stars}}',
      'يمكنك تعديل تقييمك حتى نهاية يوم {{rateUntil}}.',
      'هل بقي شيء من دون حل؟ يمكنك إعادة فتح الطلب حتى نهاية يوم {{reopenUntil}}: [إعادة فتح طلبي](reopen)',
    ],
  },

  'tell-customer-of-solution': {
    subject: 'إجابتنا عن طلبك رقم {{number}}',
    inProduct: 'إجابتنا عن طلبك رقم {{number}} جاهزة. هل حُلّ الأمر؟',
    inProduct_noConfirm: 'إجابتنا عن طلبك رقم {{number}} جاهزة.',
    body: [
      'إليك إجابتنا عن طلبك رقم {{number}}.',
      '{{title}}',
      '{{solution}}',
      'الملفات: {{files}}. وهي متاحة في صفحة طلبك.',
      'هل حُلّ الأمر؟',
      '[نعم، حُلّ الأمر](accept-solution) [ليس بعد](decline-solution)',
      '{{verdict}}',
      'إذا لم يصلنا رد منك حتى نهاية يوم {{closesOn}} فسنعدّ الأمر محلولًا ونغلق الطلب. ويمكنك إعادة فتحه حتى نهاية يوم {{reopenUntil}}.',
    ],
    body_noConfirm: [
      'إليك إجابتنا عن طلبك رقم {{number}}.',
      '{{title}}',
      '{{solution}}',
      'الملفات: {{files}}. وهي متاحة في صفحة طلبك.',
      'إذا بقي شيء من دون حل فيُرجى الكتابة إلينا قبل نهاية يوم {{closesOn}}، وبعد ذلك نغلق الطلب.',
      '[عرض طلبي](see-request)',
    ],
  },

  'tell-customer-of-shared-solution': {
    subject: 'إجابتنا عن طلبك رقم {{number}}',
    inProduct: 'إجابتنا عن طلبك رقم {{number}} جاهزة. هل حُلّ الأمر؟',
    inProduct_noConfirm: 'إجابتنا عن طلبك رقم {{number}} جاهزة.',
    body: [
      'سبق أن ضممنا طلبك رقم {{number}} إلى الطلب رقم {{original}}، وإليك إجابتنا عنهما معًا.',
      '{{title}}',
      '{{solution}}',
      'الملفات: {{files}}. وهي متاحة في صفحة طلبك.',
      'هل حُلّ الأمر؟',
      '[نعم، حُلّ الأمر](accept-solution) [ليس بعد](decline-solution)',
      '{{verdict}}',
      'إن كان الأمر قد حُلّ فلا يلزمك فعل شيء الآن. وإن وصلنا منك «ليس بعد» فسنعود إلى العمل على طلبك.',
    ],
    body_noConfirm: [
      'سبق أن ضممنا طلبك رقم {{number}} إلى الطلب رقم {{original}}، وإليك إجابتنا عنهما معًا.',
      '{{title}}',
      '{{solution}}',
      'الملفات: {{files}}. وهي متاحة في صفحة طلبك.',
      'لا يلزمك فعل شيء الآن. وإن بقي شيء من دون حل فيمكنك الكتابة إلينا.',
      '[عرض طلبي](see-request)',
    ],
  },

  'remind-customer-of-solution': {
    subject: 'تذكير: هل حُلّ موضوع طلبك رقم {{number}}؟',
    inProduct: 'ننتظر رأيك في إجابتنا عن طلبك رقم {{number}}: هل حُلّ الأمر؟',
    body: [
      'أرسلنا إليك يوم {{offeredOn}} إجابتنا عن طلبك رقم {{number}}، ولم يصلنا ردك بعد.',
      '{{title}}',
      '{{solution}}',
      'الملفات: {{files}}. وهي متاحة في صفحة طلبك.',
      'هل حُلّ الأمر؟',
      '[نعم، حُلّ الأمر](accept-solution) [ليس بعد](decline-solution)',
      '{{verdict}}',
      'إذا لم يصلنا رد فسنغلق الطلب في نهاية يوم {{closesOn}}. وإن لزمك وقت أطول فتكفينا رسالة قصيرة منك.',
    ],
    body_answered: [
      'أرسلنا إليك يوم {{offeredOn}} إجابتنا عن طلبك رقم {{number}}، ولم يصلنا رد منك بعد رسالتنا يوم {{spokeOn}}.',
      '{{title}}',
      '{{solution}}',
      'الملفات: {{files}}. وهي متاحة في صفحة طلبك.',
      'هل حُلّ الأمر؟',
      '[نعم، حُلّ الأمر](accept-solution) [ليس بعد](decline-solution)',
      '{{verdict}}',
      'إذا لم يصلنا رد فسنغلق الطلب في نهاية يوم {{closesOn}}. وإن لزمك وقت أطول فتكفينا رسالة قصيرة منك.',
    ],
  },

  'tell-customer-of-duplicate': {
    subject: 'نتابع طلبك رقم {{number}} مع الطلب رقم {{original}}',
    subject_ended: 'بشأن طلبك رقم {{number}}: أُغلق الطلب رقم {{original}}',
    inProduct: 'نتابع طلبك رقم {{number}} مع الطلب رقم {{original}}، وستصلك الإجابة أيضًا.',
    inProduct_ended:
      'أُغلق من دون إجابة الطلب رقم {{original}} الذي كنا نتابع معه طلبك رقم {{number}}. يمكنك إعادة فتح طلبك.',
    body: [
      'سبق أن وصلنا الموضوع نفسه في الطلب رقم {{original}}، ونحن نعمل عليه الآن، ولذلك ضممنا إليه طلبك رقم {{number}}.',
      '{{title}}',
      'الخطوة التالية: حين تجهز الإجابة ستصلك أيضًا، ونسألك حينها: هل حُلّ الأمر؟',
      'لا يلزمك فعل شيء الآن. لمعرفة أين وصل العمل: [عرض مسار الطلب](see-progress)',
      'هل موضوع طلبك مختلف؟ يمكنك إعادة فتحه حتى نهاية يوم {{reopenUntil}}: [إعادة فتح طلبي](reopen)',
    ],
    body_ended: [
      'كنا نتابع طلبك رقم {{number}} مع الطلب رقم {{original}}. أُغلق ذلك الطلب من دون إجابة، ولذلك لن تصلك إجابة منه.',
      '{{title}}',
      'هل بقي شيء من دون حل؟ يمكنك إعادة فتح طلبك حتى نهاية يوم {{reopenUntil}}، فنعمل عليه وحده: [إعادة فتح طلبي](reopen)',
      'وإن لم يبق شيء من دون حل فلا يلزمك فعل شيء.',
    ],
  },

  'tell-customer-of-reply': {
    subject: 'رسالة بشأن طلبك رقم {{number}}',
    inProduct: 'رسالة جديدة من {{actor}} بشأن طلبك رقم {{number}}',
    body: [
      'رسالة إليك من {{actor}}، من فريق الدعم، بشأن طلبك رقم {{number}}:',
      '{{title}}',
      '{{reply}}',
      'الملفات: {{files}}. وهي متاحة في صفحة طلبك.',
      'إن كان في الرسالة سؤال فسنواصل العمل فور وصول ردك.',
      '[الكتابة إلينا](write-back)',
    ],
  },

  'tell-customer-of-reopening': {
    subject: 'نواصل العمل على طلبك رقم {{number}}',
    inProduct: 'أعدنا فتح طلبك رقم {{number}}، ونواصل العمل عليه.',
    body: [
      'أعدنا فتح طلبك رقم {{number}}.',
      '{{title}}',
      'السبب: {{reason}}',
      'الخطوة التالية: يواصل فريقنا العمل على طلبك، وسنكتب إليك قبل نهاية يوم {{answerBy}}.',
      'لا يلزمك فعل شيء الآن. لمعرفة أين وصل طلبك: [عرض طلبي](see-request)',
    ],
  },
}
