// What only staff's pages say: customers never fetch it.
import { administration } from './administration.ts'
import { canned } from './canned.ts'
import { apiKeys } from './api-keys.ts'
import { happened } from './happened.ts'
import { help } from './help.ts'
import { incoming } from './incoming.ts'
import { many } from './many.ts'
import { mailIn } from './mail-in.ts'
import { palette } from './palette.ts'
import { people } from './people.ts'
import { peopleImport } from './people-import.ts'
import { permissions } from './permissions.ts'
import { report } from './report.ts'
import { review } from './review.ts'
import { roles } from './roles.ts'
import { staffTicket } from './staff-ticket.ts'
import { staff } from './staff.ts'
import { settings } from './settings.ts'
import { settingsAudit } from './settings-audit.ts'
import { settingsFields } from './settings-fields.ts'
import { settingsInteractions } from './settings-interactions.ts'
import { settingsLabels } from './settings-labels.ts'
import { settingsMail } from './settings-mail.ts'
import { settingsOrganisation } from './settings-organisation.ts'
import { settingsSignIn } from './settings-sign-in.ts'
import { statistics } from './statistics.ts'
import { closedTickets } from './closed-tickets.ts'
import { lookBack } from './look-back.ts'

export const forStaff = {
  closedTickets,
  lookBack,
  administration,
  canned,
  apiKeys,
  happened,
  help,
  incoming,
  mailIn,
  many,
  palette,
  people,
  peopleImport,
  permissions,
  report,
  review,
  roles,
  staffTicket,
  settings,
  settingsAudit,
  settingsFields,
  settingsInteractions,
  settingsLabels,
  settingsMail,
  settingsOrganisation,
  staff,
  settingsSignIn,
  statistics,
} as const
