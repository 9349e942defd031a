// What only staff's pages say: customers never fetch it.
import { administration } from './administration.ts'
import { happened } from './happened.ts'
import { incoming } from './incoming.ts'
import { people } from './people.ts'
import { permissions } from './permissions.ts'
import { report } from './report.ts'
import { review } from './review.ts'
import { staffTicket } from './staff-ticket.ts'
import { staff } from './staff.ts'
import { statistics } from './statistics.ts'

export const forStaff = {
  administration,
  happened,
  incoming,
  people,
  permissions,
  report,
  review,
  staffTicket,
  staff,
  statistics,
} as const
