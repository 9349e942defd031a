// What pages of customers and of staff say: fetched by every reader.
import { actions } from './actions.ts'
import { addedFields } from './added-fields.ts'
import { customerGlossary } from './customer-glossary.ts'
import { customerTicket } from './customer-ticket.ts'
import { glossary } from './glossary.ts'
import { myTickets } from './my-tickets.ts'
import { plurals } from './plurals.ts'
import { rating } from './rating.ts'
import { refusals } from './refusals.ts'
import { shell } from './shell.ts'
import { ticketRequest } from './ticket-request.ts'
import { time } from './time.ts'
import { translating } from './translating.ts'
import { written } from './written.ts'

export const forEveryone = {
  actions,
  addedFields,
  customerGlossary,
  customerTicket,
  glossary,
  myTickets,
  plurals,
  rating,
  refusals,
  shell,
  ticketRequest,
  time,
  translating,
  written,
} as const
