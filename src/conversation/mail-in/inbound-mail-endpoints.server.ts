import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { pagedList } from '../../fields/json-schema.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import { pageOf, usualLimit } from '../../fields/page.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { decideByHand, decideForm, ticketsOfSender } from './decide-by-hand.server.ts'
import { inboundAnswer, inboundItem, listForm } from './inbound-mail-forms.ts'
import { beginAgain } from './try-mail.write.server.ts'
import { permitReading } from './permit-reading.server.ts'
import { before, isToLookAt, mailsFor, presentMail, readInboundMail } from './read-inbound-mail.server.ts'
import { savedMailEndpoints } from './saved-mail-endpoints.server.ts'

const about = { heading: 'mailboxes', access: 'signedIn' } as const
const path = '/api/v1/inbound-mails'

/** Mails that came in and what became of each, and the ones that wait for somebody to look. */
export const inboundMailEndpoints = (blobs: BlobStore, secret: string): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'GET',
    path,
    summary:
      'Mails that came in, newest first, each with what became of it and why. With `ticket` also for staff who see that ticket and hand out no work.',
    query: listForm,
    answer: pagedList(inboundItem),
    handle: list,
  },
  {
    ...about,
    method: 'GET',
    path: `${path}/:id`,
    summary:
      'One mail: its text without what it quotes, whole, and its HTML cleaned, to be shown in a sandbox. While it waits also the tickets that it could join.',
    answer: inboundAnswer,
    handle: ({ desk, actor, params }) => one(desk, actor, params['id']!),
  },
  ...savedMailEndpoints,
  {
    ...about,
    method: 'POST',
    path: `${path}/:id/decide`,
    summary: 'Says what a mail that waits shall become: a new ticket, a message on one, or nothing.',
    body: decideForm,
    answer: inboundAnswer,
    handle: (call) =>
      call.desk.change(call.actor, async (change) => ({
        ...(await decideByHand(call, change, { blobs, secret })),
        // it waits no more
        tickets: [],
      })),
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/:id/run-again`,
    summary: 'Has a mail that could not be handled handled again, within half a minute.',
    answer: inboundAnswer,
    handle: ({ desk, actor, params }) =>
      desk.change(actor, async (change) => {
        permit(actor, 'ticket.assign')
        const mail = await readInboundMail(change.db, actor, params['id'])
        if (!(await beginAgain(change.db, mail.id, change.at)))
          refuse('notPossibleNow', { variables: { status: mail.decision ?? mail.state } })
        return one(change.desk, actor, mail.id)
      }),
  },
]

async function list({ desk, actor, query }: Call<Desk, Person>) {
  const { ticket: asked } = query as { ticket?: unknown }
  if (asked === undefined) permit(actor, 'ticket.assign')
  else permitReading(actor)
  const { after, limit = usualLimit, decision, ticket, state, toLookAt } = readForm(listForm, query)
  const rows = await mailsFor(desk.read(), actor)
    .$if(after !== undefined, (some) => some.where(before(after!)))
    .$if(decision !== undefined, (some) => some.where('decision', '=', decision!))
    .$if(state !== undefined, (some) => some.where('inbound_mail.state', '=', state!))
    .$if(toLookAt === true, (some) => some.where(isToLookAt))
    .$if(ticket !== undefined, (some) => some.where('ticket_number', '=', ticket!))
    .orderBy('received_at', 'desc')
    .orderBy('inbound_mail.id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, presentMail, ({ received_at, id }) => [received_at.toISOString(), id])
}

async function one(desk: Desk, actor: Person, id: string) {
  permitReading(actor)
  const mail = await readInboundMail(desk.read(), actor, id)
  const waits = mail.decision === 'held' && actor.permissions.has('ticket.assign')
  const tickets = waits ? await ticketsOfSender(desk.read(), actor, id) : []
  return { ...mail, tickets: tickets.map((each) => ({ ...each, title: presentText(each.title) })) }
}
