import { boolean, instant, integer, nullable, object, string } from '../../fields/json-schema.ts'

const counts = object({ add: integer, update: integer, unchanged: integer, wrong: integer })

const error = {
  type: 'object',
  properties: { field: string, code: string, given: string },
  required: ['field', 'code'],
  additionalProperties: true,
}

export const previewAnswer = object({
  rows: integer,
  counts,
  /** The wrong rows with their reasons, as a file to mend; null where none is wrong. */
  rejected: nullable('string'),
  items: {
    type: 'array',
    items: object({
      line: integer,
      email: string,
      name: string,
      will: { type: 'string', enum: ['add', 'update', 'unchanged', 'wrong'] },
      changes: { type: 'array', items: string },
      errors: { type: 'array', items: error },
    }),
  },
})

export const importAnswer = object({
  id: string,
  state: { type: 'string', enum: ['waiting', 'done', 'refused', 'failed'] },
  rows: integer,
  done: integer,
  counts: { ...counts, type: ['object', 'null'] },
  invite: boolean,
  /** Where the file of the rejected rows is. */
  rejected: nullable('string'),
  at: instant,
  finishedAt: nullable('string', 'date-time'),
})
