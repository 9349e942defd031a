// Every Arabic word of the product, written from the meaning. How to add a namespace: see ../en/index.ts.
import type { Catalogs } from '../languages.ts'
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

export const ar: Catalogs = {
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
}
