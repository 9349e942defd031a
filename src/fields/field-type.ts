/**
 * What every type of field is: one folder with its rules here in x.ts, its control (XInput.tsx) and its display
 * (XCell.tsx). Fields know no desk: the same type serves the built-in fields and those that an administrator adds.
 */
export type FieldType<Value> = {
  /** The document's name of the type, kebab-case, as in the glossary. */
  readonly type: string
  /** Whether a value must be there; 'when ended' is a rule of the ticket that its table holds. */
  readonly required: boolean | 'when ended'
  /** Whether people give the value at all, or the system alone does. */
  readonly editable: boolean
  /** The JSON Schema of what comes in, for the published interface. */
  readonly schema: JsonSchema
  /** From what came over the wire to a value, or why not. Never throws, never coerces. */
  parse(input: unknown): Parsed<Value>
  /** To and from the column. */
  store(value: Value): unknown
  restore(stored: unknown): Value
  /** As the interface answers it. */
  present(value: Value): unknown
}

export type JsonSchema = { readonly [keyword: string]: unknown }

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problem: FieldProblem }

/** Codes are those of the words' refusals: required, tooLong, notInList, outOfRange, notAnAddress, unknown, wrongType … */
export type FieldProblem = { code: string; at?: string; [variable: string]: unknown }

export const fine = <Value>(value: Value): Parsed<Value> => ({ ok: true, value })
export const wrong = (problem: FieldProblem): Parsed<never> => ({ ok: false, problem })

/** A string that cannot be stored or shown as it is: U+0000 has no place in PostgreSQL, a lone surrogate none in UTF-8. */
export const isText = (input: string): boolean => !input.includes('\0') && input.isWellFormed()

/** Counted as people count: characters, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length
