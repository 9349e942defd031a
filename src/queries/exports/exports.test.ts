import { parse } from 'csv-parse/sync'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBlobStore, type BlobStore } from '../../server/files/blob-store.server.ts'
import { exportables } from '../../start/exportables.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../../testing/desk.server.ts'
import { erasePerson } from '../../users/erase/erase-person.write.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { close } from '../../workflow/close.server.ts'
import { exportEndpoints } from './export-endpoints.server.ts'
import type { ExportFile } from './exports.ts'
import type { Exportables } from './exportable.server.ts'
import { runExports, sweepExports } from './run-exports.write.server.ts'

let at: TestDesk
let folder: string
let blobs: BlobStore
let call: ReturnType<typeof callsTo>
const numbers: number[] = []
const told: string[] = []
const path = '/api/v1/exports'

beforeAll(async () => {
  at = await openTestDesk()
  folder = mkdtempSync(join(tmpdir(), 'sanad-exports-'))
  blobs = openBlobStore(folder)
  call = callsTo(at.desk, exportEndpoints(exportables, blobs))
  const mariam = await at.person('mariam')
  for (let index = 0; index < 4; index++) {
    const number = await at.submitted(index % 2 ? 'pierre' : 'salma')
    await close(at.desk, mariam, number, { reason: 'It is done.' })
    numbers.push(number)
  }
})
afterAll(async () => {
  await at.close()
  rmSync(folder, { recursive: true })
})

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a test says what it expects to be answered
const ask = async <Answer = ExportFile>(who: Character, address: string, given: object = {}) =>
  call<Answer>(await at.person(who), address, given)
const order = async (who: Character, more: object = {}) =>
  (await ask(who, `POST ${path}`, { body: { query: 'closed-tickets', format: 'csv', filters: {}, ...more } })).answer
const mine = async (who: Character) => (await ask<{ items: ExportFile[] }>(who, `GET ${path}`)).answer.items
const fetched = async (who: Character, id: string) => {
  const { answer, headers } = await ask<Readable>(who, `GET ${path}/:id/file`, { params: { id } })
  return { bytes: await buffer(answer), headers }
}
const run = (some: Exportables = exportables) => runExports(at.desk, some, blobs, (people) => void told.push(...people))

test('what was asked for is written by the worker, told of, and read back by another library', async () => {
  const { id } = await order('mariam', { filters: { sort: 'number' } })
  expect(await mine('mariam')).toMatchObject([{ id, state: 'waiting', rows: 0, readyAt: null }])
  expect(await refusalOf(ask('mariam', `GET ${path}/:id/file`, { params: { id } }))).toMatchObject({ code: 'notFound' })
  await run()
  expect(told).toEqual([at.ids.mariam])
  expect(await mine('mariam')).toMatchObject([{ id, state: 'ready', rows: 4, readAt: null }])
  const { bytes, headers } = await fetched('mariam', id)
  const rows = parse<{ number: string }>(bytes, { columns: true, bom: true })
  expect(rows.map(({ number }) => Number(number))).toEqual(numbers)
  expect(headers['content-disposition']).toMatch(/^attachment; filename="closed-tickets-.*\.csv"$/)
  expect(headers['content-length']).toBe(String(bytes.length))
  await ask('mariam', `POST ${path}/:id/read`, { params: { id } })
  expect((await mine('mariam'))[0]!.readAt).not.toBeNull()
})

test.each(['csv', 'xlsx'])('an export as %s was published as another kind of content than it is', async (format) => {
  const { id } = await order('mariam', { format })
  await run()
  const { headers } = await fetched('mariam', id)
  const { media } = exportEndpoints(exportables, blobs).find((each) => each.path === `${path}/:id/file`)!
  expect(media).toContain(String(headers['content-type']).split(';')[0])
  await at.database.primary.deleteFrom('export_file').execute()
})

test('a file that is gone is said to be gone, and is made again with what was asked', async () => {
  const { id } = await order('mariam', { filters: { number: String(numbers[1]) } })
  await run()
  for await (const key of blobs.keys()) await blobs.remove(key)
  expect(await refusalOf(fetched('mariam', id))).toMatchObject({ code: 'fileGone' })
  expect(await refusalOf(ask('pierre', `POST ${path}/:id/again`, { params: { id } }))).toMatchObject({
    code: 'notFound',
  })
  await ask('mariam', `POST ${path}/:id/again`, { params: { id } })
  expect(await mine('mariam')).toEqual(
    expect.arrayContaining([expect.objectContaining({ id, state: 'waiting', rows: 0 })]),
  )
  await run()
  const rows = parse<{ number: string }>((await fetched('mariam', id)).bytes, { columns: true, bom: true })
  expect(rows.map(({ number }) => Number(number))).toEqual([numbers[1]])
})

