// Every Arabic word of the product, written from the meaning. How to add a namespace: see ../en/index.ts.
import type { Catalogs } from '../languages.ts'
import { account } from './account.ts'
import { actions } from './actions.ts'
import { customerGlossary } from './customer-glossary.ts'
import { glossary } from './glossary.ts'
import { happened } from './happened.ts'
import { incoming } from './incoming.ts'
import { interactions } from './interactions.ts'
import { permissions } from './permissions.ts'
import { plurals } from './plurals.ts'
import { rating } from './rating.ts'
import { refusals } from './refusals.ts'
import { review } from './review.ts'
import { shell } from './shell.ts'
import { staffTicket } from './staff-ticket.ts'
import { staff } from './staff.ts'
import { time } from './time.ts'

export const ar: Catalogs = {
  account,
  actions,
  customerGlossary,
  glossary,
  happened,
  incoming,
  interactions,
  permissions,
  plurals,
  rating,
  refusals,
  review,
  shell,
  staff,
  staffTicket,
  time,
}
