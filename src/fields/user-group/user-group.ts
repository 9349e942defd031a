import { fine, wrong, type FieldType } from '../field-type.ts'

/** A group of users, and within it, where one person took or was given the work, that member. Ids. */
export type Assignee = { group: string; member: string | null }

export function userGroup(options: { required: boolean }): FieldType<Assignee> {
  return {
    ...options,
    type: 'user-group',
    schema: { type: 'object', properties: { group: idSchema, member: idSchema }, required: ['group'], additionalProperties: false },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null) return wrong({ code: 'required' })
      if (typeof input !== 'object') return wrong({ code: 'wrongType' })
      const { group, member = null } = input as { group?: unknown; member?: unknown }
      if (!isId(group)) return wrong({ code: group === undefined ? 'required' : 'wrongType', at: 'group' })
      if (member !== null && !isId(member)) return wrong({ code: 'wrongType', at: 'member' })
      return fine({ group, member })
    },
    store: (value) => value,
    restore: (stored) => stored as Assignee,
    present: (value) => value,
  }
}

const idSchema = { type: 'string', format: 'uuid' }

export const isId = (input: unknown): input is string => typeof input === 'string' && /^[0-9a-f-]{36}$/i.test(input)
