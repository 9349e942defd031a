import type { Permission } from '../../permissions/permissions.ts'
import type { Translate } from '../../words/key.ts'

/** In words, as an administrator reads it. */
export const permissionName = (t: Translate, permission: Permission): string => t(`permissions:${permission}`)
