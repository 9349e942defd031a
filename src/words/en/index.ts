// Every English word of the product, a namespace a file. English is the shape: it types every key and variable.
//
// Adding a namespace `queue` takes two files and two lines:
//   en/queue.ts   export const queue = { heading: 'Incoming requests', shown_one: '{{count, number}} ticket', … } as const
//   ar/queue.ts   export const queue: Translated<typeof en.queue> = { … }     (type import of ../key.ts and ../en/index.ts)
//   and in each index.ts one import and one name in the list below, in the order of the alphabet.
//
// Variables: {{title}} takes a string, {{count, number}} a number written in the reader's digits. A text with a number and a
// noun has plural forms (_one, _other; Arabic all six) and is asked without the ending: t('queue:shown', { count: 3 }).
// words.test.ts reads this list and holds every language to it. What a customer reads follows docs/glossary.md.
import { account } from './account.ts'
import { actions } from './actions.ts'
import { administration } from './administration.ts'
import { customerGlossary } from './customer-glossary.ts'
import { customerTicket } from './customer-ticket.ts'
import { firstRun } from './first-run.ts'
import { glossary } from './glossary.ts'
import { happened } from './happened.ts'
import { incoming } from './incoming.ts'
import { interactions } from './interactions.ts'
import { myTickets } from './my-tickets.ts'
import { people } from './people.ts'
import { permissions } from './permissions.ts'
import { plurals } from './plurals.ts'
import { rating } from './rating.ts'
import { refusals } from './refusals.ts'
import { report } from './report.ts'
import { review } from './review.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { staffTicket } from './staff-ticket.ts'
import { staff } from './staff.ts'
import { statistics } from './statistics.ts'
import { ticketRequest } from './ticket-request.ts'
import { time } from './time.ts'

export const en = {
  account,
  actions,
  administration,
  customerGlossary,
  customerTicket,
  firstRun,
  glossary,
  happened,
  incoming,
  interactions,
  myTickets,
  people,
  permissions,
  plurals,
  rating,
  refusals,
  report,
  review,
  shell,
  signIn,
  staff,
  staffTicket,
  statistics,
  ticketRequest,
  time,
} as const
