import { Readable } from 'node:stream'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { toBeSaved } from '../../server/http/strangers-file.server.ts'
import { permitReading } from './permit-reading.server.ts'
import { attachmentOfMail, rawMail } from './read-inbound-mail.server.ts'

const about = { heading: 'mailboxes', access: 'signedIn', method: 'GET', media: 'application/octet-stream' } as const
const path = '/api/v1/inbound-mails/:id'

/** A mail, and what hangs on it, to be saved: whatever they say that they are, they are never shown and never run. */
export const savedMailEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    path: `${path}/raw`,
    summary:
      'One mail as it came, but for the signs of links that open the request without a password. Always as a download.',
    async handle(call) {
      permitReading(call.actor)
      const raw = await rawMail(call.desk.read(), call.actor, call.params['id'])
      return saved(call, `${call.params['id']}.eml`, raw)
    },
  },
  {
    ...about,
    path: `${path}/attachments/:place`,
    summary:
      'What hangs on one mail, by its place among them, from 0: also what was left out of the ticket. Always as a download.',
    async handle(call) {
      permitReading(call.actor)
      const { id, place } = call.params
      const { name, content } = (await attachmentOfMail(call.desk.read(), call.actor, id, place)) ?? refuse('notFound')
      return saved(call, name, content)
    },
  },
]

function saved({ setHeader }: Call<Desk, Person>, name: string, content: Buffer): Readable {
  toBeSaved(setHeader, { name, size: content.length })
  return Readable.from([content])
}
