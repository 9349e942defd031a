import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { system, type Person } from '../../entities/person/actor.ts'
import { ticketEntity, ticketTexts } from '../../entities/ticket/ticket.ts'
import type { Change } from '../../events/desk.server.ts'
import { addPerson } from '../../users/users.write.server.ts'
import { loadPerson } from '../../users/session.server.ts'
import { assign } from '../../workflow/assign.server.ts'
import { submitTicket } from '../../workflow/submit-ticket.server.ts'
import { reply } from '../reply.server.ts'

/** A mail becomes a request of whoever wrote it; somebody new becomes a customer whose address nobody has proved yet. */
export async function beginTicket(
  change: Change,
  mail: ParsedMail,
  known: Person | null,
  group: string | null,
): Promise<number> {
  const customer = known ?? (await newCustomer(change, mail))
  const text = fitted(textOf(mail), ticketEntity.description.max)
  const title = fitted(mail.subject || text.split('\n')[0]!, ticketEntity.title.max)
  const number = await submitTicket(change.desk, customer, { title, description: text })
  if (group) await assign(change.desk, system, number, { group })
  return number
}

/** A plain answer is a message, never a verdict. Returns the message's id. */
export async function joinTicket(change: Change, mail: ParsedMail, sender: Person, ticket: number): Promise<string | null> {
  await reply(change.desk, sender, ticket, { text: fitted(textOf(mail), ticketTexts.reply.max) })
  const written = await change.db
    .selectFrom('ticket_event')
    .select('details')
    .where('ticket_number', '=', ticket)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  return (written.details as { message?: string }).message ?? null
}

async function newCustomer(change: Change, { from }: ParsedMail): Promise<Person> {
  const { address, name } = from!
  const person = {
    name: name || address.split('@')[0]!,
    email: address,
    emailVerified: false,
    roles: ['customer'],
  }
  return (await loadPerson(change.db, await addPerson(change.db, person, change.at)))!
}

/** A mail without words has a subject, or files: something must stand there to be answered. */
const textOf = ({ text, wholeText, subject }: ParsedMail): string => text || wholeText || subject || '…'

function fitted(text: string, most: number): string {
  const signs = [...text.trim()]
  return signs.length <= most ? signs.join('') : `${signs.slice(0, most - 1).join('')}…`
}
