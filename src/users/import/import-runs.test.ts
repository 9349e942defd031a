import type { Socket } from 'node:net'
import { sql } from 'kysely'
import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { waitsFor, whileHeld } from '../../testing/held-apart.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { runImports } from './run-imports.write.server.ts'
import { importsIn, path } from './testing/imports-in.server.ts'

let web: TestWeb
beforeEach(async () => {
  web = await openTestWeb()
})
afterEach(() => web.close())

const { preview, begin, imported, one } = importsIn(() => web)

test('who lost the right before it is done imports nothing; the last administrator stays one', async () => {
  const { id } = (await begin('name,email\nA,a@example.com')).body
  await web.database.primary
    .updateTable('role')
    .set({ permissions: ['user.read'] })
    .where('key', '=', 'administrator')
    .execute()
  await runImports(web.installation.desk)
  const row = await web.database.primary
    .selectFrom('user_import')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ state: 'failed', csv: null })
  await web.database.primary
    .updateTable('role')
    .set({ permissions: ['user.manage', 'role.manage', 'user.read'] })
    .where('key', '=', 'administrator')
    .execute()
  expect(await imported('email,roles\nadam@example.com,customer')).toMatchObject({ state: 'failed' })
  expect((await web.get('adam', '/api/v1/users')).status).toBe(200)
})

test('a key that may only manage people made an administrator by a file, which its preview refused', async () => {
  const scopes = ['user.manage', 'user.read']
  const { key } = (await web.post('adam', '/api/v1/api-keys', { name: 'People', scopes })).body
  const byKey = async (method: string, address: string, body?: object) =>
    (await web.ask(null, method, address, body, { authorization: `Bearer ${key}` })).body
  const taken = async (csv: string) => {
    const { counts } = await byKey('POST', `${path}/preview`, { csv })
    const { id } = await byKey('POST', path, { csv })
    await runImports(web.installation.desk)
    const done = await byKey('GET', `${path}/${id}`)
    expect(done.counts).toEqual(counts)
    return done.state
  }
  expect(await taken('name,email,roles\nEve,eve@example.com,administrator')).toBe('refused')
  expect(await taken('name,email,groups\nEve,eve@example.com,Support Desk')).toBe('refused')
  expect(await taken(`email,roles\n${(await web.get('adam', '/api/v1/me')).body.email},customer`)).toBe('refused')
  expect(await one('eve@example.com')).toBeUndefined()
  expect(await taken('name,email,roles\nEve,eve@example.com,customer')).toBe('done')
  expect((await one('eve@example.com')).roles).toEqual(['customer'])
})

test(
  'ten thousand rows: more than a megabyte is taken here alone, hundreds of rows a statement, with word of how far it is',
  { tags: 'long' },
  async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, n) => `Person ${n} ${'x'.repeat(100)},person${n}@example.com,ar,customer,Company ${n % 50}`,
    )
    const csv = `name,email,language,roles,organisation\n${rows.join('\n')}`
    expect(csv.length).toBeGreaterThan(1_400_000)
    expect((await preview(csv)).body.counts).toEqual({ add: 10_000, update: 0, unchanged: 0, wrong: 0 })
    const { id } = (await begin(csv)).body
    const seen = new Set<number>()
    const writes = listenToWrites(web.installation.desk.database.pool)
    const running = runImports(web.installation.desk)
    let done = false
    void running.then(() => (done = true))
    while (!done) {
      seen.add((await web.get('adam', `${path}/${id}`)).body.done)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(seen.size).toBeGreaterThan(2)
    const words = writes.filter((text) => text.startsWith('update "user_import" set "done"'))
    expect(words).toHaveLength(20)
    // a statement a row would be ten thousand
    expect(writes.length).toBeGreaterThan(20)
    expect(writes.length).toBeLessThan(200)
    expect((await web.get('adam', `${path}/${id}`)).body).toMatchObject({
      state: 'done',
      done: 10_000,
      counts: { add: 10_000 },
    })
    const count = await web.database.primary
      .selectFrom('users')
      .select((eb) => eb.fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow()
    expect(count.all).toBe(10_008)
    expect(
      (await web.post('mariam', '/api/v1/tickets', { title: 'A', description: 'x'.repeat(1_100_000) })).status,
    ).toBe(413)
    expect((await preview('x'.repeat(6_000_000))).status).toBe(413)
  },
)

test('a worker that dies in the middle leaves nothing, and the next one does it whole', async () => {
  const { id } = (await begin('name,email\nA,a@example.com\nB,b@example.com')).body
  const broken = {
    ...web.installation.desk,
    change: () => Promise.reject(Object.assign(new Error('gone'), { code: '57P01' })),
  }
  await runImports(broken as typeof web.installation.desk)
  expect((await web.get('adam', `${path}/${id}`)).body).toMatchObject({ state: 'waiting', done: 0 })
  await Promise.all([runImports(web.installation.desk), runImports(web.installation.desk)])
  await runImports(web.installation.desk)
  expect((await web.get('adam', `${path}/${id}`)).body).toMatchObject({ state: 'done', counts: { add: 2 } })
})