test('it holds what its owner sees, and is there for nobody else', async () => {
  const { id } = await order('salma', { format: 'xlsx' })
  await run()
  expect((await mine('salma'))[0]).toMatchObject({ id, state: 'ready', rows: 2 })
  for (const who of ['mariam', 'pierre'] as const) {
    expect(await refusalOf(fetched(who, id))).toMatchObject({ code: 'notFound' })
    expect(await refusalOf(ask(who, `POST ${path}/:id/read`, { params: { id } }))).toMatchObject({ code: 'notFound' })
  }
})

test('a key that sees less than its person is written what it sees, and fetches nothing that holds more', async () => {
  const mariam = await at.person('mariam')
  const program = { ...mariam, key: 'a key', permissions: new Set(['ticket.seeOwn']) }
  const whole = (await order('mariam')).id
  await run()
  for (const address of [`GET ${path}/:id/file`, `POST ${path}/:id/again`, `POST ${path}/:id/read`])
    expect(await refusalOf(call(program, address, { params: { id: whole } }))).toMatchObject({ code: 'notFound' })
  const body = { query: 'closed-tickets', format: 'csv', filters: {} }
  const { id } = (await call<ExportFile>(program, `POST ${path}`, { body })).answer
  await run()
  expect((await call<{ items: ExportFile[] }>(program, `GET ${path}`)).answer.items).toMatchObject([{ id, rows: 0 }])
  expect((await fetched('mariam', whole)).bytes.length).toBeGreaterThan(0)
})

test('who lost sight of tickets fetches no export that holds them, and makes it again with what they see now', async () => {
  const mariam = await at.person('mariam')
  const { id } = await order('mariam')
  await run()
  const less = { ...mariam, permissions: new Set([...mariam.permissions].filter((each) => each !== 'ticket.seeAll')) }
  expect(await refusalOf(call(less, `GET ${path}/:id/file`, { params: { id } }))).toMatchObject({ code: 'fileGone' })
  await call(less, `POST ${path}/:id/again`, { params: { id } })
  await run()
  const { answer } = await call<Readable>(less, `GET ${path}/:id/file`, { params: { id } })
  expect(parse(await buffer(answer), { columns: true, bom: true })).toEqual([])
})

test('of twelve that are asked for at the same moment five are begun', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 12 }, () => order('mariam')))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  await run()
})

test('what the query would refuse is not begun; nor a sixth at once', async () => {
  for (const [more, field] of [
    [{ filters: { colour: 'red' } }, 'filters.colour'],
    [{ filters: { score: '9' } }, 'filters.score'],
    [{ query: 'everything' }, 'query'],
    [{ format: 'pdf' }, 'format'],
  ] as const)
    expect(await refusalOf(order('mariam', more))).toMatchObject({ details: { errors: [{ field }] } })
  for (let index = 0; index < 5; index++) await order('lina')
  expect(await refusalOf(order('lina'))).toMatchObject({ code: 'busy' })
  await run()
  expect((await mine('lina')).every(({ state }) => state === 'ready')).toBe(true)
})

test('a worker that dies gives it back when its lease is over', async () => {
  const { id } = await order('omar')
  await at.database.primary
    .updateTable('export_file')
    .set({ state: 'writing', leased_until: new Date(at.clock.now().getTime() + 60_000), tries: 1 })
    .where('id', '=', id)
    .execute()
  await run()
  expect((await mine('omar'))[0]!.state).toBe('writing')
  at.clock.move(61_000)
  await run()
  expect((await mine('omar'))[0]).toMatchObject({ id, state: 'ready', rows: 0 })
})

test('an export failed for good after an outage of three seconds, and its owner did not hear of it', async () => {
  await order('jana')
  const failing: Exportables = {
    'closed-tickets': {
      ...exportables['closed-tickets']!,
      write: async () =>
        new Readable({
          read() {
            this.destroy(new Error('The disk is full'))
          },
        }),
    },
  }
  for (const pause of [10_000, 60_000]) {
    await expect(run(failing)).rejects.toThrow('The disk is full')
    at.clock.move(pause - 1_000)
    await run(failing)
    expect((await mine('jana'))[0]).toMatchObject({ state: 'waiting' })
    at.clock.move(2_000)
  }
  told.length = 0
  await expect(run(failing)).rejects.toThrow('The disk is full')
  expect((await mine('jana'))[0]).toMatchObject({ state: 'failed' })
  expect(told).toEqual([at.ids.jana])
  at.clock.move(3_600_000)
  await run(failing)
})

