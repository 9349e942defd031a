// A request from its customer's side: where it is, what we answered, what they say to it.
export const customerTicket = {
  loading: 'Loading your request',
  opened: 'sent {{ago}}',

  path: {
    label: 'Where your request is',
    you: 'You',
    us: 'Us',
    answered: 'Message with us',
  },

  headline: {
    open: 'We have your request',
    openText: 'Someone from our team reads it next. You need do nothing now.',
    inProgress: 'We are working on it',
    inProgressText: 'You need do nothing now. Our answer will reach you here and by e-mail.',
    heldBy: 'It is with {{name}} from our team. You need do nothing now.',
    declined: 'We go on working on it',
    declinedText: 'Thank you for telling us what is left. You need do nothing now.',
    withdrawn: 'We are improving our answer',
    withdrawnText: 'We took our answer back. A better one will follow; you need do nothing now.',
    reopened: 'Your request is open again',
    reopenedText: 'We go on working on it. You need do nothing now.',
    responded: 'Your answer is ready',
    respondedText: 'It is your turn: does it solve it?',
    respondedOnly: 'If something is still open, please write to us.',
    answered: 'We have your message',
    answeredText: 'We read it and write back. Our answer stays here until you say whether it solved it.',
    accepted: 'Solved and closed',
    acceptedText: 'Thank you for telling us.',
    silence: 'Your request is closed',
    silenceText: 'We did not hear from you about our answer, so we took it as solved.',
    desk: 'We closed your request',
    deskText: 'You find the reason below.',
    cancelled: 'Your request is cancelled',
    cancelledText: 'You cancelled it. We do nothing more on it.',
    duplicate: 'We follow your request with another one',
    duplicateText:
      'We are already working on the same matter under {{original}}. When the answer is ready you get it too, and we ask you whether it solves yours.',
    duplicateAnswered: 'The answer that was found under {{original}} is below. Does it solve yours too?',
    duplicateOver: 'The same matter was answered under {{original}}. If yours is not solved, you can reopen it.',
  },

  /** Files of an e-mail that are not shown; their names stand behind. */
  leftOut: {
    tooLarge: 'Too large for the page of your request. Our team has it with your e-mail; you need do nothing:',
    tooMany: 'More than {{most, number}} files in one e-mail. Our team has these with it; you need do nothing:',
    empty: 'Reached us empty. Please send it again:',
    cut: 'Did not reach us whole, as your e-mail was larger than {{max}}. Please send what is missing in a smaller one:',
  },

  answer: {
    title: 'Our answer',
    from: '{{name}} from {{organisation}}',
    earlier: 'Earlier answer',
    yes: 'Yes, this solved it',
    saidYes: 'You said that this solved it.',
    notYet: 'Not yet',
    remind:
      'No answer needed today. We remind you on {{remind}}. Without word from you we close the request at the end of {{close}}; you can reopen it.',
    closes:
      'If we do not hear from you by the end of {{close}}, we take it as solved and close the request. You can reopen it.',
    whatIsLeft: 'What is left?',
    whatIsLeftHint: 'One sentence is enough. We go on from there.',
    sendNotYet: 'Send',
    back: 'Back',
  },

  rating: {
    ask: 'How was our help?',
    hint: 'One tap on the stars is enough.',
    saveThis: 'Save “{{word}}”',
    saved: 'saved',
    comment: 'Would you like to add something?',
    commentHelp: 'What was good, what was missing',
    sendComment: 'Send comment',
    until: 'You can change it until the end of {{day}}.',
    thanks: 'Thank you. We read every comment.',
    yours: 'Your rating',
    over: 'Your rating counts; it can no longer be changed.',
  },

  reopen: {
    ask: 'Is something still open?',
    different: 'Is yours a different matter?',
    act: 'Reopen my request',
    until: 'until the end of {{day}}',
    reason: 'What is still open?',
    send: 'Reopen',
    over: 'This request can no longer be reopened.',
    newOne: 'Write a new request',
  },

  cancel: {
    act: 'Cancel my request',
    title: 'Cancel request {{number}}?',
    text: 'We stop working on it. What was written stays here.',
    reason: 'Why? (if you like)',
    confirm: 'Cancel my request',
    back: 'Keep it',
  },

  conversation: {
    title: 'What was said',
    you: 'You',
    ours: 'Our team',
    write: 'Write to us',
    placeholder: 'A question, or something to add',
    send: 'Send message',
    earlier_one: 'Show {{count, number}} earlier message',
    earlier_other: 'Show {{count, number}} earlier messages',
    staysClosed: 'Your request stays closed. If something is still open, please reopen it: then we work on it again.',
    failed: 'The messages could not be loaded',
    original: 'Show the original',
    translation: 'Show the translation',
  },
} as const
