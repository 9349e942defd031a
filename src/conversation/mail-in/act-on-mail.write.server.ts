import type { Reach } from '../../channels/email/inbound/reach.ts'
import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { withoutSignature } from '../../channels/email/inbound/trim-text.ts'
import { system, type Person } from '../../entities/person/actor.ts'
import { ticketEntity, ticketTexts } from '../../entities/ticket/ticket.ts'
import type { Change } from '../../events/desk.server.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { oneLine } from '../../fields/one-line.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { guessLanguage, ownLanguageOf } from '../../users/guessed-language.write.server.ts'
import { addPerson } from '../../users/users.write.server.ts'
import { loadPerson } from '../../users/sign-in/session.server.ts'
import { assign } from '../../workflow/assign.server.ts'
import { submitTicket } from '../../workflow/submit-ticket.server.ts'
import { noteBesideDraft } from '../note.server.ts'
import { replyBesideDraft } from '../reply.server.ts'
import { keepAttachments, nameFilesLeftOut, type FilesPut } from './files-of-mail.write.server.ts'

/** Where files go, and what of the mail lies there already. */
export type Store = { blobs: BlobStore | undefined; put?: FilesPut }

/** A mail becomes a request of whoever wrote it; somebody new becomes a customer whose address nobody has proved yet. */
export async function beginTicket(
  change: Change,
  mail: ParsedMail,
  known: Person | null,
  group: string | null,
  store: Store,
): Promise<number> {
  const customer = known ? await guessLanguage(change.db, known, writtenIn(mail)) : await newCustomer(change, mail)
  const text = fitted(wordsOfRequest(mail) || textOf(mail), ticketEntity.description.max)
  const title = fitted(lineOf(mail.subject) || lineOf(text.split('\n')[0]!) || '…', ticketEntity.title.max)
  const files = await keepAttachments(change, mail, customer, store)
  const request = { title, description: text, files: files.ids }
  const number = await submitTicket(change.desk, customer, request, { hadNoForm: true })
  await nameFilesLeftOut(change, { ticket: number, textId: 'description', owner: customer.id }, files)
  if (group) await assign(change.desk, system, number, { group })
  return number
}

/** What begins a request is all that we have of it: the mails that it quotes went between others. */
export const wordsOfRequest = ({ wholeText }: ParsedMail): string => withoutSignature(wholeText)

/** A plain answer is a message, never a verdict; to what was told among staff it is a note. Returns the message's id. */
export async function joinTicket(
  change: Change,
  mail: ParsedMail,
  sender: Person,
  { ticket, reaches }: { ticket: number; reaches: Reach },
  store: Store,
): Promise<string | null> {
  await guessLanguage(change.db, sender, textOf(mail))
  const files = await keepAttachments(change, mail, sender, store)
  const write = reaches === 'staff' ? noteBesideDraft : replyBesideDraft
  await write(change.desk, sender, ticket, { text: fitted(textOf(mail), ticketTexts.reply.max), files: files.ids })
  const written = await change.db
    .selectFrom('ticket_event')
    .select('details')
    .where('ticket_number', '=', ticket)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  const message = (written.details as { message?: string }).message ?? null
  if (message) await nameFilesLeftOut(change, { ticket, textId: `message:${message}`, owner: sender.id }, files)
  return message
}

/** They are answered in the language that they wrote in, as far as it is one of ours; else in the organisation's. */
async function newCustomer(change: Change, mail: ParsedMail): Promise<Person> {
  const { address, name } = mail.from!
  const { language } = await readSettings(change.db)
  const person = {
    name: name || address.split('@')[0]!,
    email: address,
    emailVerified: false,
    language: ownLanguageOf(writtenIn(mail), language),
    languageGuessed: true,
    roles: ['customer'],
  }
  return (await loadPerson(change.db, await addPerson(change.db, person, change.at)))!
}

const writtenIn = (mail: ParsedMail): string => `${mail.subject}\n${textOf(mail)}`

/** A mail without words has a subject, or files: something must stand there to be answered. What it merely quotes is not said. */
const textOf = ({ text, wholeText, subject }: ParsedMail): string => text || (wholeText.trim() ? '' : subject) || '…'

const lineOf = (text: string): string => oneLine(text).trim()

function fitted(text: string, most: number): string {
  const signs = [...text.trim()]
  return signs.length <= most ? signs.join('') : `${signs.slice(0, most - 1).join('')}…`
}
