import type { Person } from '../../entities/person/actor.ts'
import { statuses } from '../../entities/ticket/ticket.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, integer, object, string } from '../../fields/json-schema.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { nowAbout } from '../../workflow/what-it-was-about.ts'
import { addressProven } from '../address-proven.write.server.ts'
import { countTry } from '../sign-in/tries.write.server.ts'
import { opens, type KnownLink } from './link-visitor.server.ts'
import type { TicketLinks } from './ticket-links.server.ts'
import { endTicketLinks, mailFreshLink } from './ticket-links.write.server.ts'
import { inPerson } from '../my-account/in-person.server.ts'

const form = { token: shortText({ required: true, max: 200 }) }
const heading = 'ticket-links'
const listOfTexts = { type: 'array', items: string }
const nothing = { type: 'object', properties: {}, additionalProperties: false }

/** Links in mails: opened by a page that posts what stands in its address. To get a page changes nothing. */
export const ticketLinkEndpoints = (links: TicketLinks): Endpoint<Desk, Person | null>[] => [
  {
    method: 'POST',
    path: '/api/v1/ticket-links',
    summary: 'Opens the ticket that a link in a mail leads to: for a day, for that ticket alone.',
    heading,
    access: 'anyone',
    body: form,
    answer: object({ ticket: integer, name: string, otherAccount: boolean }),
    handle: ({ desk, actor, body, setHeader }) =>
      desk.change(actor ?? { kind: 'system' }, async (change) => {
        const known = await links.known(change.db, readForm(form, body).token)
        if (!known || !opens(known, change.at)) return refuse('linkNotValid')
        await addressProven(change, known.person.id)
        const signedIn = actor !== null && actor.onlyTicket === undefined
        if (!signedIn || actor.id !== known.person.id) setHeader('set-cookie', links.cookieFor(known, change.at))
        const { link, person } = known
        return { ticket: link.ticket, name: person.name, otherAccount: signedIn && actor.id !== person.id }
      }),
  },
  {
    method: 'POST',
    path: '/api/v1/ticket-links/look',
    summary:
      'Says how the ticket stands that a link in a mail leads to, which answer and closing its buttons can be about, and whether it still opens. Nothing is opened yet.',
    heading,
    access: 'anyone',
    body: form,
    answer: object({ status: { type: 'string', enum: statuses }, version: integer, about: listOfTexts }),
    async handle({ desk, body }) {
      const known = await links.known(desk.read(), readForm(form, body).token)
      if (!known || !opens(known, desk.clock.now())) return refuse('linkNotValid')
      return (await lookAt(desk, known.link.ticket)) ?? refuse('linkNotValid')
    },
  },
  {
    method: 'POST',
    path: '/api/v1/ticket-links/new',
    summary: 'Mails a fresh link in place of one that no longer opens. The answer is always the same.',
    heading,
    access: 'anyone',
    body: form,
    answer: nothing,
    status: 202,
    async handle({ desk, body }) {
      const known = await links.known(desk.read(), readForm(form, body).token)
      if (known) await sendFresh(desk, links, known)
      return {}
    },
  },
  {
    method: 'POST',
    path: '/api/v1/ticket-links/revoke',
    inPerson: true,
    summary: 'Ends all links that were mailed to the caller, and every visit that began with one.',
    heading,
    access: 'signedIn',
    answer: nothing,
    handle: ({ desk, actor, setHeader }) => {
      inPerson(actor!)
      return desk.change(actor!, async (change) => {
        await endTicketLinks(change, actor!.id)
        setHeader('set-cookie', links.noCookie)
        return {}
      })
    },
  },
]

async function lookAt(desk: Desk, number: number) {
  const ticket = await desk
    .read()
    .selectFrom('ticket')
    .select(['status', 'version', 'closed_at', 'solution_state', 'solution_round', 'answer_ticket', 'answer_round'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!ticket) return undefined
  const { status, version, closed_at: closedAt } = ticket
  const { solution_state: state, solution_round: round, answer_ticket: original, answer_round: answered } = ticket
  const solution = state === null ? null : { state, round: round! }
  const shared = original === null ? null : { ticket: original, round: answered! }
  return { status, version, about: nowAbout({ number, status, closedAt, solution, shared }) }
}

/** To the address that the old one was mailed to, at most three an hour, however often and by whomever it is asked for. */
async function sendFresh(desk: Desk, links: TicketLinks, known: KnownLink): Promise<void> {
  const limit = { bucket: `ticketLink:${known.person.id}`, most: 3, minutes: 60 }
  const now = desk.clock.now()
  const path = await links.mint(desk.read(), known.person.id, known.link.ticket, now)
  if (!path || !(await countTry(desk.database.primary, limit, now))) return
  await desk.change({ kind: 'system' }, (change) => mailFreshLink(change, known, path))
}
