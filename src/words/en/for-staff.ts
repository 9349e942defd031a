// What only staff's pages say: customers never fetch it.
import { canned } from './canned.ts'
import { happened } from './happened.ts'
import { help } from './help.ts'
import { incoming } from './incoming.ts'
import { many } from './many.ts'
import { mailIn } from './mail-in.ts'
import { palette } from './palette.ts'
import { report } from './report.ts'
import { requestFor } from './request-for.ts'
import { review } from './review.ts'
import { staffTicket } from './staff-ticket.ts'
import { staff } from './staff.ts'
import { settings } from './settings.ts'
import { statistics } from './statistics.ts'
import { closedTickets } from './closed-tickets.ts'
import { lookBack } from './look-back.ts'

export const forStaff = {
  closedTickets,
  lookBack,
  canned,
  happened,
  help,
  incoming,
  mailIn,
  many,
  palette,
  report,
  requestFor,
  review,
  staffTicket,
  settings,
  staff,
  statistics,
} as const
