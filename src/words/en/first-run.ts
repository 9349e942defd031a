// The installer's first page: five minutes, once.
export const firstRun = {
  title: 'Set up Sanad',
  lead: 'Once, about two minutes. Everything can be changed later.',
  needsLink: 'The link is missing',
  needsLinkText: 'Sanad writes a link when it starts, where you started it. Please open that link.',
  linkOver: 'This link is no longer valid',
  linkOverText: 'Please start Sanad again: it writes a new link.',
  over: 'Sanad is set up already',

  organisation: 'Your organisation',
  name: 'Name',
  nameHint: 'As customers know it: it stands on every page and in every mail.',
  language: 'Language',
  languageHint: 'For mails and pages of people who have not chosen one.',
  timeZone: 'Time zone',

  administrator: 'You, the administrator',
  yourName: 'Your name',
  email: 'E-mail address',
  joinDesk: 'I work at the support desk too',
  joinDeskHint: 'Otherwise nobody sees new requests until you add somebody.',
  start: 'Start',

  next: {
    title: '{{organisation}} is ready',
    lead: 'Four steps, in any order, or later.',
    help: 'How people, groups, roles and fields are added',
    people: 'Add your people',
    peopleText: 'Representatives answer, the desk hands out and reviews.',
    desk: 'Define your support desk',
    deskText: 'Who belongs to it, and which groups there are.',
    mail: 'Let mails go out',
    mailText: 'Until a mail server is set, nobody hears of anything by e-mail.',
    request: 'Open the request page',
    requestText: 'This is what your customers see.',
    begin: 'Go to the requests',
  },
} as const
