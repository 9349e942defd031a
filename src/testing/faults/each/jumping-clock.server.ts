import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hour } from '../../../fields/date-time/spans.ts'
import { sessionCookie } from '../../../users/sign-in/session-cookie.server.ts'
import { startSession } from '../../../users/sign-in/session.write.server.ts'
import { cast, type Character } from '../../cast.server.ts'
import type { Fault } from '../fault.ts'
import { outcomeOf, statusOf } from '../outcome.server.ts'
import { mustStart } from '../processes.server.ts'
import { openScene, type Scene } from '../scene.server.ts'

const clock = join(import.meta.dirname, '../moved-clock.ts')
const until = (moment: string): number => Date.parse(moment) - Date.now()

/** Two hours back while people work; over a change of summer time; into a leap day; and four hundred days on. */
const jumps: [name: string, offset: () => number][] = [
  ['two hours back', () => -2 * hour],
  ['over the end of summer time', () => until('2027-10-31T00:59:55Z')],
  ['into a leap day', () => until('2028-02-28T23:59:55Z')],
  ['four hundred days on', () => until('2028-02-29T00:00:00Z') + 400 * 24 * hour],
]

export const jumpingClock: Fault = {
  name: 'the clock of the application jumps',
  async run(full) {
    const scene = await openScene()
    const file = join(scene.folder, 'clock')
    writeFileSync(file, '0')
    const environment = { ...scene.environment, NODE_OPTIONS: `--import ${clock}`, SANAD_MOVED_CLOCK: file }
    const server = await mustStart('server', environment)
    const wrong: string[] = []
    try {
      const driver = scene.driver('clock', () => [server.address])
      const amount = full ? 200 : 40
      await driver.run(amount, 4)
      for (const [name, offset] of jumps) {
        const moved = offset()
        writeFileSync(file, String(moved))
        await pause(200)
        if (moved > 0 && (await statusOf(server.address, '/api/v1/me', scene.cookies.get('salma'))) !== 401)
          wrong.push(`${name}: who signed in long ago is still signed in`)
        await signInAnew(scene, new Date(Date.now() + moved))
        await driver.run(amount, 4)
        wrong.push(...(await belowZero(server.address, scene.cookies.get('mariam')!, name)))
      }
      await scene.settled()
      const ids = await scene.number('select count(*) - count(distinct id) from ticket_event')
      if (ids > 0) wrong.push(`${ids} events have an id that another has`)
      const twice = await scene.number(`select count(*) from (
        select from ticket_event where happened in ('solutionReminded', 'ticketClosedBySilence')
        group by ticket_number, happened, details::text having count(*) > 1) as doubled`)
      if (twice > 0) wrong.push(`${twice} tickets fell due twice`)
      return await outcomeOf(scene, jumps.map(([name]) => name).join(', '), wrong)
    } finally {
      await server.stop()
      await scene.close()
    }
  },
}

async function signInAnew(scene: Scene, at: Date): Promise<void> {
  for (const who of Object.keys(cast) as Character[]) {
    const session = { user: scene.ids[who], at, network: '127.0.0.1', userAgent: 'test' }
    const token = await startSession(scene.database.primary, session)
    const { SANAD_SECRET: secret } = scene.environment
    scene.cookies.set(who, sessionCookie(token, { secret, secure: false }).split(';')[0]!)
  }
}

/** How long things took, wherever it is said: never less than nothing. */
async function belowZero(address: string, cookie: string, name: string): Promise<string[]> {
  const wrong: string[] = []
  for (const path of statistics) {
    const response = await fetch(`${address}${path}`, { headers: { cookie } })
    const text = await response.text()
    if (response.status !== 200) wrong.push(`${name}: ${path} answers ${response.status}`)
    const found = /"\w*(?:seconds|response|resolution|took)\w*":\[?-\d[^,}]*/iu.exec(text)
    if (found) wrong.push(`${name}: ${path} says ${found[0]}`)
  }
  return wrong
}

const statistics = [
  '/api/v1/statistics/closed-tickets-over-time?from=2026-01-01&to=2030-01-01&by=month',
  '/api/v1/queries/closed-tickets?limit=200',
]