test('the erasure of anybody dropped what others had waiting or were being written, and nobody heard of it', async () => {
  await at.database.primary.deleteFrom('export_file').execute()
  const { id: ready } = await order('mariam')
  await run()
  const { id: writing } = await order('lina')
  at.clock.move(1)
  const waiting = [(await order('salma')).id, (await order('jana', { filters: { words: 'pierre lemaire' } })).id]
  await order('pierre')
  const meanwhile: Exportables = {
    'closed-tickets': {
      ...exportables['closed-tickets']!,
      // what it read before is in the file
      write: async (...given) => {
        const read = await exportables['closed-tickets']!.write(...given)
        await erasePerson(
          at.desk,
          await at.person('adam'),
          at.ids.pierre,
          { confirm: 'pierre@example.com' },
          '192.0.2.44',
        )
        return read
      },
    },
  }
  await run(meanwhile)
  const states = async () =>
    (await at.database.primary.selectFrom('export_file').select(['id', 'state', 'key', 'rows']).execute()).toSorted(
      (one, other) => (one.id < other.id ? -1 : 1),
    )
  // of pierre, and with his name in its filters, none is kept
  expect(await states()).toEqual([
    { id: ready, state: 'failed', key: null, rows: 0 },
    { id: writing, state: 'waiting', key: null, rows: 0 },
    { id: waiting[0], state: 'waiting', key: null, rows: 0 },
  ])
  expect(await refusalOf(fetched('mariam', ready))).toMatchObject({ code: 'notFound' })
  expect((await mine('mariam'))[0]).toMatchObject({ id: ready, state: 'failed', readAt: null })
  await ask('mariam', `POST ${path}/:id/again`, { params: { id: ready } })
  at.clock.move(11_000)
  await run()
  expect((await states()).map(({ state, rows }) => [state, rows])).toEqual([
    ['ready', 4],
    ['ready', 4],
    ['ready', 2],
  ])
  const bytes = (await fetched('lina', writing)).bytes.toString()
  expect(bytes).toContain('Erased')
  expect(bytes).not.toContain('Pierre')
})

test('after a week files are gone', async () => {
  const { id: next } = await order('mariam')
  await run()
  expect((await fetched('mariam', next)).bytes.length).toBeGreaterThan(100)
  at.clock.moveDays(8)
  await sweepExports(at.database.primary, blobs, at.clock.now())
  expect(await mine('mariam')).toEqual([])
})

test('an export that a stop cut off waited for its lease, and the third stop failed it for good', async () => {
  const { id } = await order('omar')
  const forever: Exportables = {
    'closed-tickets': {
      ...exportables['closed-tickets']!,
      write: async () => Readable.from(endless(), { objectMode: false }),
    },
  }
  async function* endless() {
    for (;;) {
      yield 'row\n'
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  for (let stop = 0; stop < 4; stop++) {
    const ending = new AbortController()
    const running = runExports(at.desk, forever, blobs, () => {}, ending.signal)
    await expect.poll(async () => (await mine('omar'))[0]!.state).toBe('writing')
    ending.abort()
    await running
    expect((await mine('omar'))[0]).toMatchObject({ id, state: 'waiting' })
  }
  await run()
  expect((await mine('omar'))[0]).toMatchObject({ id, state: 'ready' })
})

test('a stop in the moment in which an export began ended the process by an error that nobody heard', async () => {
  const { id } = await order('omar')
  const ending = new AbortController()
  const slow: BlobStore = {
    ...blobs,
    async put(stream, most) {
      ending.abort()
      // as while its folder is made: nobody reads yet
      await new Promise((resolve) => setTimeout(resolve, 50))
      return blobs.put(stream, most)
    },
  }
  await runExports(at.desk, exportables, slow, () => {}, ending.signal)
  expect((await mine('omar'))[0]).toMatchObject({ id, state: 'waiting' })
  await run()
  expect((await mine('omar'))[0]).toMatchObject({ id, state: 'ready' })
})
