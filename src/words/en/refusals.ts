// What is so, then what can be done. Keys are the codes of the problems on the wire; `field` those of errors[].code.
// A button stands as [label](action), see template.ts.
export const refusals = {
  malformed: 'This could not be read. Please reload the page and try again.',
  notSignedIn: 'Please sign in to go on. What you wrote is kept.',
  linkNotValid: 'This link is no longer valid. We can send you a new one. [Send new link](send-new-link)',
  notAllowed: 'This needs the permission “{{permission}}”. An administrator can give it.',
  ownSolution: 'You wrote this solution, so someone else reviews it.',
  notFound: 'Nothing is here, or this account may not see it. Please check the number or use another account.',
  notPossibleNow: 'Not possible now: the status is “{{status}}”. Possible: {{may}}.',
  alreadyTaken: 'Someone was faster: it is now with {{actor}}.',
  changedMeanwhile: 'This changed while you were writing. Your text is kept: look at what is new, then send again.',
  tooLate: 'The time for this ended on {{endedOn}}. You can send a new request and name {{number}} in it.',
  tooLarge: 'This is {{size}}; the most is {{max}}. Please send less at once, or a smaller file.',
  invalidFields: 'Not saved yet. Please look at the marked fields.',
  duplicateCircle: '{{original}} is itself a duplicate of this one. Please choose another original.',
  tooManyTries: 'Too many tries. Please try again after {{time}}.',
  signIn: 'E-mail address or password is not right.',
  failure: 'Something failed on our side. Please try again; if it stays, tell us this reference: {{reference}}',

  /** Where the same code can be said without a detail that is not at hand. */
  notAllowed_plain: 'This account may not do this. An administrator can give it the permission.',
  notPossibleNow_nothing: 'Not possible now: the status is “{{status}}”.',

  field: {
    required: 'Please fill this in.',
    tooLong: 'At most {{max, number}} characters; now {{length, number}}.',
    notInList: 'Please choose from the list.',
    outOfRange: 'From {{min, number}} to {{max, number}}.',
    notAnAddress: 'An e-mail address looks like name@example.com.',
    unknown: 'There is no such field.',
  },
} as const
