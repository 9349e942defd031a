import { fine, wrong, type FieldType } from '../field-type.ts'
import { object, orNull } from '../json-schema.ts'

/** A group of users, and within it, where one person took or was given the work, that member. Ids. */
export type Assignee = { group: string; member: string | null }

/** Without `member` the group alone has it. Whether they are there, and the one in the other, is asked where it is written. */
export function userGroup(options: { required: boolean }): FieldType<Assignee> {
  return {
    ...options,
    type: 'user-group',
    schema: object({ group: idSchema, member: orNull(idSchema) }, ['member']),
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null) return wrong({ code: 'required' })
      if (typeof input !== 'object' || Array.isArray(input)) return wrong({ code: 'wrongType' })
      const stranger = Object.keys(input).find((name) => name !== 'group' && name !== 'member')
      if (stranger !== undefined) return wrong({ code: 'unknown', at: stranger })
      const { group, member = null } = input as { group?: unknown; member?: unknown }
      if (!isId(group)) return wrong({ code: group === undefined ? 'required' : 'wrongType', at: 'group' })
      if (member !== null && !isId(member)) return wrong({ code: 'wrongType', at: 'member' })
      return fine({ group: group.toLowerCase(), member: member === null ? null : member.toLowerCase() })
    },
    store: (value) => value,
    restore: (stored) => stored as Assignee,
    present: (value) => value,
  }
}

const idSchema = { type: 'string', format: 'uuid' }

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Exactly what a uuid column takes: 36 hyphens, say, would be a failure of the database instead of a refusal. */
export const isId = (input: unknown): input is string => typeof input === 'string' && shape.test(input)
