import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hour } from '../../fields/date-time/spans.ts'
import { openBlobStore, type BlobStore } from '../../server/files/blob-store.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { openPlans } from '../../testing/plans.server.ts'
import { sweepFiles } from './sweep-files.write.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'sanad-sweep-'))
let at: TestDesk
const known = Array.from({ length: 1_200 }, newKey)

beforeAll(async () => {
  at = await openTestDesk()
  const number = await at.submitted()
  await at.database.pool.query(
    `insert into ticket_file (ticket_number, id, owner_id, key, name, type, size, sha256, at, text_id, place)
     select $1, gen_random_uuid(), $2, key, 'a', 'text/plain', 1, '', now(), 'description', place
     from unnest($3::text[]) with ordinality as one (key, place)`,
    [number, at.ids.salma, known],
  )
  await at.database.pool.query('analyze ticket_file')
})
afterAll(async () => {
  await at.close()
  rmSync(folder, { recursive: true })
})

function newKey(): string {
  const name = randomBytes(16).toString('hex')
  return `${name.slice(0, 2)}/${name}`
}

/** A store of which only is asked what lies there for long. */
function storeOf(keys: Iterable<string>) {
  const removed: string[] = []
  const store = {
    async *olderThan() {
      yield* keys
    },
    remove: async (key: string) => void removed.push(key),
  } as unknown as BlobStore
  return { store, removed }
}

test('the sweep asked the database one question for each stored file, each through all files', async () => {
  const orphans = [newKey(), newKey(), newKey()]
  const { store, removed } = storeOf([orphans[0]!, ...known, ...orphans.slice(1)])
  const { heard, costsOf } = openPlans(at.database.pool, /"?ticket_file"?[\s\S]*"?key"?/)
  const costs = await costsOf(() => sweepFiles(heard, store, new Date()))
  expect(removed).toEqual(orphans)
  expect(costs).toHaveLength(3)
  const { store: few } = storeOf(orphans)
  const [cost] = await costsOf(() => sweepFiles(heard, few, new Date()))
  expect(cost!.scans.map(({ by }) => by)).toContain('ticket_file_key')
})

test('a sweep of very many files went on after the stop, until the process was ended', async () => {
  const ending = new AbortController()
  function* endless() {
    for (let seen = 0; ; seen++) {
      if (seen === 700) ending.abort()
      yield newKey()
    }
  }
  const { store, removed } = storeOf(endless())
  await sweepFiles(at.database.primary, store, new Date(), ending.signal)
  expect(removed).toHaveLength(500)
})

test('a file that no row names was gone after an hour, before the copy that follows the rows had come to it', async () => {
  const store = openBlobStore(folder)
  const { key } = await store.put(Readable.from([Buffer.from('a form')]), 100)
  for (const [hours, isThere] of [
    [23, true],
    [25, false],
  ] as const) {
    const then = new Date(Date.now() - hours * hour)
    utimesSync(join(folder, key), then, then)
    await sweepFiles(at.database.primary, store, new Date())
    expect(await store.has(key)).toBe(isThere)
  }
})
