import { audit } from '../audit/audit.write.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Desk, Telling } from '../events/desk.server.ts'
import { instant, integer, nullable, object, string, wholeList } from '../fields/json-schema.ts'
import { permit } from '../permissions/permit.server.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import type { Queue } from '../server/jobs/queue.server.ts'
import { tellQueue } from './tell-queue.server.ts'

const failed = object({
  id: string,
  interaction: string,
  // what fails for good may be what nobody means: a duty that names no ticket is shown all the same
  ticket: nullable('integer'),
  at: instant,
  error: nullable('string'),
})

type Door = Pick<Queue, 'declare' | 'dead' | 'redrive' | 'wake'>

/** Duties of telling that failed for good, for administrators. Mails that failed are in the outbox: /api/v1/mails?state=dead. */
export const failedTellingEndpoints = (queue: Door): Endpoint<Desk, Person>[] => [
  {
    method: 'GET',
    path: '/api/v1/failed-tellings',
    summary:
      'What people should have been told and were not, the newest first, with the reason; a hundred at the most.',
    heading: 'interactions',
    access: 'signedIn',
    answer: wholeList(failed),
    waits: true,
    handle: async ({ actor }) => {
      permit(actor, 'settings.manage')
      await queue.declare(tellQueue)
      const jobs = await queue.dead(tellQueue, 100)
      const items = jobs.map(({ id, data, at, error }) => {
        const { interaction, ticket } = data as { [name in keyof Telling]?: unknown }
        return {
          id,
          interaction: String(interaction),
          ticket: Number.isSafeInteger(ticket) ? (ticket as number) : null,
          at: at.toISOString(),
          error,
        }
      })
      return { items, next: null }
    },
  },
  {
    method: 'POST',
    path: '/api/v1/failed-tellings/retry',
    summary: 'Gives all of them a second chance; who was told already is not told twice.',
    heading: 'interactions',
    access: 'signedIn',
    answer: object({ retried: integer }),
    handle: async ({ desk, actor, network }) => {
      permit(actor, 'settings.manage')
      await queue.declare(tellQueue)
      const retried = await queue.redrive(tellQueue)
      queue.wake(tellQueue)
      // the queue's own transaction is past: that somebody asked is written down even where there was nothing to retry
      await desk.change(actor, (change) =>
        audit(change, { action: 'tellings.retried', subject: 'tellings', after: { count: retried }, network }),
      )
      return { retried }
    },
  },
]
