import { block } from '../fields/block/block.ts'
import { classification } from '../fields/classification/classification.ts'
import { dateTime } from '../fields/date-time/date-time.ts'
import { listOf } from '../fields/list-of.ts'
import { nameText, shortText } from '../fields/short-text/short-text.ts'
import { id } from '../fields/user/user.ts'
import { permissions } from '../permissions/permissions.ts'

const roleKeys = listOf(shortText({ required: true, max: 40 }), { required: true, max: 50 })

export const newKeyForm = {
  name: nameText({ required: true, max: 100 }),
  /** What the key may, of what its person may. */
  scopes: listOf(classification({ required: true, values: permissions }), { required: true, max: permissions.length }),
  expiresAt: dateTime({ required: false }),
  /** For a program with rights of its own: a service that is there already … */
  person: id({ required: false }),
  /** … or a new one. Without either the key speaks for whoever makes it. */
  service: {
    ...block({ name: nameText({ required: true, max: 200 }), roles: roleKeys }),
    required: false as const,
  },
}
