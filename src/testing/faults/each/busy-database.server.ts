import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { openFaultProxy, placeOf, through } from '../fault-proxy.server.ts'
import { outcomeOf, quantile, secondsUntil, statusOf, within } from '../outcome.server.ts'
import { mustStart } from '../processes.server.ts'
import { openScene, type Scene } from '../scene.server.ts'

async function openOwner(scene: Scene): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: scene.url })
  client.on('error', () => {})
  await client.connect()
  return client
}

export const poolExhausted: Fault = {
  name: 'every connection is held',
  async run() {
    const scene = await openScene()
    const server = await mustStart('server', scene.environment)
    const owner = await openOwner(scene)
    try {
      const driver = scene.driver('pool', () => [server.address])
      await driver.run(20, 4)
      const cookie = scene.cookies.get('salma')!
      const path = `/api/v1/tickets/${driver.tickets[0]!.number}`
      await owner.query('begin; lock table ticket in access exclusive mode')
      const start = performance.now()
      const asked = Array.from({ length: 200 }, async () => {
        const status = await statusOf(server.address, path, cookie).catch(() => 0)
        return { status, seconds: (performance.now() - start) / 1000 }
      })
      await pause(1_000)
      const alive = await secondsUntil(async () => (await statusOf(server.address, '/healthz')) === 200)
      await pause(5_000)
      await owner.query('rollback')
      const back = await secondsUntil(async () => (await statusOf(server.address, path, cookie)) === 200)
      const answers = await Promise.all(asked)
      const refused = answers.filter(({ status }) => status === 503)
      const slowest = Math.max(...refused.map(({ seconds }) => seconds))
      const wrong = [
        ...within('/healthz', alive, 1),
        ...within('recovering', back, 5),
        ...within('a refusal', slowest, 4),
      ]
      const other = answers.filter(({ status }) => status !== 200 && status !== 503).length
      if (other > 0) wrong.push(`${other} were answered with something else than 200 or 503`)
      if (refused.length === 0) wrong.push('nobody was refused: the pool was never exhausted')
      await scene.settled()
      return await outcomeOf(
        scene,
        `200 at once: ${refused.length} told 503 within ${slowest.toFixed(1)} s, the others served`,
        wrong,
      )
    } finally {
      await owner.end()
      await server.stop()
      await scene.close()
    }
  },
}

export const lockQueue: Fault = {
  name: 'a migration wants a table’s lock under traffic',
  async run() {
    const scene = await openScene()
    const server = await mustStart('server', scene.environment)
    const [reader, migrator] = [await openOwner(scene), await openOwner(scene)]
    try {
      const driver = scene.driver('lock', () => [server.address])
      await driver.run(20, 4)
      await reader.query('begin; select count(*) from ticket')
      const crowd = driver.run(200, 6)
      // as src/server/db/migrate.server.ts runs each of its files
      const given = await migrator
        .query(`begin; set local lock_timeout = '3s'; alter table ticket add column later int`)
        .then(
          () => 'had',
          (error: { code?: string }) => error.code,
        )
      await migrator.query('rollback')
      await crowd
      await reader.query('rollback')
      await scene.settled()
      const slowest = driver.times().at(-1) ?? 0
      const wrong = within('a request', slowest, 4)
      if (given !== '55P03') wrong.push(`the migration did not give up: ${given}`)
      return await outcomeOf(scene, `it gives up after 3 s, the slowest request took ${slowest.toFixed(1)} s`, wrong)
    } finally {
      await Promise.all([reader.end(), migrator.end()])
      await server.stop()
      await scene.close()
    }
  },
}

export const farDatabase: Fault = {
  name: 'the way to the database is slow, silent, cut',
  async run(full) {
    const scene = await openScene()
    const proxy = await openFaultProxy(placeOf(scene.url))
    const server = await mustStart('server', { ...scene.environment, DATABASE_URL: through(scene.url, proxy.port) })
    const commands = full ? 200 : 30
    try {
      const driver = scene.driver('far', () => [server.address], { timeoutMs: 12_000 })
      await driver.run(commands, 6)
      proxy.set('pass', 100)
      await driver.run(commands, 6)
      const slow = quantile(driver.times(), 0.95)
      proxy.set('hole')
      const silent = driver.run(commands, 6)
      await pause(6_000)
      proxy.set('pass')
      proxy.cut()
      await silent
      const crowd = driver.run(commands, 6)
      for (let time = 0; time < 5; time++) {
        await pause(300)
        proxy.cut()
      }
      await crowd
      const back = await secondsUntil(async () => (await statusOf(server.address, '/readyz')) === 200)
      await scene.settled()
      const longest = driver.times().at(-1) ?? 0
      const wrong = [...within('an answer', longest, 12), ...within('being ready', back, 10)]
      if (server.child.exitCode !== null) wrong.push('the application ended')
      return await outcomeOf(
        scene,
        `100 ms each way: p95 ${slow.toFixed(1)} s; the longest answer at all ${longest.toFixed(1)} s`,
        wrong,
      )
    } finally {
      await server.stop()
      await proxy.stop()
      await scene.close()
    }
  },
}
