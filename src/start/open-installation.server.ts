import type { Tables } from '../entities/tables.ts'
import { openDesk, type Desk } from '../events/desk.server.ts'
import { listenersTo } from '../interactions/index.ts'
import { enqueueTellings, tellQueue } from '../interactions/tell-queue.server.ts'
import { writeBuiltInRoles } from '../permissions/built-in-roles.write.server.ts'
import { systemClock } from '../server/clock.ts'
import type { Config } from '../server/config.ts'
import { refuseWithoutRole } from '../server/db/application-role.server.ts'
import { openDatabase, type Database } from '../server/db/database.server.ts'
import { checkDurability } from '../server/db/durability.server.ts'
import { migrate } from '../server/db/migrate.server.ts'
import { failpoint } from '../server/failpoint.server.ts'
import { openQueue, type Queue } from '../server/jobs/queue.server.ts'
import { openHints, type Hints } from '../server/live/hints.server.ts'
import { findDatabase, type Say } from './find-database.server.ts'
import { lookAtReplica } from './reach-database.server.ts'
import { openPresences, type Presences } from '../server/live/presences.server.ts'

/** What the server and the worker both stand on. */
export type Installation = {
  config: Config
  databaseUrl: string
  database: Database<Tables>
  queue: Queue
  hints: Hints
  presences: Presences
  desk: Desk
  /** In the reverse order of opening; the database last. */
  close(): Promise<void>
}

/** `isStarting`: until it says no, connections that are slow to come are waited for; none is, unless asked. */
type Options = { worker: boolean; say: Say; isStarting?: () => boolean }

/**
 * Finds or starts the database, migrates it and opens what stands on it. Fails with a sentence for the operator: what is wrong,
 * and what mends it.
 */
export async function openInstallation(config: Config, options: Options): Promise<Installation> {
  const { say, isStarting } = options
  if (config.replicaUrl) await lookAtReplica(config.replicaUrl, say)
  const found = await findDatabase(config, say)
  const { url } = found
  await migrate(url)
  const database = openDatabase<Tables>({
    url,
    ...(config.replicaUrl ? { replicaUrl: config.replicaUrl } : {}),
    ...(isStarting ? { isStarting } : {}),
  })
  await refuseWithoutRole(database.pool).catch(async (error) => {
    // a command ends when nothing is open any more
    await database.close()
    await found.stop()
    throw error
  })
  const warning = await checkDurability(database.pool)
  if (warning) say(warning)
  await writeBuiltInRoles(database.primary)
  const queue = await openQueue({ url, worker: options.worker, onTrouble: quietly })
  const hints = openHints(url, quietly)
  const presences = openPresences(hints)
  const desk = buildDesk(database, queue, hints)
  return {
    config,
    databaseUrl: url,
    database,
    queue,
    hints,
    presences,
    desk,
    async close() {
      presences.stop()
      await queue.stop()
      await hints.stop()
      await database.close()
      await found.stop()
    },
  }
}

function buildDesk(database: Database<Tables>, queue: Queue, hints: Hints): Desk {
  const enqueue = enqueueTellings(queue)
  return openDesk({
    database,
    clock: systemClock,
    listeners: listenersTo,
    async enqueue(db, tellings) {
      await enqueue(db, tellings)
      failpoint('before-commit')
    },
    committed(events) {
      failpoint('after-commit')
      hints.publish({ tickets: events.map(({ ticket, position }) => [ticket, position]), jobs: true })
      queue.wake(tellQueue)
    },
  })
}

/** Lost connections are made again; what could not be said is made good by looking. */
const quietly = (): void => {}
