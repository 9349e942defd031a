import { describe, expect, test } from 'vitest'
import type { FieldType } from './field-type.ts'

/** What every type of field must do, held to examples: read what is good, refuse what is not with its code, never throw. */
export function fieldSuite<Value>(
  name: string,
  field: FieldType<Value>,
  examples: { good: [input: unknown, presented?: unknown][]; bad: [input: unknown, code: string][] },
): void {
  describe(name, () => {
    test.each(examples.good)('reads %j and gives it back', (input, presented = input) => {
      const parsed = field.parse(input)
      if (!parsed.ok) throw new Error(`refused: ${parsed.problem.code}`)
      expect(field.present(parsed.value)).toEqual(presented)
      expect(field.present(field.restore(field.store(parsed.value)))).toEqual(presented)
    })

    test.each(examples.bad)('refuses %j as %s', (input, code) => {
      expect(field.parse(input)).toMatchObject({ ok: false, problem: { code } })
    })

    const strange = [null, undefined, NaN, Infinity, -0, [], {}, '', '\0', '\ud800', { __proto__: null }, Symbol('x'), 1n]
    test('never throws, whatever comes', () => {
      for (const input of strange) expect(field.parse(input)).toHaveProperty('ok')
    })
  })
}
