// Warm, short, plain: what happened, what happens next, by when. The number is in the subject and in the first lines.
export const toCustomers = {
  'notify-customer-of-receipt': {
    subject: 'We have your request {{number}}: {{title}}',
    inProduct: 'We have your request {{number}}. Our answer will reach you here and by e-mail.',
    opening: 'Thank you for writing to us. We have your request; its number is {{number}}.',
    opening_onBehalf: 'We have written down your request for you; its number is {{number}}.',
    body: [
      '{{opening}}',
      '{{title}}',
      '{{leftOut}}',
      'Next, someone from our team reads it and starts working on it.',
      'You will hear from us by the end of {{answerBy}}.',
      'You need do nothing now. To add something, or to see where it stands: [See my request](see-request)',
    ],
  },

  'ask-owner-for-feedback': {
    subject: 'How was our help with your request {{number}}?',
    inProduct: 'Your request {{number}} is closed. How was our help? One tap on the stars is enough.',
    opening_accepted: 'Thank you for telling us that it is solved. Your request {{number}} is closed.',
    opening_closed: 'We have closed your request {{number}}. The reason: {{reason}}',
    opening_silence:
      'We sent you our answer to request {{number}} on {{offeredOn}}. We have not heard from you since, so we have closed the request.',
    opening_silenceAnswered:
      'We sent you our answer to request {{number}} on {{offeredOn}}. We have not heard from you since our message of {{spokeOn}}, so we have closed the request.',
    body: [
      '{{opening}}',
      '{{title}}',
      'How was our help?',
      '{{stars}}',
      'You can change your rating until the end of {{rateUntil}}.',
      'Is something still open? You can reopen the request until the end of {{reopenUntil}}: [Reopen my request](reopen)',
    ],
  },

  'tell-customer-of-solution': {
    subject: 'Our answer to your request {{number}}',
    inProduct: 'Our answer to {{number}} is ready. Did it solve the matter?',
    inProduct_noConfirm: 'Our answer to {{number}} is ready.',
    body: [
      'Here is our answer to your request {{number}}.',
      '{{title}}',
      '{{solution}}',
      'Files: {{files}}. They are on the page of your request.',
      'Did this solve it?',
      '[Yes, this solved it](accept-solution) [Not yet](decline-solution)',
      '{{verdict}}',
      'If we do not hear from you by the end of {{closesOn}}, we take it as solved and close the request. You can reopen it until the end of {{reopenUntil}}.',
    ],
    body_noConfirm: [
      'Here is our answer to your request {{number}}.',
      '{{title}}',
      '{{solution}}',
      'Files: {{files}}. They are on the page of your request.',
      'If something is still open, please write to us by the end of {{closesOn}}; after that we close the request.',
      '[See my request](see-request)',
    ],
  },

  'tell-customer-of-shared-solution': {
    subject: 'Our answer to your request {{number}}',
    inProduct: 'Our answer to {{number}} is ready. Did it solve the matter?',
    inProduct_noConfirm: 'Our answer to {{number}} is ready.',
    body: [
      'We joined your request {{number}} with {{original}}. Here is our answer to both.',
      '{{title}}',
      '{{solution}}',
      'Files: {{files}}. They are on the page of your request.',
      'Did this solve it?',
      '[Yes, this solved it](accept-solution) [Not yet](decline-solution)',
      '{{verdict}}',
      'If it is solved, you need do nothing now. If you tell us “not yet”, we take up your request again.',
    ],
    body_noConfirm: [
      'We joined your request {{number}} with {{original}}. Here is our answer to both.',
      '{{title}}',
      '{{solution}}',
      'Files: {{files}}. They are on the page of your request.',
      'You need do nothing now. If something is still open, please write to us.',
      '[See my request](see-request)',
    ],
  },

  'remind-customer-of-solution': {
    subject: 'Reminder: did our answer to your request {{number}} solve it?',
    inProduct: 'We are waiting for your word on {{number}}: did our answer solve it?',
    body: [
      'On {{offeredOn}} we sent you our answer to request {{number}}. We have not heard from you yet.',
      '{{title}}',
      '{{solution}}',
      'Files: {{files}}. They are on the page of your request.',
      'Did this solve it?',
      '[Yes, this solved it](accept-solution) [Not yet](decline-solution)',
      '{{verdict}}',
      'Without word from you we close the request at the end of {{closesOn}}. If you need more time, write us a line.',
    ],
    body_answered: [
      'On {{offeredOn}} we sent you our answer to request {{number}}. We have not heard from you since our message of {{spokeOn}}.',
      '{{title}}',
      '{{solution}}',
      'Files: {{files}}. They are on the page of your request.',
      'Did this solve it?',
      '[Yes, this solved it](accept-solution) [Not yet](decline-solution)',
      '{{verdict}}',
      'Without word from you we close the request at the end of {{closesOn}}. If you need more time, write us a line.',
    ],
  },

  'tell-customer-of-duplicate': {
    subject: 'Your request {{number}} continues with {{original}}',
    subject_ended: 'Your request {{number}}: {{original}} is closed',
    inProduct: 'We now follow your request {{number}} together with {{original}}. You will get the answer too.',
    inProduct_ended:
      '{{original}}, with which we followed your request {{number}}, is closed without an answer. You can reopen your request.',
    body: [
      'We are already working on the same matter under {{original}}, so we have joined your request {{number}} with it.',
      '{{title}}',
      'Next: when the answer is ready you get it too, and we ask you whether it solves yours.',
      'You need do nothing now. To see how far we are: [See the progress](see-progress)',
      'Is yours a different matter? You can reopen your request until the end of {{reopenUntil}}: [Reopen my request](reopen)',
    ],
    body_ended: [
      'We followed your request {{number}} together with {{original}}. That one is now closed without an answer, so none comes from there.',
      '{{title}}',
      'Do you still need help? You can reopen your request until the end of {{reopenUntil}}; then we work on it by itself: [Reopen my request](reopen)',
      'If nothing is open any more, you need do nothing.',
    ],
  },

  'tell-customer-of-reply': {
    subject: 'A message about your request {{number}}',
    inProduct: 'New message from {{actor}} about your request {{number}}',
    body: [
      '{{actor}} from our team writes about your request {{number}}:',
      '{{title}}',
      '{{reply}}',
      'Files: {{files}}. They are on the page of your request.',
      'If this asks you something, we go on as soon as we hear from you.',
      '[Write back](write-back)',
    ],
  },

  'tell-customer-of-reopening': {
    subject: 'We are working on your request {{number}} again',
    inProduct: 'We have reopened your request {{number}} and go on working on it.',
    body: [
      'We have reopened your request {{number}}.',
      '{{title}}',
      'The reason: {{reason}}',
      'Next, our team goes on working on it. You will hear from us by the end of {{answerBy}}.',
      'You need do nothing now. To see where it stands: [See my request](see-request)',
    ],
  },
} as const
