import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { Fault, Outcome } from './fault.ts'
import { badUploads, slowClients } from './each/bad-clients.server.ts'
import { farDatabase, lockQueue, poolExhausted } from './each/busy-database.server.ts'
import { sentAgain, twoAtOnce } from './each/crowds.server.ts'
import { fullApplicationDisk, fullDatabaseDisk } from './each/full-disks.server.ts'
import { jumpingClock } from './each/jumping-clock.server.ts'
import { killedApplication, killedDatabase, killedWorker } from './each/kills.server.ts'
import { sickMailServer } from './each/mail-troubles.server.ts'
import { otherVersions, poison } from './each/strange-jobs.server.ts'
import { twoVersions } from './each/two-versions.server.ts'

const has = (program: string): boolean => spawnSync('which', [program]).status === 0
const notRun = (name: string, reason: string): Fault => ({
  name,
  notRun: reason,
  run: () => Promise.reject(new Error(reason)),
})

const faults: Fault[] = [
  killedApplication,
  killedWorker,
  killedDatabase,
  fullDatabaseDisk,
  fullApplicationDisk,
  notRun(
    'one in ten of the application’s file operations fails',
    has('fiu-run')
      ? 'libfiu is here, but it makes Node itself end; a full disk is tried instead'
      : 'libfiu is not installed (apt-get install fiu-utils); a full disk is tried instead',
  ),
  sickMailServer,
  sentAgain,
  jumpingClock,
  twoAtOnce,
  poolExhausted,
  lockQueue,
  badUploads,
  slowClients,
  farDatabase,
  otherVersions,
  twoVersions,
  poison,
]

const { values: given } = parseArgs({
  options: {
    /** As often as in docs/reliability.md: about half an hour. */
    full: { type: 'boolean', default: false },
    /** Those whose names contain this. */
    only: { type: 'string', default: '' },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Tries each fault on the product's own processes and says what was lost, doubled, invented. Ends with 1 where anything was. */
async function main(): Promise<number> {
  say(
    'fault                                                                    tried   lost  twice  invented   seconds',
  )
  let bad = 0
  for (const fault of faults.filter(({ name }) => name.includes(given.only))) {
    if (fault.notRun) say(`${fault.name.padEnd(72)} not run: ${fault.notRun}`)
    else if (!(await tryOut(fault))) bad++
  }
  say(bad === 0 ? '\nNothing was lost, doubled or invented.' : `\n${bad} faults were not survived as they should be.`)
  return bad === 0 ? 0 : 1
}

async function tryOut(fault: Fault): Promise<boolean> {
  const start = performance.now()
  const outcome = await fault.run(given.full).catch((error: unknown) => fallenOver(error))
  const { tried, lost, twice, invented, note, wrong } = outcome
  const figures = [tried, lost, twice, invented].map((figure, index) => String(figure).padStart([6, 6, 6, 9][index]!))
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  say(`${fault.name.padEnd(72)}${figures.join(' ')} ${seconds.padStart(9)}`)
  say(`    ${note}`)
  for (const each of wrong) say(`    WRONG: ${each}`)
  return lost + twice + invented + wrong.length === 0
}

const fallenOver = (error: unknown): Outcome => ({
  tried: 0,
  lost: 0,
  twice: 0,
  invented: 0,
  note: 'it could not be tried to its end',
  wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
})

process.exit(await main())
