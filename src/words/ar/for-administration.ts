// What only administrators' pages say: fetched with the first of them.
import { administration } from './administration.ts'
import { settingsAudit } from './settings-audit.ts'
import { settingsFields } from './settings-fields.ts'
import { settingsInteractions } from './settings-interactions.ts'
import { settingsLabels } from './settings-labels.ts'
import { settingsMail } from './settings-mail.ts'
import { settingsOrganisation } from './settings-organisation.ts'
import { settingsSignIn } from './settings-sign-in.ts'
import { people } from './people.ts'
import { peopleImport } from './people-import.ts'
import { refusalsToAdministrators } from './refusals-to-administrators.ts'
import { roles } from './roles.ts'
import { apiKeys } from './api-keys.ts'
import { permissions } from './permissions.ts'

export const forAdministration = {
  administration,
  settingsAudit,
  settingsFields,
  settingsInteractions,
  settingsLabels,
  settingsMail,
  settingsOrganisation,
  settingsSignIn,
  people,
  peopleImport,
  refusalsToAdministrators,
  roles,
  apiKeys,
  permissions,
} as const
