import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustStart, type Running } from '../testing/faults/processes.server.ts'
import { openScene, type Scene } from '../testing/faults/scene.server.ts'
import { openStage } from '../testing/situations.server.ts'

// Two servers and two workers as an operator starts them, on one database; then one of each is killed under load.

let scene: Scene
const servers: Running[] = []
const workers: Running[] = []
let offered: number[]

beforeAll(async () => {
  scene = await openScene()
  const stage = await openStage(scene)
  // fell due long ago by the clock of the processes: both workers find them at their start
  offered = []
  for (let index = 0; index < 4; index++) offered.push(await stage.ticketIn('offered'))
  const started = await Promise.all([
    ...[1, 2].map(() => mustStart('server', { ...scene.environment, SANAD_WORKER: 'off' })),
    ...[1, 2].map(() => mustStart('worker', scene.environment)),
  ])
  servers.push(...started.slice(0, 2))
  workers.push(...started.slice(2))
})

afterAll(async () => {
  await Promise.all([...servers, ...workers].map((each) => each.stop()))
  await scene?.close()
})

async function listen(address: string) {
  const abort = new AbortController()
  const headers = { cookie: scene.cookies.get('mariam')! }
  const response = await fetch(`${address}/api/v1/live`, { headers, signal: abort.signal })
  const heard = new Set<number>()
  void (async () => {
    try {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream()))
        for (const [, ticket] of chunk.matchAll(/"ticket":(\d+)/g)) heard.add(Number(ticket))
    } catch {
      // its server was killed, or we went away
    }
  })()
  return { heard, stop: () => abort.abort() }
}

test('what falls due, and the reports of months that are over, are done once by two workers', async () => {
  const events = (happened: string) =>
    scene.database.pool
      .query<{ times: number }>(
        `select count(*)::int as times from ticket_event where ticket_number = any ($1) and happened = $2 group by ticket_number`,
        [offered, happened],
      )
      .then(({ rows }) => rows.map(({ times }) => times))
  await expect.poll(() => events('solutionReminded')).toEqual([1, 1, 1, 1])
  await expect
    .poll(() => scene.number(`select count(*) from report where month < date_trunc('month', now())`))
    .toBeGreaterThan(0)
  expect(await scene.number(`select count(*) from report where version > 1`)).toBe(0)
})

test('hints cross from one server to the other, and nothing is lost or doubled when one of each is killed', async () => {
  const [atFirst, atSecond] = await Promise.all(servers.map(({ address }) => listen(address)))
  const driver = scene.driver('two', () =>
    servers.filter(({ child }) => child.signalCode === null).map((one) => one.address),
  )
  let killed = 0
  await driver.run(240, 8, (begun) => {
    const next = begun >= 160 ? 2 : begun >= 80 ? 1 : 0
    if (next > killed) void (next === 1 ? workers[0] : servers[1])!.kill()
    killed = Math.max(killed, next)
    return true
  })
  expect(killed).toBe(2)
  await scene.settled()
  expect(await scene.judge()).toMatchObject({ tried: expect.any(Number), lost: [], twice: [], invented: [] })
  expect(driver.tickets.length).toBeGreaterThan(30)
  // whichever server took them in, the pages at the other heard; the second one until it was killed
  const own = driver.tickets.map(({ number }) => number)
  await expect.poll(() => own.filter((ticket) => !atFirst!.heard.has(ticket))).toEqual([])
  expect(own.slice(0, 10).filter((ticket) => !atSecond!.heard.has(ticket))).toEqual([])
  atFirst!.stop()
  atSecond!.stop()
  const { missing, repeats, sent, distinct } = await scene.mails()
  expect({ missing, alike: sent - distinct }).toEqual({ missing: 0, alike: 0 })
  // only the mails that the killed worker had on the line may have gone twice
  expect(repeats).toBeLessThanOrEqual(4)
  // figures are folded once a second by whichever worker is faster
  await expect.poll(() => scene.disagreements()).toEqual([])
})
