// Every Arabic word of the product, written from the meaning. How to add a namespace: see ../en/index.ts.
import type { Catalogs } from '../languages.ts'
import { account } from './account.ts'
import { interactions } from './interactions.ts'
import { forAccount } from './for-account.ts'
import { forAdministration } from './for-administration.ts'
import { forEveryone } from './for-everyone.ts'
import { forStaff } from './for-staff.ts'

export const ar: Catalogs = {
  ...forEveryone,
  ...forStaff,
  ...forAccount,
  ...forAdministration,
  // mails and notices are put into words by the server
  account,
  interactions,
}
