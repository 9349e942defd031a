// Terse and exact: who, what, number. The reason is quoted. A mail that asks for an act ends with "Next:" and one button.
export const toStaff = {
  'notify-desk-of-new-ticket': {
    subject: 'New ticket {{number}}: {{title}}',
    subject_mailbox: 'New ticket {{number}} in {{group}}: {{title}}',
    inProduct: 'New ticket {{number}} from {{customer}}: {{title}}',
    inProduct_mailbox: 'New ticket {{number}} from {{customer}} in {{group}}: {{title}}',
    body: [
      'New ticket from {{customer}}.',
      '{{title}}',
      '{{excerpt}}',
      'Next: assign it or take it.',
      '[View ticket](view-ticket)',
    ],
    body_mailbox: [
      'New ticket from {{customer}}. It came by the mailbox of {{group}} and is assigned to that group.',
      '{{title}}',
      '{{excerpt}}',
      'Next: nothing, unless another group should have it.',
      '[View ticket](view-ticket)',
    ],
  },

  'notify-representative-of-assignment': {
    subject: '{{number}} assigned to you: {{title}}',
    subject_group: '{{number}} assigned to {{group}}: {{title}}',
    subject_desk: '{{number}} has nobody to work on it: {{title}}',
    subject_mailbox: 'New in {{group}}: {{number}}: {{title}}',
    inProduct: '{{actor}} assigned {{number}} to you: {{title}}',
    inProduct_group: '{{actor}} assigned {{number}} to {{group}}: {{title}}',
    inProduct_desk: '{{actor}} assigned {{number}} to {{group}}, and nobody there sees it.',
    inProduct_mailbox: 'New in {{group}}: {{number}} from {{customer}}: {{title}}',
    body: [
      '{{actor}} assigned this ticket to you.',
      '{{title}}',
      'Customer: {{customer}}. Opened: {{openedOn}}.',
      'Next: propose a solution, or reply if something is missing.',
      '[View ticket](view-ticket)',
    ],
    body_group: [
      '{{actor}} assigned this ticket to {{group}}.',
      '{{title}}',
      'Customer: {{customer}}. Opened: {{openedOn}}.',
      'Next: one of you takes it.',
      '[View ticket](view-ticket)',
    ],
    body_desk: [
      '{{actor}} assigned this ticket to {{group}}, and nobody there sees it.',
      '{{title}}',
      'Customer: {{customer}}. Opened: {{openedOn}}.',
      'Next: assign it to another group.',
      '[View ticket](view-ticket)',
    ],
    body_mailbox: [
      'This ticket came by the mailbox of {{group}}.',
      '{{title}}',
      'Customer: {{customer}}. Opened: {{openedOn}}.',
      'Next: one of you takes it.',
      '[View ticket](view-ticket)',
    ],
  },

  'notify-desk-to-review-solution': {
    subject: 'To review: solution for {{number}}: {{title}}',
    inProduct: '{{actor}} proposed a solution for {{number}}: it waits for review.',
    body: [
      '{{actor}} proposed a solution (review round {{round}}).',
      '{{title}}',
      '{{solution}}',
      'Next: approve, edit and approve, or return with a reason. The customer sees nothing before.',
      '[Review](review)',
    ],
  },

  'notify-representative-of-approval': {
    subject: 'Accepted: your solution for {{number}}: {{title}}',
    subject_notAuthor: 'Accepted: the solution for {{number}}: {{title}}',
    inProduct: '{{customer}} accepted your solution for {{number}}. The ticket is closed.',
    inProduct_notAuthor: '{{customer}} accepted the solution for {{number}}. The ticket is closed.',
    body: [
      '{{customer}} accepted your solution. The ticket is closed.',
      '{{title}}',
      'Next: nothing. If it is reopened, you will be told.',
      '[View ticket](view-ticket)',
    ],
    body_notAuthor: [
      '{{customer}} accepted the solution. The ticket is closed.',
      '{{title}}',
      'Next: nothing. If it is reopened, you will be told.',
      '[View ticket](view-ticket)',
    ],
  },

  'tell-representative-of-return': {
    subject: 'Returned: your solution for {{number}}: {{title}}',
    subject_notAuthor: 'Returned: the solution for {{number}}: {{title}}',
    inProduct: '{{actor}} returned your solution for {{number}}: {{reason}}',
    inProduct_notAuthor: '{{actor}} returned the solution for {{number}}: {{reason}}',
    body: [
      '{{actor}} returned your solution (review round {{round}}).',
      '{{title}}',
      'Reason: {{reason}}',
      'Next: change it and propose it again. The customer has seen nothing.',
      '[Edit solution](edit-solution)',
    ],
    body_notAuthor: [
      '{{actor}} returned the solution (review round {{round}}).',
      '{{title}}',
      'Reason: {{reason}}',
      'Next: it is changed and proposed again. The customer has seen nothing.',
      '[View ticket](view-ticket)',
    ],
  },

  'tell-staff-of-decline': {
    subject: 'Declined: solution for {{number}}: {{title}}',
    inProduct: '{{customer}} declined the solution for {{number}}: {{reason}}',
    body: [
      '{{customer}} declined the solution. The ticket is in progress again.',
      '{{title}}',
      'What is left: {{reason}}',
      'Next: reply, or propose another solution.',
      '[View ticket](view-ticket)',
    ],
  },

  'tell-staff-of-reopening': {
    subject: '{{number}} reopened: {{title}}',
    inProduct: '{{actor}} reopened {{number}}: {{reason}}',
    body: [
      '{{actor}} reopened this ticket, closed on {{closedOn}}. Status now: {{status}}.',
      '{{title}}',
      'Reason: {{reason}}',
      'Next: reply or propose a solution; without an assignee, assign it.',
      '[View ticket](view-ticket)',
    ],
  },

  'tell-staff-of-reply': {
    subject: 'Reply from {{customer}} on {{number}}: {{title}}',
    subject_note: 'Note from {{actor}} on {{number}}: {{title}}',
    inProduct: '{{customer}} replied on {{number}}: {{excerpt}}',
    inProduct_note: '{{actor}} left a note on {{number}}: {{excerpt}}',
    pending: 'This is a message, not a decision: the solution still waits for a yes or no.',
    body: [
      '{{customer}} replied.',
      '{{title}}',
      '{{excerpt}}',
      'Files: {{files}}.',
      '{{pending}}',
      'Next: reply.',
      '[View ticket](view-ticket)',
    ],
    body_note: [
      '{{actor}} left a note; the customer does not see it.',
      '{{title}}',
      '{{excerpt}}',
      'Files: {{files}}.',
      '[View ticket](view-ticket)',
    ],
  },

  'tell-person-of-mention': {
    subject: '{{actor}} mentioned you on {{number}}: {{title}}',
    inProduct: '{{actor}} mentioned you on {{number}}: {{excerpt}}',
    body: ['{{actor}} mentioned you.', '{{title}}', '{{excerpt}}', '[View ticket](view-ticket)'],
  },

  'tell-desk-of-poor-rating': {
    subject: '{{number}} rated {{score}} of {{max}}: {{title}}',
    inProduct: '{{customer}} rated {{number}} {{score}} of {{max}}: {{comment}}',
    body: [
      '{{customer}} rated the service {{score}} of {{max}} ({{scoreWord}}).',
      '{{title}}',
      'Comment: {{comment}}',
      'Assigned to {{assignee}}, closed on {{closedOn}}.',
      'Next: read the conversation; write to the customer, or reopen if something is left.',
      '[View ticket](view-ticket)',
    ],
  },

  'tell-staff-of-cancellation': {
    subject: '{{number}} cancelled by the customer: {{title}}',
    inProduct: '{{customer}} cancelled {{number}}: {{reason}}',
    body: [
      '{{customer}} cancelled the request. The ticket is closed.',
      '{{title}}',
      'Reason: {{reason}}',
      'Next: nothing. If a solution was in review, it was withdrawn.',
      '[View ticket](view-ticket)',
    ],
  },

  'tell-group-of-give-back': {
    subject: '{{number}} given back to {{group}}: {{title}}',
    subject_desk: '{{number}} given back, and nobody else to take it: {{title}}',
    inProduct: '{{actor}} gave {{number}} back to {{group}}: {{reason}}',
    inProduct_desk: '{{actor}} gave {{number}} back, and nobody else in {{group}} sees it: {{reason}}',
    body: [
      '{{actor}} gave this ticket back to {{group}}.',
      '{{title}}',
      'Reason: {{reason}}',
      'Next: one of you takes it.',
      '[View ticket](view-ticket)',
    ],
    body_desk: [
      '{{actor}} gave this ticket back, and nobody else in {{group}} sees it.',
      '{{title}}',
      'Reason: {{reason}}',
      'Next: assign it to another group.',
      '[View ticket](view-ticket)',
    ],
  },

  'tell-of-withdrawal': {
    subject: 'Withdrawn: solution for {{number}}: {{title}}',
    subject_customer: 'Our answer to your request {{number}} is being changed',
    inProduct: '{{actor}} withdrew the solution for {{number}}: {{reason}}',
    inProduct_customer: 'We have taken back our answer to {{number}} to improve it. You will get a new one.',
    body: [
      '{{actor}} withdrew the solution (review round {{round}}). The ticket is in progress.',
      '{{title}}',
      'Reason: {{reason}}',
      'Next: nothing until another solution is proposed.',
      '[View ticket](view-ticket)',
    ],
    body_customer: [
      'We have taken back our answer to your request {{number}} to improve it.',
      '{{title}}',
      'Next, we prepare a new answer and send it to you. You will hear from us by the end of {{answerBy}}.',
      'You need do nothing now. To see where it stands: [See my request](see-request)',
    ],
  },

  'tell-of-release': {
    subject: '{{number}} is with {{group}} again: {{title}}',
    subject_desk: '{{number}} has nobody to work on it: {{title}}',
    inProduct: '{{number}} is with {{group}} again; {{member}} can no longer work on it.',
    inProduct_desk: '{{number}} has nobody to work on it: nobody in {{group}} sees it.',
    body: [
      '{{member}} can no longer work on this ticket. It is with {{group}} again.',
      '{{title}}',
      'Customer: {{customer}}. Opened: {{openedOn}}.',
      'Next: one of you takes it.',
      '[View ticket](view-ticket)',
    ],
    body_desk: [
      '{{member}} can no longer work on this ticket, and nobody in {{group}} sees it.',
      '{{title}}',
      'Customer: {{customer}}. Opened: {{openedOn}}.',
      'Next: assign it to another group.',
      '[View ticket](view-ticket)',
    ],
  },
} as const
