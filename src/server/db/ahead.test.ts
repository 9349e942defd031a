import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase } from '../../testing/postgres.server.ts'
import { openDatabase, type Database } from './database.server.ts'
import { inTransaction } from './sending.server.ts'
import { piecesOf } from './testing/pieces.server.ts'

let database: Database<object>
let drop: () => Promise<void>
beforeAll(async () => {
  const clone = await cloneDatabase()
  drop = clone.drop
  database = openDatabase({ url: clone.url, connections: 1 })
})
afterAll(async () => {
  await database.close()
  await drop()
})

const ask = (what: string) => sql<{ said: string }>`select ${sql.lit(what)} as said`.execute(database.primary)
const ahead = () => database.ahead<{ who: string }>({ text: "select 'somebody' as who" })

test('what is asked along goes out in one piece with the question before it', async () => {
  const pieces = await piecesOf(database.pool)
  const answers: unknown[] = []
  const sent = await pieces(async () => {
    const { answer, followedBy } = await ahead()
    const { rows } = await followedBy(() => ask('along'))
    answers.push(await answer, rows)
  })
  expect(answers).toEqual([[{ who: 'somebody' }], [{ said: 'along' }]])
  expect(sent).toEqual(['select'])
})

test('a change that goes along begins in the same piece', async () => {
  const pieces = await piecesOf(database.pool)
  const sent = await pieces(async () => {
    const { followedBy } = await ahead()
    await followedBy(() => inTransaction(database.primary, (db) => sql`select 1`.execute(db)))
  })
  expect(sent).toEqual(['begin select', 'commit'])
})

test('what is asked later, or of no question, has a connection of its own, and none is kept', async () => {
  // of a pool of one, so that a connection that is kept would be missed at once
  for (let turn = 0; turn < 3; turn++) {
    const { answer, followedBy } = await ahead()
    await followedBy(async () => {
      await answer
      await Promise.all([ask('one'), ask('two')])
    })
    const unused = await ahead()
    expect(await unused.answer).toEqual([{ who: 'somebody' }])
    expect((await ask('after')).rows).toEqual([{ said: 'after' }])
  }
})

test('a connection whose question failed is not used again, whoever had it then', async () => {
  const pidNow = async () =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.primary)).rows[0]!.pid
  const first = await pidNow()
  const unused = await database.ahead({ text: 'select 1 / 0 as who' })
  await expect(unused.answer).rejects.toThrow('division by zero')
  const second = await pidNow()
  expect(second).not.toBe(first)
  const used = await database.ahead({ text: 'select 1 / 0 as who' })
  expect(await used.followedBy(pidNow)).toBe(second)
  expect(await pidNow()).not.toBe(second)
})

test('what fails along leaves the question its answer, and the other way round', async () => {
  const good = await ahead()
  await expect(good.followedBy(() => ask('x').then(() => sql`select 1 / 0`.execute(database.primary)))).rejects.toThrow(
    'division by zero',
  )
  const failing = await good.followedBy(() => ahead())
  await expect(failing.followedBy(() => sql`select 1 / 0`.execute(database.primary))).rejects.toThrow('division')
  expect(await failing.answer).toEqual([{ who: 'somebody' }])
  const bad = await database.ahead({ text: 'select 1 / 0 as who' })
  const behind = bad.followedBy(() => ask('still said'))
  await expect(bad.answer).rejects.toThrow('division by zero')
  expect((await behind).rows).toEqual([{ said: 'still said' }])
  expect((await ask('after')).rows).toEqual([{ said: 'after' }])
})
