import Schema from 'typebox/schema'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FieldType } from '../fields/field-type.ts'
import { openDatabase, type Database } from '../server/db/database.server.ts'
import { cloneDatabase, type ClonedDatabase } from './postgres.server.ts'

export type Fixtures<Value> = {
  /** What comes in, what it means, and how it goes out where that is something else. */
  right: [input: unknown, value: Value, presented?: unknown][]
  /** What is refused, and with which code; `at` names the place within. */
  wrong: [input: unknown, code: string, at?: string][]
  /** Inputs of which a JSON Schema cannot say what is wrong with them, or need not. */
  beyondSchema?: unknown[]
  /** The type of the column that keeps it. */
  column: 'jsonb' | 'text' | 'bigint' | 'smallint' | 'boolean' | 'timestamptz' | 'uuid'
}

/** What holds of every type of field: the same sentences for all of them. */
export function describeField<Value>(name: string, field: FieldType<Value>, fixtures: Fixtures<Value>): void {
  const { right, wrong, beyondSchema = [], column } = fixtures
  const fits = (input: unknown) => Schema.Compile(field.schema as never).Check(input)

  describe(`the field type ${name}`, () => {
    test.each(right)('takes %j', (input, value) => {
      expect(field.parse(input)).toEqual({ ok: true, value })
    })

    test.each(wrong)('refuses %j: %s', (input, code, at) => {
      expect(field.parse(input)).toMatchObject({ ok: false, problem: { code, ...(at === undefined ? {} : { at }) } })
    })

    test.each(anything)('says why, and never throws: %j', (input) => {
      const parsed = field.parse(input)
      expect(parsed.ok ? 'fine' : parsed.problem.code).toMatch(/^[a-zA-Z]+$/)
    })

    test('the published schema says the same', () => {
      const said = (inputs: unknown[]) => inputs.filter((input) => !beyondSchema.includes(input) && input !== undefined)
      expect(said(right.map(([input]) => input)).filter((input) => !fits(input))).toEqual([])
      expect(said(wrong.map(([input]) => input)).filter((input) => fits(input))).toEqual([])
    })

    test('goes out as it should, and nothing of it is lost in JSON', () => {
      for (const [, value, presented] of right) {
        const out = field.present(value)
        expect(out).toEqual(presented ?? out)
        expect(JSON.parse(JSON.stringify(out))).toEqual(out)
      }
    })

    stored(
      field,
      right.map(([, value]) => value),
      column,
    )
  })
}

function stored<Value>(field: FieldType<Value>, values: Value[], column: string): void {
  describe(`in a column of ${column}`, () => {
    let clone: ClonedDatabase
    let database: Database<unknown>
    beforeAll(async () => {
      clone = await cloneDatabase()
      database = openDatabase({ url: clone.url, connections: 1 })
    })
    afterAll(async () => {
      await database.close()
      await clone.drop()
    })

    test('comes back as it went in', async () => {
      for (const value of values) {
        const kept = field.store(value)
        const given = column === 'jsonb' && typeof kept !== 'string' ? JSON.stringify(kept) : kept
        const { rows } = await sql<{ kept: unknown }>`select ${given}::${sql.raw(column)} as kept`.execute(
          database.primary,
        )
        expect(field.restore(rows[0]!.kept)).toEqual(value)
      }
    })
  })
}

const anything: unknown[] = [
  undefined,
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  true,
  [],
  [1],
  {},
  { toString: null },
  '\0',
  '\ud800',
  'x'.repeat(1_000),
]
