import { object } from '../../fields/json-schema.ts'
import { id } from '../../fields/user/user.ts'
import { words } from '../list-form.ts'
import { namedAnswer } from '../answers.ts'

/** By a part of a name, or the one with this id. */
export const whoseForm = { search: words, id: id({ required: false }) }

export const whoseAnswer = object({ items: { type: 'array', items: namedAnswer } })
