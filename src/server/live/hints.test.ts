import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type ClonedDatabase } from '../../testing/postgres.server.ts'
import { openFaultProxy, placeOf, through } from '../../testing/faults/fault-proxy.server.ts'
import { openHints, type Hint, type Hints } from './hints.server.ts'

// Two processes over one database: what one says the other hears.
let clone: ClonedDatabase
let owner: pg.Client
const open: Hints[] = []

beforeAll(async () => {
  clone = await cloneDatabase()
  owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
})
afterAll(async () => {
  for (const hints of open) await hints.stop()
  await owner?.end()
  await clone?.drop()
})

const lines = async (): Promise<number[]> =>
  (
    await owner.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'sanad live' and datname = current_database()
         and query like 'listen%' order by backend_start`,
    )
  ).rows.map(({ pid }) => pid)

/** Its line, and what it hears. */
async function listening() {
  const before = await lines()
  const hints = openHints(clone.url, () => {})
  open.push(hints)
  const heard: Hint[] = []
  hints.subscribe((hint) => heard.push(hint))
  let pid: number | undefined
  await expect.poll(async () => (pid = (await lines()).find((each) => !before.includes(each)))).toBeDefined()
  const cut = () => owner.query('select pg_terminate_backend($1)', [pid])
  return { hints, heard, cut }
}

test('a notice that was told while a line between processes was broken stayed out of the bell', async () => {
  const one = await listening()
  const other = await listening()
  await one.cut()
  // the news of it has come
  await new Promise((resolve) => setTimeout(resolve, 200))
  one.hints.publish({ people: ['mariam'] })
  await expect.poll(() => other.heard.flatMap(({ people }) => people)).toEqual(['mariam'])
  // what it did not hear itself meanwhile it asks for
  await expect.poll(() => one.heard.some(({ missed }) => missed)).toBe(true)
  expect(other.heard.some(({ missed }) => missed)).toBe(false)
})

test('after the database’s machine vanished without a word nothing was heard for a quarter of an hour', async () => {
  const proxy = await openFaultProxy(placeOf(clone.url))
  const hints = openHints(through(clone.url, proxy.port), () => {}, 2_000)
  const heard: Hint[] = []
  hints.subscribe((hint) => heard.push(hint))
  const said = async (people: string) => {
    hints.publish({ people: [people] })
    await expect.poll(() => heard.flatMap((hint) => hint.people)).toContain(people)
  }
  await said('before')
  proxy.set('hole')
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  proxy.set('pass')
  await expect.poll(() => heard.some(({ missed }) => missed)).toBe(true)
  await said('after')
  await hints.stop()
  await proxy.stop()
})

test('what was said of very many things at once was too long to be said, and lost', async () => {
  const [one, other] = [await listening(), await listening()]
  const ids = Array.from({ length: 150 }, () => crypto.randomUUID())
  const tickets = ids.map((_, index): [number, number] => [10_000_000 + index, 1_000_000_000 + index])
  one.hints.publish({
    tickets,
    people: ids,
    rights: true,
    undelivered: tickets.map(([ticket]) => ticket),
    here: ids.map((id, index) => [10_000_000 + index, id, 'looking']),
  })
  const all = (key: 'people' | 'tickets' | 'undelivered' | 'here') => other.heard.flatMap((hint) => [...hint[key]])
  await expect.poll(() => [all('people').length, all('tickets').length]).toEqual([150, 150])
  expect(all('people')).toEqual(ids)
  expect([all('undelivered').length, all('here').length]).toEqual([150, 150])
  expect(other.heard.filter(({ rights }) => rights)).toHaveLength(1)
})
