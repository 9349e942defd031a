import { mkdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeLock } from './lock.server.ts'
import { kill, Place, type Holder } from './testing/place.server.ts'
import { pause } from './waiting.ts'

const prepared = new Place()

beforeAll(async () => {
  const holder = prepared.start()
  await holder.hear('ready')
  await holder.end('SIGTERM')
})

afterAll(async () => prepared[Symbol.asyncDispose]())

async function twoHolders(place: Place): Promise<{ owner: Holder; sharer: Holder; url: string }> {
  const [one, two] = [place.start(), place.start()]
  const [first, second] = await Promise.all([one.hear('ready'), two.hear('ready')])
  expect(first.owned).toBe(!second.owned)
  const [owner, sharer] = first.owned ? [one, two] : [two, one]
  return { owner, sharer, url: first.url ?? '' }
}

async function owns(holder: Holder): Promise<boolean> {
  const before = holder.said.filter(({ event }) => event === 'owned').length
  holder.ask('owned?')
  return (await holder.hear('owned', before + 1)).owned ?? false
}

async function becomesOwner(holder: Holder): Promise<boolean> {
  for (let look = 0; look < 50; look++) {
    if (await owns(holder)) return true
    await pause(100)
  }
  return false
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

test('two processes starting at once on an empty folder share one PostgreSQL', async () => {
  await using place = new Place()
  const { owner, sharer, url } = await twoHolders(place)
  const client = await connect(url)
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
  expect(await sharer.end('SIGTERM')).toBe(0)
  expect(place.isQuiet()).toBe(false)
  expect(await owner.end('SIGTERM')).toBe(0)
  expect(place.isQuiet()).toBe(true)
})

test('when the owner stops first, sessions go on, and the last one out stops PostgreSQL', async () => {
  await using place = new Place(prepared.folder)
  const { owner, sharer, url } = await twoHolders(place)
  const before = place.postmasterPid()
  const session = await connect(url)
  expect(await owner.end('SIGTERM')).toBe(0)
  expect((await session.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  expect(await becomesOwner(sharer)).toBe(true)
  expect(place.postmasterPid()).toBe(before)
  await session.end()
  expect(await sharer.end('SIGTERM')).toBe(0)
  expect(place.isQuiet()).toBe(true)
})

test(
  'when the owner is killed, the sharer takes over and starts a dying PostgreSQL again',
  { tags: 'long' },
  async () => {
    await using place = new Place(prepared.folder)
    const { owner, sharer, url } = await twoHolders(place)
    const before = place.postmasterPid()
    await owner.end('SIGKILL')
    kill(before)
    await sharer.hear('restart')
    expect(await owns(sharer)).toBe(true)
    expect(place.postmasterPid()).not.toBe(before)
    const session = await connect(url)
    expect((await session.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await session.end()
    expect(await sharer.end('SIGTERM')).toBe(0)
    expect(place.isQuiet()).toBe(true)
  },
)

test('a sharer hears of a restart that the owner made', { tags: 'long' }, async () => {
  await using place = new Place(prepared.folder)
  const { owner, sharer } = await twoHolders(place)
  kill(place.postmasterPid())
  await Promise.all([owner.hear('restart'), sharer.hear('restart')])
  expect(await owns(sharer)).toBe(false)
  await Promise.all([owner.end('SIGTERM'), sharer.end('SIGTERM')])
  expect(place.isQuiet()).toBe(true)
})

test(
  'a command that waits for a database which another process keeps did so without a word',
  { tags: 'long' },
  async () => {
    await using place = new Place(prepared.folder)
    const run = path.join(place.folder, 'pg18.run')
    mkdirSync(run, { mode: 0o700 })
    const lock = takeLock(path.join(run, 'lock'))
    const holder = place.start()
    expect((await holder.hear('log')).sentence).toMatch(
      /^Another process of Sanad keeps the database, .* waiting for it/,
    )
    lock?.release()
    await holder.hear('ready')
    expect(await holder.end('SIGTERM')).toBe(0)
  },
)

test('a sharer that stops right after its owner was killed stops PostgreSQL', { tags: 'long' }, async () => {
  await using place = new Place(prepared.folder)
  const { owner, sharer } = await twoHolders(place)
  await owner.end('SIGKILL')
  expect(await sharer.end('SIGTERM')).toBe(0)
  expect(place.isQuiet()).toBe(true)
})

test('two that stop at the same moment leave no PostgreSQL behind', { tags: 'long' }, async () => {
  await using place = new Place(prepared.folder)
  for (let round = 0; round < 5; round++) {
    const { owner, sharer } = await twoHolders(place)
    expect(await Promise.all([owner.end('SIGTERM'), sharer.end('SIGTERM')])).toEqual([0, 0])
    expect(place.isQuiet()).toBe(true)
  }
})

test('a start during the stop of another waits for it and serves', { tags: 'long' }, async () => {
  await using place = new Place(prepared.folder)
  const first = place.start()
  await first.hear('ready')
  const stopped = first.end('SIGTERM')
  const second = place.start()
  const { url = '' } = await second.hear('ready')
  await stopped
  const session = await connect(url)
  expect((await session.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await session.end()
  expect(await second.end('SIGTERM')).toBe(0)
  expect(place.isQuiet()).toBe(true)
})
