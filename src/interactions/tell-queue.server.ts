import type { Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk, Telling } from '../events/desk.server.ts'
import type { Failed, Queue } from '../server/jobs/queue.server.ts'
import { runTogether } from './run-telling.server.ts'

export const tellQueue = 'tell'

/** For the Desk: the duties of an event, in the change's own transaction, by one statement. */
export function enqueueTellings(queue: Queue) {
  return (db: Transaction<Tables>, tellings: readonly Telling[]): Promise<void> =>
    queue.enqueue(
      db,
      tellQueue,
      tellings.map((telling) => ({ key: dutyKey(telling), data: telling })),
    )
}

/** A duty that is put in twice is one: the queue takes each key once. */
export const dutyKey = ({ event, interaction }: Pick<Telling, 'event' | 'interaction'>): string =>
  `${event} ${interaction}`

/** Called after the commit, with the ids of whoever has something new in the bell. */
export type Told = (people: readonly string[]) => void

/** So many duties are one commit: it costs more than any of them, and requests that come meanwhile wait for it too. */
const inOneCommit = 50

/**
 * Does a batch of duties in the order of their making, so that people hear of things in their order; many in one commit. Where
 * one fails they are done anew, each for itself: it is named and tried again, the others go on.
 */
export async function runTellings(
  desk: Desk,
  jobs: readonly { id: string; data: Telling }[],
  told: Told,
): Promise<Failed[]> {
  const failed: Failed[] = []
  const run = async (some: typeof jobs): Promise<void> => {
    try {
      const tellings = some.map(({ data }) => data)
      const people = await runTogether(desk, tellings)
      if (people.length > 0) told(people)
    } catch (error) {
      const [only] = some
      if (some.length === 1) failed.push({ id: only!.id, error })
      else for (const job of some) await run([job])
    }
  }
  for (let from = 0; from < jobs.length; from += inOneCommit) await run(jobs.slice(from, from + inOneCommit))
  return failed
}
