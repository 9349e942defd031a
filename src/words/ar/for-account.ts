// What the pages of one's own account say, and those before anybody is signed in: fetched with the first of them.
import { profile } from './profile.ts'
import { signIn } from './sign-in.ts'
import { firstRun } from './first-run.ts'
import { apiKeys } from './api-keys.ts'
import { permissions } from './permissions.ts'

export const forAccount = {
  profile,
  signIn,
  firstRun,
  apiKeys,
  permissions,
} as const
