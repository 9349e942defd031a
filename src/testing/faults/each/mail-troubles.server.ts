import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import { openFaultProxy } from '../fault-proxy.server.ts'
import { outcomeOf } from '../outcome.server.ts'
import { mustStart } from '../processes.server.ts'
import { openScene, type Scene } from '../scene.server.ts'

type Trouble = { name: string; begin: () => void }

export const sickMailServer: Fault = {
  name: 'the mail server is down, slow, greylists, refuses, cuts, speaks nonsense',
  async run(full) {
    const scene = await openScene()
    const proxy = await openFaultProxy({ host: '127.0.0.1', port: Number(new URL(scene.sink.url).port) })
    const environment = { ...scene.environment, SMTP_URL: `smtp://127.0.0.1:${proxy.port}` }
    const server = await mustStart('server', environment)
    const { rules } = scene.sink
    const chance = (share: number) => Math.random() < share
    const troubles: Trouble[] = [
      { name: 'down', begin: () => proxy.set('refuse') },
      { name: 'nonsense', begin: () => proxy.set('garbage') },
      { name: 'slow', begin: () => proxy.set('pass', 400) },
      { name: 'greylisting', begin: () => void (rules.onRecipient = () => ({ code: 451, text: 'Greylisted' })) },
      {
        name: 'refusing some',
        begin: () => void (rules.onRecipient = () => (chance(0.3) ? { code: 550, text: 'No' } : undefined)),
      },
      {
        name: 'cut after DATA',
        begin: () => void (rules.onMessage = () => (chance(0.3) ? (proxy.cut(), undefined) : undefined)),
      },
    ]
    try {
      const driver = scene.driver('mail', () => [server.address])
      for (const trouble of troubles) {
        trouble.begin()
        await driver.run(full ? 100 : 15, 4)
        await hurry(scene, 6)
        proxy.set('pass')
        rules.onRecipient = rules.onMessage = undefined
      }
      await hurry(scene, 4)
      await scene.settled()
      const dead = await scene.number(`select count(*) from mail where state = 'dead'`)
      const silent = await scene.number(`select count(*) from mail where state = 'dead' and last_error is null`)
      const other = await scene.number(`select count(*) from mail where state not in ('sent', 'dead', 'dropped')`)
      const wrong = other > 0 ? [`${other} mails are neither sent nor shown as failed`] : []
      if (silent > 0) wrong.push('a mail failed without a reason')
      return await outcomeOf(scene, `six troubles, ${dead} mails refused for good and shown as such`, wrong)
    } finally {
      await server.stop()
      await proxy.stop()
      await scene.close()
    }
  },
}

/** The pauses between tries are minutes long; here what waits is due at once, again and again. */
async function hurry(scene: Scene, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await scene.database.pool.query(`update mail set next_try_at = now() where state = 'pending'`)
    await pause(500)
  }
}
