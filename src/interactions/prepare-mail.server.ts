import { isAccountMail } from '../channels/email/account-mails.ts'
import { letterHtml } from '../channels/email/letter-html.ts'
import { letterText } from '../channels/email/letter-text.ts'
import type { Letter } from '../channels/email/letter.ts'
import { logoAlong, logoAttachment, type LetterLogo } from '../channels/email/letter-logo.ts'
import type { Mail, Rendered } from '../channels/email/mail-table.ts'
import type { Prepared } from '../channels/email/outbox.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { presentText } from '../fields/multilingual-text/multilingual-text.ts'
import { readText } from '../fields/multilingual-text/read-text.ts'
import { staffPermissions } from '../permissions/roles.ts'
import { logoPicture } from '../settings/logo-picture.server.ts'
import { readSettings } from '../settings/settings.server.ts'
import { loadPeople } from '../users/people.server.ts'
import type { MintLink } from '../users/ticket-links/ticket-links.server.ts'
import { accountLetter } from './account-letter.ts'
import { firstSubject } from './first-subject.server.ts'
import { mailsOfTheirs } from './mails-of-theirs.server.ts'
import { differencesOf } from './own-interactions.server.ts'
import { readerFor, type TellingReader } from './reader.ts'
import { maySee } from './recipients.ts'
import type { Said } from './says.ts'
import { ticketLetter } from './ticket-letter.ts'

export type MailSettings = {
  /** Where the pages are reached: links of mails start with it. */
  publicUrl: string
  repliesAreRead: boolean
  /** Makes the link that lets a customer in without a password; absent: they sign in. */
  mint?: MintLink
}

type Recipient = { person: Person; proven: boolean; reader: TellingReader }

/** Asks at every try whether the recipient may still be told, and puts the mail into their words. */
export async function prepareMail(desk: Desk, settings: MailSettings, mail: Mail): Promise<Prepared> {
  if (mail.interaction === 'account-registration') return letterToStranger(desk, settings, mail)
  const recipient = await loadRecipient(desk, mail.recipient_id)
  if (!recipient) return 'dropped'
  const letters = isAccountMail(mail.interaction)
    ? one(letterOfAccount(mail, recipient, settings))
    : await lettersOfTicket(desk, mail, recipient, settings)
  if (!letters) return 'dropped'
  const { email } = recipient.person
  const answers = mail.ticket_number === null ? [] : await mailsOfTheirs(desk.read(), mail.ticket_number, email)
  return {
    ...(await setOf(desk, letters)),
    // where they read mail now: an address that was corrected meanwhile is the right one
    address: email,
    confidential: isAccountMail(mail.interaction),
    answers,
  }
}

/** To an address that nobody has here yet: in the language that was asked for, with nothing else of what was said. */
async function letterToStranger(desk: Desk, { publicUrl }: MailSettings, mail: Mail): Promise<Prepared> {
  const settings = await readSettings(desk.read())
  const { variables } = mail.says as { variables: Record<string, unknown> }
  const language = typeof variables['language'] === 'string' ? variables['language'] : settings.language
  const reader = readerFor({ language, timeZone: settings.timeZone }, settings)
  const letter = accountLetter({
    interaction: 'account-registration',
    variables,
    side: 'customer',
    name: '',
    proven: false,
    reader,
    publicUrl,
  })
  return { ...(await setOf(desk, { sent: letter, kept: letter })), address: mail.address, confidential: true }
}

/** `kept` is what stays here to be read: without the link that lets whoever has it in as the customer. */
type Letters = { sent: Letter; kept: Letter }

const one = (letter: Letter | undefined): Letters | undefined => letter && { sent: letter, kept: letter }

/** With the organisation's logo, where it has one. */
async function setOf(desk: Desk, { sent, kept }: Letters) {
  const picture = await logoPicture(desk.read(), await readSettings(desk.read()), 'mail')
  const logo = picture && logoAlong(picture)
  return {
    words: wordsOf(sent, logo),
    kept: wordsOf(kept, logo),
    ...(picture ? { attachments: [logoAttachment(picture)] } : {}),
  }
}

const wordsOf = (letter: Letter, logo: LetterLogo | null): Rendered => ({
  subject: letter.subject,
  text: letterText(letter),
  html: letterHtml(letter, logo),
  language: letter.language,
})

async function loadRecipient(desk: Desk, id: string | null): Promise<Recipient | undefined> {
  if (id === null) return undefined
  const db = desk.read()
  const person = (await loadPeople(db, [id])).get(id)
  if (!person) return undefined
  const row = await db.selectFrom('users').select('email_verified').where('id', '=', id).executeTakeFirstOrThrow()
  return { person, proven: row.email_verified, reader: readerFor(person, await readSettings(db)) }
}

async function lettersOfTicket(
  desk: Desk,
  mail: Mail,
  { person, proven, reader }: Recipient,
  { publicUrl, repliesAreRead, mint }: MailSettings,
): Promise<Letters | undefined> {
  const ticket = mail.ticket_number
  if (ticket === null) return undefined
  const row = await desk.read().selectFrom('ticket').selectAll().where('number', '=', ticket).executeTakeFirst()
  const says = mail.says as Said
  if (!row || !maySee(person, row, says.side)) return undefined
  const now = desk.clock.now()
  const { interaction } = mail
  const { templates: own } = await differencesOf(desk.read(), interaction)
  const began = await firstSubject(desk.read(), { ticket, recipient: person.id, language: reader.language })
  const { text: title } = readText(presentText(row.title), reader.language)
  const subject = { title, began }
  const to = { name: person.name, proven, reader, publicUrl, repliesAreRead }
  const about = { interaction, ticket, says, now, own, ...subject, ...to }
  const kept = ticketLetter(about)
  const path = says.side === 'customer' ? await mint?.(desk.read(), person.id, ticket, now) : null
  return kept && { kept, sent: path ? ticketLetter({ ...about, path })! : kept }
}

function letterOfAccount(
  mail: Mail,
  { person, proven, reader }: Recipient,
  { publicUrl }: MailSettings,
): Letter | undefined {
  const { interaction } = mail
  if (!isAccountMail(interaction)) return undefined
  const side = staffPermissions.some((permission) => person.permissions.has(permission)) ? 'staff' : 'customer'
  const { variables } = mail.says as { variables: Record<string, unknown> }
  return accountLetter({ interaction, variables, side, name: person.name, proven, reader, publicUrl })
}
