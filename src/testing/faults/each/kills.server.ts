import { readFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbedded } from '../../../server/db/embedded/start-embedded.server.ts'
import { migrate } from '../../../server/db/migrate.server.ts'
import { crashLoop } from '../crash-loop.server.ts'
import type { Fault } from '../fault.ts'
import { outcomeOf, secondsUntil, statusOf, within } from '../outcome.server.ts'
import { mustStart, startProcess, type Running } from '../processes.server.ts'
import { openScene } from '../scene.server.ts'

export const killedApplication: Fault = {
  name: 'kill -9 of the application, at any moment under load',
  async run(full) {
    const scene = await openScene()
    const times = full ? 200 : 12
    let server: Running | null = null
    const starts: number[] = []
    try {
      const driver = scene.driver('app', () => (server ? [server.address] : []))
      let killed = 0
      const crowd = driver.run(times * 12, 8, (begun) => begun / 12 <= killed + 1)
      while (killed < times) {
        const start = performance.now()
        server = await startProcess('server', scene.environment)
        starts.push((performance.now() - start) / 1000)
        await pause(200 + Math.random() * 2_800)
        await server?.kill()
        server = null
        killed++
      }
      server = await mustStart('server', scene.environment)
      await crowd
      await scene.settled()
      const slowest = Math.max(...starts)
      return await outcomeOf(
        scene,
        `${times} kills, up again after ${slowest.toFixed(1)} s at the most`,
        within('a start', slowest, 5),
      )
    } finally {
      await server?.stop()
      await scene.close()
    }
  },
}

export const killedWorker: Fault = {
  name: 'kill -9 of servers and workers at ten points that hurt',
  async run(full) {
    const scene = await openScene()
    try {
      const { kills, settledSeconds } = await crashLoop(
        scene,
        full ? { commands: 20_000, kills: 500 } : { commands: 800, kills: 30 },
      )
      const points = Object.entries(kills).map(([point, times]) => `${times} ${point}`)
      const note = `${points.join(', ')}; all done ${settledSeconds.toFixed(0)} s after the last`
      return await outcomeOf(scene, note, within('what was left', settledSeconds, 60))
    } finally {
      await scene.close()
    }
  },
}

export const killedDatabase: Fault = {
  name: 'kill -9 of the database under load',
  async run(full) {
    const folder = mkdtempSync(join(tmpdir(), 'sanad-killed-'))
    const embedded = await startEmbedded({ folder, log: () => {} })
    await migrate(embedded.url)
    const scene = await openScene({ url: embedded.url })
    const { DATABASE_URL: _, ...environment } = scene.environment
    const server = await mustStart('server', { ...environment, SANAD_DATA: folder })
    const times = full ? 30 : 5
    const back: number[] = []
    try {
      const driver = scene.driver('database', () => [server.address])
      let killed = 0
      const crowd = driver.run(times * 30, 8, (begun) => begun / 30 <= killed + 1)
      for (; killed < times; killed++) {
        await pause(500 + Math.random() * 1_500)
        process.kill(Number(readFileSync(join(folder, 'pg18/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
        back.push(await secondsUntil(async () => (await statusOf(server.address, '/readyz')) === 200))
      }
      await crowd
      await secondsUntil(async () => (await scene.settled(), true))
      const slowest = Math.max(...back)
      const wrong = within('coming back', slowest, 15)
      if (server.child.exitCode !== null) wrong.push('the application had to be started again')
      return await outcomeOf(scene, `${times} kills, ready again after ${slowest.toFixed(1)} s at the most`, wrong)
    } finally {
      await server.stop()
      await scene.close()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
