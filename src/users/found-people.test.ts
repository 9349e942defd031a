import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { questionFor } from './people-words.ts'
import { listUsers } from './users.server.ts'

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
})
afterAll(() => at.close())

const found = async (search: string) =>
  (await listUsers(at.desk.read(), { search, limit: 50, membersOnly: false })).map(({ email }) => email)

test('an address typed whole found everybody of its domain: c@example.com was “c”, “example” and “com”', async () => {
  expect(await found('omar@example.com')).toEqual(['omar@example.com'])
  expect(await found('  OMAR@example.com ')).toEqual(['omar@example.com'])
  expect(await found('Omar Siddiqui <omar@example.com>')).toEqual(['omar@example.com'])
  expect(await found('c@example.com')).toEqual([])
})

test('while an address is being typed, those that begin so are found', async () => {
  expect(await found('om@')).toEqual([])
  expect(await found('omar@ex')).toEqual(['omar@example.com'])
  expect(await found('omar@')).toEqual(['omar@example.com'])
})

test('words and domains are looked for as before', async () => {
  expect(await found('sidd om')).toEqual(['omar@example.com'])
  const everybody = (await found('@example.com')).length
  expect(everybody).toBeGreaterThan(3)
  expect(await found('example.com')).toHaveLength(everybody)
})

test.each([..."@.-_+'’,/ "])('a word ends at «%s» in what was typed, and where people are looked up', async (sign) => {
  const name = `alpha${sign}beta`
  expect(questionFor(name)).toBe("'alpha':* & 'beta':*")
  const looked = sql<{ words: string[] }>`select tsvector_to_array(people_words(${name}, '')) as words`
  const { rows } = await looked.execute(at.desk.read())
  expect(rows[0]!.words).toEqual(['alpha', 'beta'])
})
