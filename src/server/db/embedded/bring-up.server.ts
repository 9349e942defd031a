import { errorCode } from './error-code.ts'
import type { Home } from './home.server.ts'
import { initCluster } from './init-cluster.server.ts'
import { connection, ping } from './ping.server.ts'
import { adopt, launch, stopFast, type Postmaster } from './postmaster.server.ts'
import { clearTheWay, livingPostmaster } from './postmaster-pid.server.ts'
import type { Process } from './processes.server.ts'
import { pause } from './waiting.ts'

const patience = 15_000

/** Only the holder of the lock calls this. A server that runs already is taken over, else one is started. */
export async function bringUp(home: Home, log: (sentence: string) => void, signal: AbortSignal): Promise<Postmaster> {
  const postmaster = (await takeOverRunning(home, log, signal)) ?? (await startNew(home, log, signal))
  await ensureDatabase(home)
  return postmaster
}

/** Undefined when nothing runs. A server that is stopping or recovering is waited for, as long as it takes. */
async function takeOverRunning(home: Home, log: (sentence: string) => void, signal: AbortSignal) {
  let lastSign = performance.now()
  for (let look = 0; ; look++) {
    signal.throwIfAborted()
    const answer = await ping(home)
    const running = livingPostmaster(home)
    if (running === undefined && answer === 'silent') return undefined
    if (running !== undefined && answer === 'ready') return adopt(running)
    if (running !== undefined && answer === 'busy') lastSign = performance.now()
    if (performance.now() - lastSign > patience) await giveUpOn(running, home, log)
    if (look === 10) log('PostgreSQL is still stopping or recovering; waiting for it ...')
    await pause(100)
  }
}

async function giveUpOn(running: Process | undefined, home: Home, log: (sentence: string) => void): Promise<void> {
  if (running === undefined) {
    throw new Error(`A PostgreSQL that this process cannot see (in another container?) serves ${home.cluster}.`)
  }
  log('PostgreSQL runs but cannot be reached (its socket is gone); it is started anew.')
  await stopFast(adopt(running))
}

/** What stands in the way right after a crash (old backends, their shared memory) passes within seconds: try for 15. */
async function startNew(home: Home, log: (sentence: string) => void, signal: AbortSignal): Promise<Postmaster> {
  const end = performance.now() + patience
  for (;;) {
    try {
      await clearTheWay(home)
      await initCluster(home, log)
      return await launch(home, signal)
    } catch (error) {
      const passes = error instanceof Error && /lock file|shared memory|semaphore/i.test(error.message)
      if (!passes || signal.aborted || performance.now() > end) throw error
      await pause(300)
    }
  }
}

async function ensureDatabase(home: Home): Promise<void> {
  const client = connection(home, 'postgres')
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'sanad'`)
    if (rowCount === 0) await client.query(`create database sanad template template0 encoding 'UTF8'`)
  } catch (error) {
    if (errorCode(error) !== '42P04') throw error
  } finally {
    await client.end()
  }
}
