/** A class of vulnerability that help desks had, and the tests that keep it from coming here. */
export type VulnerabilityClass = {
  readonly title: string
  /** Where it happened. */
  readonly known: string
  /** [file, name of the test or of the group that it stands in]; none where it cannot occur. */
  readonly tests: readonly (readonly [file: string, name: string])[]
  /** Why it cannot occur, wholly or in part. */
  readonly because?: string
}

const mail = 'src/conversation/mail-in/mails-join-tickets.test.ts'
const whose = 'src/channels/email/inbound/whose-mail.test.ts'
const parse = 'src/channels/email/inbound/parse-mail.test.ts'
const html = 'src/channels/email/inbound/clean-html.test.ts'
const files = 'src/conversation/files/files.test.ts'
const wholeFiles = 'src/conversation/files/whole-files.test.ts'
const http = 'src/security/http.test.ts'
const fetched = 'src/security/nothing-is-fetched.test.ts'
const reset = 'src/users/sign-in/reset-password.test.ts'

/** In the order of docs/security.md. */
export const classes: readonly VulnerabilityClass[] = [
  {
    title: 'Spoofed mail with a stranger in copy joins a ticket and reads it',
    known: 'CVE-2024-49193',
    tests: [[mail, 'with a stolen mark: whom our mail server does not vouch for gets nothing and adds nobody']],
  },
  {
    title: 'Forged reply of staff by a guessable Message-ID',
    known: 'CVE-2026-47123',
    tests: [
      [whose, 'ten thousand changed ones open nothing'],
      [mail, 'of staff, only where our mail server vouches for them'],
    ],
  },
  {
    title: 'Our own control headers, from outside',
    known: 'CVE-2023-41259',
    tests: [
      [http, 'class 3: our own headers, from outside'],
      [mail, 'never by a number, a subject, a header or a guessed id'],
    ],
  },
  {
    title: 'An address without proof opens what is there already',
    known: 'CVE-2023-31597',
    tests: [
      [
        'src/users/registration/registration.test.ts',
        'whoever was written down by staff takes their account over only by the link',
      ],
      [
        'src/users/registration/registration.test.ts',
        'whoever registers a stranger’s address has no password for the account that the stranger makes of it',
      ],
      ['src/users/outside/outside-sign-in.test.ts', 'an address that the provider has not verified takes nobody over'],
      ['src/users/outside/forged-token.test.ts', 'a forged token is refused: %s'],
    ],
  },
  {
    title: 'Mail bomb through acknowledgements',
    known: 'CVE-2022-29701',
    tests: [
      [
        'src/interactions/flood.test.ts',
        'a thousand requests that name somebody’s address send three mails an hour to it',
      ],
      [
        'src/interactions/flood.test.ts',
        'what staff write waits for the next hour instead of being lost, three an hour',
      ],
      [
        'src/conversation/mail-in/mail-bomb.test.ts',
        'class 5: a thousand mails in somebody’s name send three mails an hour to it, and none says what the sender wrote',
      ],
      ['src/interactions/mails.test.ts', 'who did not prove their address is neither named nor quoted'],
      [reset, 'one address is asked for, not a list, and nobody is mailed more than three times an hour'],
    ],
  },
  {
    title: 'Machines that answer each other without an end',
    known: 'Proto 2023',
    tests: [['src/conversation/mail-in/mails-of-machines.test.ts', 'machines that write to each other end']],
  },
  {
    title: 'Stored script in what people write',
    known: 'CVE-2023-0325, CVE-2024-48937, CVE-2026-3455',
    tests: [
      [html, 'nothing of it acts and nothing is fetched; what is text and table stays'],
      ['e2e/hostile-text.spec.ts', 'what people write acts nowhere'],
      [http, 'no page has a script of its own inside, so the policy needs no exception'],
    ],
  },
  {
    title: 'A file is served with its sender’s type',
    known: 'CVE-2022-25802, CVE-2025-48488',
    tests: [[files, 'comes back as a download that nothing runs, whatever it is']],
  },
  {
    title: 'A dangerous name that was checked before it was normalised',
    known: 'CVE-2026-28289',
    tests: [
      ['src/server/files/file-name.test.ts', 'cleaning twice is cleaning once, and the result is a name and no path'],
      [files, 'is kept byte for byte under a name of ours, and its sender alone may read it until it is used'],
    ],
  },
  {
    title: 'Paths in names and ids',
    known: 'CVE-2024-32491, CVE-2023-46863',
    tests: [
      [files, 'odd ids are absent'],
      ['src/help/help.test.ts', 'help is for staff, in their own language; another topic is not there'],
    ],
  },
  {
    title: 'The server is sent to addresses inside (SSRF)',
    known: 'CVE-2025-32358, CVE-2020-24881',
    tests: [
      ['src/users/outside/provider-endpoints.test.ts', 'an issuer such as %j is refused at its field'],
      [fetched, 'class 11: nothing that people write, attach or mail makes the server ask an address'],
    ],
    because:
      'Nothing that a customer or staff write is ever fetched: there are no webhooks, and pictures of mails are not loaded. The server goes out to the mail servers, the mailboxes and the OpenID issuer that an administrator names, and follows no redirect of the issuer.',
  },
  {
    title: 'The renderer of exports reads files',
    known: 'CVE-2026-22200',
    tests: [
      [
        'src/reports/monthly-performance/pdf/report-pdf.test.ts',
        'class 12: text that asks for a file is set as text: no content of a file is on the paper',
      ],
      [fetched, 'class 11: nothing that people write, attach or mail makes the server ask an address'],
    ],
    because:
      'The paper is a fixed Typst program that is handed its words as data, never as markup; its charts are SVG of our own drawing; CSV and XLSX hold texts only.',
  },
  {
    title: 'Formulas in exported tables',
    known: 'CVE-2019-14749, CVE-2025-61873',
    tests: [
      ['src/queries/closed-tickets/export.test.ts', 'no field begins as a formula'],
      ['src/users/import/import.test.ts', 'what is exported is imported again without a change, formulas and all'],
    ],
  },
  {
    title: 'SQL in filters and sort',
    known: 'CVE-2025-21628, CVE-2025-24799',
    tests: [[http, 'class 14: SQL in filters and sort']],
  },
  {
    title: 'Access by a second way: ids in bodies, search, counts',
    known: 'CVE-2026-34722, CVE-2023-45024',
    tests: [
      [
        'src/start/permission-grid/permission-grid.test.ts',
        'every route that is served has its row, and every row its route',
      ],
      [
        'src/permissions/sight.test.ts',
        'the rule and its SQL see the same tickets, from the same side, for any rights, groups and person',
      ],
      [
        'src/queries/exports/exports.test.ts',
        'a key that sees less than its person is written what it sees, and fetches nothing that holds more',
      ],
      [
        'src/queries/exports/exports.test.ts',
        'who lost sight of tickets fetches no export that holds them, and makes it again with what they see now',
      ],
    ],
  },
  {
    title: 'Tellings and live events to people without access',
    known: 'CVE-2021-44886',
    tests: [
      ['src/start/live.test.ts', 'who loses sight of a ticket hears of it once more, so that it leaves their list'],
      ['src/start/live.test.ts', 'deactivating someone ends their open stream'],
    ],
  },
  {
    title: 'Guessable ids, links and lists of people',
    known: 'CVE-2024-33668, CVE-2024-27937',
    tests: [
      [files, 'is nobody’s to name but its sender’s, and once'],
      [
        'src/users/ticket-links/ticket-links.test.ts',
        'opens nothing else: no other ticket of theirs, no list, no account',
      ],
      ['src/users/users.test.ts', 'customers see nobody, representatives neither; the desk sees whom it may assign to'],
    ],
  },
  {
    title: 'Mass assignment, and acting for another',
    known: 'CVE-2025-48476, CVE-2021-21326',
    tests: [
      [http, 'class 18: mass assignment'],
      ['src/users/users.test.ts', 'what is not in the form changes nothing, whichever column it names'],
    ],
  },
  {
    title: 'Reset and invitation tokens: patterns, lists, twice, too old',
    known: 'CVE-2020-1772, CVE-2023-7028, CVE-2026-41902',
    tests: [
      [reset, 'a token that is none, and a password that is none, change nothing'],
      [reset, 'a link works once'],
      [reset, 'a link that was used ends those that were asked for before it'],
      [reset, 'a link is too old after an hour'],
      [
        'src/users/invitations/invitations.test.ts',
        'a token that is no token opens nothing, and a refused password spends none',
      ],
    ],
  },
  {
    title: 'Who has an account, by answer or by time; tries without a limit',
    known: 'CVE-2021-38562',
    tests: [
      [
        'src/users/sign-in/enumeration.long.test.ts',
        'the time of a refused sign-in does not tell whether there is an account',
      ],
      ['src/users/sign-in/enumeration.long.test.ts', 'the time of a registration does not tell either'],
      ['src/users/sign-in/enumeration.long.test.ts', 'the time of a wish for a new password does not tell either'],
      ['src/users/sign-in/tries.test.ts', 'twenty wrong tries at the same moment: five are looked at'],
    ],
    because:
      'An invitation is made only by who manages users and sees all of them, and is accepted by its token: no request of a stranger names an address that was invited.',
  },
  {
    title: 'A rule that only the browser keeps',
    known: 'CVE-2025-32359',
    tests: [
      [
        'src/start/permission-grid/permission-grid.test.ts',
        'every route that is served has its row, and every row its route',
      ],
    ],
  },
  {
    title: 'Exhaustion: long passwords, expressions on mails, broken uploads',
    known: 'CVE-2022-29700, CVE-2024-48938, CVE-2025-7338',
    tests: [
      ['src/users/sign-in/sign-in.test.ts', 'a sign-in that is more than it should be is refused'],
      [http, 'class 22: more than anybody means to send'],
      [parse, 'a mail of hundreds of parts is read, of a thousand and more, or of parts within parts, refused'],
      [html, 'five megabytes of nested tags are not looked into, and of fewer two hundred levels are kept'],
      [wholeFiles, 'too much is refused while it comes, whatever length was claimed'],
      ['src/server/http/admission.test.ts', 'class 22: who announces requests and never sends them keeps nobody out'],
      [
        'src/server/http/turns.test.ts',
        'class 22: who asks for hundreds of things at once waits behind themselves, and nobody behind them',
      ],
      [
        'src/server/http/admission.test.ts',
        'class 22: in a rush one caller gets no more than half of the house, and the others still come in',
      ],
      [
        'src/fields/multilingual-text/multilingual-text.test.ts',
        'a title of a megabyte of spaces is refused at once, and its lines become one',
      ],
      [
        'src/server/files/file-name.test.ts',
        'a name of a million dots, spaces and tabs, as a mail may have it, holds up nobody',
      ],
      [
        'src/reports/monthly-performance/pdf/report-text.test.ts',
        'a customer whose language our fonts do not draw keeps no report from being printed',
      ],
    ],
    because: 'Nothing that is sent is ever unpacked but winmail.dat of mails, within the size of the mail.',
  },
  {
    title: 'Two parsers, two recipients',
    known: 'CVE-2025-13033',
    tests: [
      [whose, 'two senders are no sender; neither is a group'],
      [
        'src/users/outside/outside-sign-in.test.ts',
        'nor does an account without an address, or with one that two programs read as two',
      ],
    ],
  },
  {
    title: 'Forwarded headers that are believed, and open redirects',
    known: 'CVE-2026-34720, CVE-2022-25803',
    tests: [
      [http, 'x-sanad-* and x-forwarded-* say nothing of who calls, from where, or where we are'],
      ['src/users/my-account/own-address.test.ts', 'open redirect: %j leads elsewhere'],
      [reset, 'the link leads to no host that a request named'],
    ],
  },
  {
    title: 'Secrets in logs; sessions that outlive their person',
    known: 'CVE-2024-28186, CVE-2025-26842, CVE-2022-24751',
    tests: [
      [
        'src/security/logs.test.ts',
        'class 25: secrets and private words go through the product at its most talkative, and none is in its log',
      ],
      [
        'src/security/deactivated-under-load.test.ts',
        'class 25: two hundred requests at once while their person is deactivated: none is accepted after the answer',
      ],
      [
        'src/users/deactivation.test.ts',
        'who is deactivated is out at once: not one of the requests that come after the answer is theirs',
      ],
    ],
  },
]
