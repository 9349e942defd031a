import { listOf } from '../fields/list-of.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { id } from '../fields/user/user.ts'

const members = listOf(id({ required: true }), { required: false, max: 2_000 })
const roles = listOf(shortText({ required: true, max: 40 }), { required: false, max: 50 })

export const newGroupForm = { name: shortText({ required: true, max: 100 }), members, roles }

/** `members` and `roles` replace the set that is there. */
export const groupForm = { name: shortText({ required: false, max: 100 }), members, roles }
