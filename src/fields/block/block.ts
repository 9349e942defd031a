import { fine, wrong, type FieldProblem, type FieldType } from '../field-type.ts'
import { object } from '../json-schema.ts'

type Parts = Record<string, FieldType<never>>
type Values<P> = { [Name in keyof P]?: P[Name] extends FieldType<infer Value> ? Value : never }

export type Block<P> = FieldType<Values<P>> & { readonly fields: P }

/** Fields that belong together and are filled together: either none of them, or every required one. */
export function block<P extends Record<string, FieldType<never> | object>>(fields: P): Block<P> {
  const parts = Object.entries(fields as unknown as Parts)
  return {
    type: 'block',
    required: false,
    schema: object(
      Object.fromEntries(parts.map(([name, field]) => [name, field.schema])),
      parts.filter(([, field]) => field.required !== true).map(([name]) => name),
    ),
    editable: true,
    fields,
    parse: (input) => {
      if (typeof input !== 'object' || input === null || Array.isArray(input)) return wrong({ code: 'wrongType' })
      const given = input as Record<string, unknown>
      const stranger = Object.keys(given).find((name) => !Object.hasOwn(fields, name))
      if (stranger !== undefined) return wrong({ code: 'unknown', at: stranger })
      const values: Record<string, unknown> = {}
      for (const [name, field] of parts) {
        if (given[name] === undefined && field.required !== true) continue
        const parsed = field.parse(given[name])
        if (!parsed.ok) return wrong(inside(name, parsed.problem))
        values[name] = parsed.value
      }
      return fine(values as Values<P>)
    },
    store: (value) => each(parts, value, (field, part) => field.store(part)),
    restore: (stored) => each(parts, stored as object, (field, part) => field.restore(part)) as Values<P>,
    present: (value) => each(parts, value, (field, part) => field.present(part)),
  }
}

const inside = (name: string, problem: FieldProblem): FieldProblem => ({
  ...problem,
  at: problem.at ? `${name}.${problem.at}` : name,
})

function each(
  parts: [string, FieldType<never>][],
  values: object,
  turn: (field: FieldType<never>, part: never) => unknown,
) {
  const given = values as Record<string, never>
  return Object.fromEntries(
    parts
      .filter(([name]) => given[name] !== undefined)
      .map(([name, field]) => [name, turn(field, given[name] as never)]),
  )
}
