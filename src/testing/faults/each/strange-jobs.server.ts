import { randomUUID } from 'node:crypto'
import type { Fault } from '../fault.ts'
import { outcomeOf, secondsUntil } from '../outcome.server.ts'
import { mustStart } from '../processes.server.ts'
import { openScene, type Scene } from '../scene.server.ts'

/** A duty as another version, or a mistake, would have put it in. */
async function put(scene: Scene, data: object, retryLimit: number): Promise<string> {
  const id = randomUUID()
  await scene.database.pool.query(
    `insert into pgboss.job (id, name, data, retry_limit, retry_delay, dead_letter, policy)
     select $1, 'tell', $2, $3, 0, dead_letter, policy from pgboss.queue where name = 'tell'`,
    [id, JSON.stringify(data), retryLimit],
  )
  return id
}

const stateOf = async (scene: Scene, id: string): Promise<string | undefined> =>
  (await scene.database.pool.query<{ state: string }>('select state from pgboss.job where id = $1', [id])).rows[0]
    ?.state

export const otherVersions: Fault = {
  name: 'duties that another version put in',
  async run() {
    const scene = await openScene()
    const server = await mustStart('server', scene.environment)
    try {
      const driver = scene.driver('versions', () => [server.address])
      await driver.run(20, 4)
      const ticket = driver.tickets[0]!.number
      const unknown = await put(scene, { interaction: 'tell-of-tomorrow', ticket, event: randomUUID() }, 60)
      await driver.run(40, 4)
      const done = await secondsUntil(async () => (await stateOf(scene, unknown)) === 'completed', 20)
      await scene.settled()
      const wrong = done === Infinity ? ['a duty of another version was not passed over'] : []
      return await outcomeOf(scene, 'passed over without harm; others flow', wrong)
    } finally {
      await server.stop()
      await scene.close()
    }
  },
}

export const poison: Fault = {
  name: 'a duty that makes its handler fall over each time',
  async run() {
    const scene = await openScene()
    const server = await mustStart('server', scene.environment)
    try {
      const driver = scene.driver('poison', () => [server.address])
      await driver.run(10, 4)
      // sixty tries take a day: this one has five
      const poisoned = await put(scene, { interaction: 'notify-desk-of-new-ticket', ticket: 0, event: 'none' }, 5)
      await driver.run(40, 4)
      const failed = await secondsUntil(async () => (await stateOf(scene, poisoned)) === 'failed', 40)
      const shown = await fetch(`${server.address}/api/v1/failed-tellings`, {
        headers: { cookie: scene.cookies.get('adam')! },
      })
      const { items } = (await shown.json()) as { items: { error: string | null }[] }
      await scene.database.pool.query(`delete from pgboss.job where name = 'tell-dead'`)
      await scene.settled()
      const wrong = failed === Infinity ? ['it is tried without end'] : []
      if (items.length !== 1 || !items[0]!.error) wrong.push('administrators do not see it')
      return await outcomeOf(scene, 'after its tries administrators see it with its error; others flow', wrong)
    } finally {
      await server.stop()
      await scene.close()
    }
  },
}
