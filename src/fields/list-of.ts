import { fine, wrong, type FieldType } from './field-type.ts'

/** Several values of one type, without repeats kept twice. Problems name the place: `members.3`. */
export function listOf<Value, const R extends boolean>(
  field: FieldType<Value>,
  options: { required: R; max: number },
): FieldType<Value[]> & { required: R } {
  return {
    ...options,
    type: field.type,
    schema: { type: 'array', items: field.schema, maxItems: options.max },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null) return wrong({ code: 'required' })
      if (!Array.isArray(input)) return wrong({ code: 'wrongType' })
      if (input.length > options.max) return wrong({ code: 'tooLong', max: options.max, length: input.length })
      const values = new Set<Value>()
      for (const [index, item] of input.entries()) {
        const parsed = field.parse(item)
        if (!parsed.ok)
          return wrong({
            ...parsed.problem,
            at: [index, parsed.problem.at].filter((part) => part !== undefined).join('.'),
          })
        values.add(parsed.value)
      }
      return fine([...values])
    },
    store: (value) => value.map((item) => field.store(item)),
    restore: (stored) => (stored as unknown[]).map((item) => field.restore(item)),
    present: (value) => value.map((item) => field.present(item)),
  }
}
