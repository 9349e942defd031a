import { audit } from '../audit/audit.write.server.ts'
import { dropHeld, releaseHeld } from '../channels/email/held-mails.write.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import { integer, nullable, object } from '../fields/json-schema.ts'
import { permit } from '../permissions/permit.server.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'

const moment = nullable('string', 'date-time')
const about = { heading: 'interactions', access: 'signedIn' } as const

/** Mails of the time before a restored backup, for administrators: some may have gone out before, and nobody here knows which. */
export const heldMailEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/held-mails',
    summary: 'How many mails from before the last restore are held, and when the backup was made and restored.',
    answer: object({ held: integer, backedUpAt: moment, restoredAt: moment }),
    handle: async ({ desk, actor }) => {
      permit(actor, 'settings.manage')
      const { held } = await desk
        .read()
        .selectFrom('mail')
        .select((eb) => eb.fn.countAll<number>().as('held'))
        .where('state', '=', 'held')
        .executeTakeFirstOrThrow()
      const last = await desk
        .read()
        .selectFrom('restoration')
        .select(['backed_up_at', 'restored_at'])
        .orderBy('restored_at', 'desc')
        .executeTakeFirst()
      const { backed_up_at: backedUp, restored_at: restored } = last ?? {}
      return { held, backedUpAt: backedUp?.toISOString() ?? null, restoredAt: restored?.toISOString() ?? null }
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/held-mails/release',
    summary: 'Sends the mails that are held.',
    answer: object({ released: integer }),
    handle: (call) => decide(call, 'released', ({ db, at }) => releaseHeld(db, at)),
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/held-mails/drop',
    summary: 'Drops the mails that are held: they are never sent, and stay readable.',
    answer: object({ dropped: integer }),
    handle: (call) => decide(call, 'dropped', ({ db }) => dropHeld(db)),
  },
]

function decide(
  { desk, actor, network }: Call<Desk, Person>,
  what: 'released' | 'dropped',
  work: (change: Change) => Promise<number>,
) {
  permit(actor, 'settings.manage')
  return desk.change(actor, async (change) => {
    const count = await work(change)
    if (count > 0) await audit(change, { action: `heldMails.${what}`, subject: 'mails', after: { count }, network })
    return { [what]: count }
  })
}
