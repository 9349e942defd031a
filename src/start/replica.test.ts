import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../server/db/migrate.server.ts'
import {
  hasDebianPostgres,
  sayWithoutDebianPostgres,
  startDebianPostgres,
  type DebianPostgres,
} from '../testing/debian-postgres.server.ts'
import { mustStart, type Running } from '../testing/faults/processes.server.ts'
import { openScene, type Scene } from '../testing/faults/scene.server.ts'

const rising = (one: number, other: number): number => one - other

if (!hasDebianPostgres) sayWithoutDebianPostgres('DATABASE_REPLICA_URL with a streaming replica')

describe.runIf(hasDebianPostgres)('with a streaming replica', () => {
  let primary: DebianPostgres
  let replica: DebianPostgres
  let scene: Scene
  let server: Running

  beforeAll(async () => {
    primary = await startDebianPostgres()
    await on(primary, 'postgres', 'create database sanad')
    await migrate(primary.url('sanad'))
    replica = await startDebianPostgres({ following: primary })
    scene = await openScene({ url: primary.url('sanad') })
    server = await mustStart('server', { ...scene.environment, DATABASE_REPLICA_URL: replica.url('sanad') })
  })
  afterAll(async () => {
    await server?.stop()
    await scene?.close()
    await replica?.stop()
    await primary?.stop()
  })

  async function on(which: DebianPostgres, database: string, text: string): Promise<object[]> {
    const client = new pg.Client({ connectionString: which.url(database) })
    await client.connect()
    try {
      return (await client.query<object>(text)).rows
    } finally {
      await client.end()
    }
  }

  async function closedTickets(): Promise<number[]> {
    const response = await fetch(`${server.address}/api/v1/queries/closed-tickets?limit=200`, {
      headers: { cookie: scene.cookies.get('mariam')! },
    })
    if (response.status !== 200) throw new Error(`closed tickets: ${response.status}`)
    const { items } = (await response.json()) as { items: { number: number }[] }
    return items.map(({ number }) => number).sort(rising)
  }
  const ended = () => scene.driver('ended', () => [server.address])
  const readers = `select pid from pg_stat_activity where application_name = 'sanad'`

  test('what bears a few seconds of age is read there, and stays true when it goes away and comes back', async () => {
    const driver = ended()
    const closed = () => driver.tickets.filter(({ stage }) => stage === 'closed').map(({ number }) => number)
    // when the first one is closed is chance
    while (closed().length === 0) await driver.run(150, 6)
    const all = closed().sort(rising)
    await expect.poll(closedTickets).toEqual(all)
    expect((await on(replica, 'sanad', readers)).length).toBeGreaterThan(0)

    await replica.kill()
    // the very first question after it, and of many at once each
    for (const each of await Promise.all(Array.from({ length: 30 }, closedTickets))) expect(each).toEqual(all)

    await replica.startAgain()
    await expect
      .poll(async () => (await closedTickets(), (await on(replica, 'sanad', readers)).length))
      .toBeGreaterThan(0)
    expect(await scene.judge()).toMatchObject({ lost: [], twice: [], invented: [] })
  })
})
