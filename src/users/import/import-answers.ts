const text = { type: 'string' }
const number = { type: 'integer' }
const moment = { type: 'string', format: 'date-time' }
const object = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const counts = object({ add: number, update: number, unchanged: number, wrong: number })

const error = {
  type: 'object',
  properties: { field: text, code: text, given: text },
  required: ['field', 'code'],
  additionalProperties: true,
}

export const previewAnswer = object({
  rows: number,
  counts,
  /** The wrong rows with their reasons, as a file to mend; null where none is wrong. */
  rejected: { type: ['string', 'null'] },
  items: {
    type: 'array',
    items: object({
      line: number,
      email: text,
      name: text,
      will: { type: 'string', enum: ['add', 'update', 'unchanged', 'wrong'] },
      changes: { type: 'array', items: text },
      errors: { type: 'array', items: error },
    }),
  },
})

export const importAnswer = object({
  id: text,
  state: { type: 'string', enum: ['waiting', 'done', 'refused', 'failed'] },
  rows: number,
  done: number,
  counts: { ...counts, type: ['object', 'null'] },
  invite: { type: 'boolean' },
  /** Where the file of the rejected rows is. */
  rejected: { type: ['string', 'null'] },
  at: moment,
  finishedAt: { type: ['string', 'null'], format: 'date-time' },
})
