import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cloneDatabase } from '../../testing/postgres.server.ts'
import { openDatabase, type Database } from './database.server.ts'
import { piecesOf } from './testing/pieces.server.ts'
import { apart, behind, inTransaction, send, together } from './sending.server.ts'

type Tables = { thing: { id: number; said: string } }

let database: Database<Tables>
let drop: () => Promise<void>
let cloneUrl: string
beforeAll(async () => {
  const clone = await cloneDatabase()
  drop = clone.drop
  cloneUrl = clone.url
  database = openDatabase<Tables>({ url: clone.url, connections: 3 })
  await sql`create table thing (id integer primary key, said text)`.execute(database.primary)
})
afterAll(async () => {
  await database.close()
  await drop()
})
beforeEach(() => database.primary.deleteFrom('thing').execute())

const things = async () =>
  (await database.primary.selectFrom('thing').select('said').orderBy('id').execute()).map(({ said }) => said)
const put = (id: number, said: string) => database.primary.insertInto('thing').values({ id, said })

test('what is sent behind is done by the commit, in its order', async () => {
  const seen = await inTransaction(database.primary, async (db) => {
    await behind(db, put(1, 'one'))
    await behind(db, db.updateTable('thing').set({ said: 'two' }).where('id', '=', 1))
    const ahead = send(db, db.selectFrom('thing').select('said'))
    await behind(db, put(2, 'more'))
    return ahead.answer
  })
  expect(seen).toEqual([{ said: 'two' }])
  expect(await things()).toEqual(['two', 'more'])
})

test('what fails on the way fails the whole with its own error, and nothing of it is kept', async () => {
  const change = inTransaction(database.primary, async (db) => {
    await behind(db, put(1, 'one'))
    await behind(db, put(1, 'again'))
    await behind(db, put(2, 'two'))
    return 'done'
  })
  await expect(change).rejects.toMatchObject({ code: '23505', constraint: 'thing_pkey' })
  expect(await things()).toEqual([])
})

test('the cause is told, and not that the statements after it found the transaction lost', async () => {
  // often enough that statements are prepared, the last of them first within a lost transaction
  for (let turn = 0; turn < 12; turn++) {
    const change = inTransaction(database.primary, async (db) => {
      await behind(db, put(1, 'one'))
      await behind(db, put(1, 'again'))
      return db.selectFrom('thing').select('said').where('id', '>', turn).execute()
    })
    await expect(change).rejects.toMatchObject({ code: '23505' })
  }
  expect(await things()).toEqual([])
  expect(await database.primary.selectFrom('thing').select('said').where('id', '>', 0).execute()).toEqual([])
})

test('what cannot even be sent is not missing from a commit', async () => {
  const unwritable: Record<string, unknown> = {}
  unwritable['itself'] = unwritable
  const change = inTransaction(database.primary, async (db) => {
    await behind(db, put(1, 'one'))
    await behind(db, put(2, unwritable as never))
  })
  await expect(change).rejects.toThrow('circular')
  expect(await things()).toEqual([])
})

test('a change that is given up leaves nothing of what was sent, and its connection is as good as new', async () => {
  for (let turn = 0; turn < 5; turn++) {
    const change = inTransaction(database.primary, async (db) => {
      await behind(db, put(1, 'one'))
      throw new Error('given up')
    })
    await expect(change).rejects.toThrow('given up')
  }
  await put(1, 'later').execute()
  expect(await things()).toEqual(['later'])
})

test('nothing is sent once the transaction is over; without one, it is waited for', async () => {
  let over: Parameters<typeof behind>[0] | undefined
  await inTransaction(database.primary, async (db) => {
    over = db
  })
  expect(() => send(over!, put(1, 'late'))).toThrow('after its transaction had ended')
  await behind(database.primary, put(1, 'plain'))
  await expect(behind(database.primary, put(1, 'twice'))).rejects.toMatchObject({ code: '23505' })
  expect(await things()).toEqual(['plain'])
})

test('many at once over few connections keep to themselves', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, id) =>
      inTransaction(database.primary, async (db) => {
        await behind(db, put(id, `said ${id}`))
        if (id % 4 === 0) throw new Error('not this one')
      }).catch(() => {}),
    ),
  )
  expect(await things()).toEqual(
    Array.from({ length: 40 }, (_, id) => id)
      .filter((id) => id % 4)
      .map((id) => `said ${id}`),
  )
})

test('what goes together is one statement, and each part has its own answer', async () => {
  const texts: string[] = []
  const { pool } = database
  const listen = (client: { query: unknown }) => {
    const query = (client.query as (...given: unknown[]) => unknown).bind(client)
    client.query = (given: { text: string } | string, ...rest: unknown[]) => {
      texts.push(typeof given === 'string' ? given : given.text)
      return query(given, ...rest)
    }
  }
  pool.once('acquire', listen)
  const answers: unknown[] = []
  await inTransaction(database.primary, async (db) => {
    await behind(db, put(1, 'one'))
    await together(db, async () => {
      await behind(db, put(2, 'two'))
      const { answer } = send(db, put(3, 'three').returning(['id', 'said']))
      void answer.then((rows) => answers.push(...rows))
      await apart(db, put(4, 'four'))
      await behind(db, db.updateTable('thing').set({ said: 'ONE' }).where('id', '=', 1))
    })
    await behind(db, put(5, 'five'))
  })
  const verbs = texts.map((text) => text.trim().split(' ')[0])
  expect(await things()).toEqual(['ONE', 'two', 'three', 'four', 'five'])
  expect(answers).toEqual([{ id: 3, said: 'three' }])
  expect(verbs).toEqual(['begin', 'insert', 'insert', 'with', 'insert', 'commit'])
})

test('a part that fails fails the whole with its own error', async () => {
  const change = inTransaction(database.primary, (db) =>
    together(db, async () => {
      await behind(db, put(1, 'one'))
      await behind(db, put(1, 'again'))
    }),
  )
  await expect(change).rejects.toMatchObject({ code: '23505', constraint: 'thing_pkey' })
  expect(await things()).toEqual([])
})

test('the last that a change sends goes out in one piece with its commit, or with its rollback', async () => {
  const one = openDatabase<Tables>({ url: cloneUrl, connections: 1 })
  const pieces = await piecesOf(one.pool)
  const change = (fails: boolean) =>
    inTransaction(one.primary, async (db) => {
      await send(db, db.selectFrom('thing').select('said')).answer
      await behind(db, put(1, 'one'))
      if (fails) throw new Error('no')
    })
  try {
    expect(await pieces(() => change(false))).toEqual(['begin select', 'insert commit'])
    expect((await pieces(() => change(true))).at(-1)).toBe('insert rollback')
    expect(await things()).toEqual(['one'])
  } finally {
    await one.close()
  }
})
