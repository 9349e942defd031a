import type { FieldProblem, FieldType } from './field-type.ts'
import { object } from './json-schema.ts'

/** Fields that come in together: the body of a request, a page's query. Closed: what it does not name is refused. */
export type Form = Record<string, FieldType<never> | FieldType<any>> // oxlint-disable-line no-explicit-any -- any field

/** Required fields are there, the others may be. */
export type Filled<F extends Form> = {
  [Name in keyof F as F[Name]['required'] extends true ? Name : never]: ValueOf<F[Name]>
} & { [Name in keyof F as F[Name]['required'] extends true ? never : Name]?: ValueOf<F[Name]> }

type ValueOf<F> = F extends {
  parse(input: unknown): { ok: true; value: infer Value } | { ok: false; problem: FieldProblem }
}
  ? Value
  : never

export type FormError = { field: string; code: string; [variable: string]: unknown }

/** Every field is looked at, so that all that is wrong is said at once. `parse` may replace a field's own reading. */
export function parseForm<F extends Form>(
  form: F,
  input: unknown,
  parse: (field: FieldType<unknown>, given: unknown) => ReturnType<FieldType<unknown>['parse']> = (field, given) =>
    field.parse(given),
): { ok: true; values: Filled<F> } | { ok: false; errors: FormError[] } {
  const given = input ?? {}
  if (typeof given !== 'object' || Array.isArray(given))
    return { ok: false, errors: [{ field: 'body', code: 'wrongType' }] }
  const errors: FormError[] = Object.keys(given)
    .filter((name) => !Object.hasOwn(form, name))
    .slice(0, 20)
    .map((name) => ({ field: name.slice(0, 100), code: 'unknown' }))
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(form as Record<string, FieldType<unknown>>)) {
    const raw = Object.hasOwn(given, name) ? (given as Record<string, unknown>)[name] : undefined
    if (raw === undefined && field.required !== true) continue
    const parsed = parse(field, raw)
    if (parsed.ok) values[name] = parsed.value
    else errors.push(named(name, parsed.problem))
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, values: values as Filled<F> }
}

function named(name: string, { at, ...problem }: FieldProblem): FormError {
  return { ...problem, field: at ? `${name}.${at}` : name, code: problem.code }
}

/** The JSON Schema of a form, for the published interface. */
export function formSchema(form: Form) {
  const fields = Object.entries(form)
  return object(
    Object.fromEntries(fields.map(([name, field]) => [name, field.schema])),
    fields.filter(([, field]) => field.required !== true).map(([name]) => name),
  )
}
