import type { Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk, Telling } from '../events/desk.server.ts'
import type { Failed, Queue } from '../server/jobs/queue.server.ts'
import { runTelling } from './run-telling.server.ts'

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

export const dutyKey = ({ event, interaction }: Pick<Telling, 'event' | 'interaction'>): string =>
  `${event} ${interaction}`

export type Told = (people: readonly string[]) => void

/**
 * Does a batch of duties: those of one ticket one after the other as they were made, so that people hear of things in their
 * order; several tickets side by side. A duty that fails is named and tried again; the others of the batch go on.
 */
export async function runTellings(
  desk: Desk,
  jobs: readonly { id: string; data: Telling }[],
  told: Told,
  sideBySide = 4,
): Promise<Failed[]> {
  const failed: Failed[] = []
  const tickets = [...Map.groupBy(jobs, ({ data }) => data.ticket).values()]
  const lane = async () => {
    for (let next = tickets.shift(); next; next = tickets.shift())
      for (const { id, data } of next) {
        try {
          const people = await runTelling(desk, data)
          if (people.length > 0) told(people)
        } catch (error) {
          failed.push({ id, error })
        }
      }
  }
  await Promise.all(Array.from({ length: sideBySide }, lane))
  return failed
}
