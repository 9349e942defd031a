import { Readable } from 'node:stream'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { asAttachment } from '../../server/files/file-name.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { permitReading } from './permit-reading.server.ts'
import { attachmentOfMail, rawMail } from './read-inbound-mail.server.ts'

const about = { heading: 'mailboxes', access: 'signedIn', method: 'GET', media: 'application/octet-stream' } as const
const path = '/api/v1/inbound-mails/:id'

/** A mail, and what hangs on it, to be saved: whatever they say that they are, they are never shown and never run. */
export const savedMailEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    path: `${path}/raw`,
    summary: 'One mail as it came, every sign of it. Always as a download.',
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
  setHeader('content-type', 'application/octet-stream')
  setHeader('content-disposition', asAttachment(name))
  setHeader('content-length', String(content.length))
  setHeader('x-content-type-options', 'nosniff')
  setHeader('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  setHeader('cache-control', 'private, no-store')
  return Readable.from([content])
}