test('a restart of the database in the middle of an import made it failed and threw its file away', async () => {
  const { id } = (await begin('name,email\nA,a@example.com')).body
  const { desk } = web.installation
  let line: pg.PoolClient | undefined
  desk.database.pool.on('acquire', (client) => (line = client))
  const cut: typeof desk.change = (actor, work) =>
    desk.change(actor, (change) => {
      // what the driver then says has no code
      ;(line as unknown as { connection: { stream: Socket } }).connection.stream.destroy()
      return work(change)
    })
  await runImports({ ...desk, change: cut })
  expect((await web.get('adam', `${path}/${id}`)).body).toMatchObject({ state: 'waiting', done: 0 })
  await runImports(web.installation.desk)
  expect((await web.get('adam', `${path}/${id}`)).body).toMatchObject({ state: 'done', counts: { add: 1 } })
})

test('an import whose organisation the database takes for one that is here was tried every second for ever', async () => {
  const { body: here } = await web.post('adam', '/api/v1/organisations', { name: 'İzmir Liman' })
  const lower = await sql<{ one: boolean }>`select lower('İzmir') = lower('Izmir') as one`.execute(web.database.primary)
  // by the rules of whatever place the database was made for
  const isOne = lower.rows[0]!.one
  const lines = ['A,a@example.com,Izmir Liman', 'B,b@example.com,İZMİR LİMAN', 'C,c@example.com,izmir liman']
  const file = `name,email,organisation\n${lines.join('\n')}`
  expect(await imported(file)).toMatchObject({ state: 'done', counts: { add: 3 } })
  const [a, b, c] = [await one('a@example.com'), await one('b@example.com'), await one('c@example.com')]
  expect(a.organisation.id).toBe(c.organisation.id)
  expect([a.organisation.id === here.id, a.organisation.id === b.organisation.id]).toEqual([isOne, isOne])
  expect(await imported(file)).toMatchObject({ state: 'done', counts: { unchanged: 3 } })
})

test(
  'an import that clashes with somebody who was just added is done anew; one that always clashes has failed',
  { tags: 'long' },
  async () => {
    const { desk } = web.installation
    let clashes = 0
    const clashing = (most: number): typeof desk => ({
      ...desk,
      change: (...given) => {
        if (clashes === most) return desk.change(...given)
        clashes += 1
        return Promise.reject(Object.assign(new Error('duplicate key value'), { code: '23505' }))
      },
    })
    const { id: once } = (await begin('name,email\nA,a@example.com')).body
    await runImports(clashing(2))
    expect((await web.get('adam', `${path}/${once}`)).body).toMatchObject({ state: 'done', counts: { add: 1 } })
    clashes = 0
    const { id: ever } = (await begin('name,email\nB,b@example.com')).body
    await expect(runImports(clashing(100))).rejects.toThrow('duplicate key value')
    expect(clashes).toBe(3)
    expect((await web.get('adam', `${path}/${ever}`)).body).toMatchObject({ state: 'failed', done: 0 })
    expect(await runImports(desk)).toBe(0)
  },
)

test('an import whose organisation was removed while it ran had failed, and its file was gone', async () => {
  await web.post('adam', '/api/v1/organisations', { name: 'Harbour' })
  const { id } = (await begin('name,email,organisation\nA,a@example.com,Harbour')).body
  let running: Promise<number> | undefined
  await whileHeld(web, `delete from organisation where name = 'Harbour'`, async (door) => {
    running = runImports(web.installation.desk)
    running.catch(() => {})
    await waitsFor(door)
  })
  await running
  expect((await web.get('adam', `${path}/${id}`)).body).toMatchObject({ state: 'done', counts: { add: 1 } })
  expect((await one('a@example.com')).organisation).toMatchObject({ name: 'Harbour' })
})

/** What changes rows, as it is sent from now on. */
function listenToWrites(pool: pg.Pool): string[] {
  const writes: string[] = []
  const heard = new WeakSet<pg.PoolClient>()
  pool.on('acquire', (client) => {
    if (heard.has(client)) return
    heard.add(client)
    const query = client.query.bind(client) as (asked: string | pg.QueryConfig, ...rest: unknown[]) => unknown
    client.query = ((asked: string | pg.QueryConfig, ...rest: unknown[]) => {
      const text = (typeof asked === 'string' ? asked : asked.text).trim()
      if (/^(insert|update|delete)/iu.test(text)) writes.push(text)
      return query(asked, ...rest)
    }) as typeof client.query
  })
  return writes
}
