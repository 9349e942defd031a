import { listOf } from '../fields/list-of.ts'
import { nameText, shortText } from '../fields/short-text/short-text.ts'
import { id } from '../fields/user/user.ts'
import { orNone, timeZone } from '../users/person-fields.ts'
import { workingHours } from './working-hours.ts'

const members = listOf(id({ required: true }), { required: false, max: 2_000 })
const roles = listOf(shortText({ required: true, max: 40 }), { required: false, max: 50 })

const about = {
  members,
  roles,
  /** One of the members; null: nobody leads. */
  lead: orNone(id({ required: false })),
  /** null: the organisation's. */
  timeZone: orNone(timeZone),
  workingHours: orNone(workingHours),
}

export const newGroupForm = { name: nameText({ required: true, max: 100 }), ...about }

/** `members` and `roles` replace the set that is there. */
export const groupForm = { name: nameText({ required: false, max: 100 }), ...about }
