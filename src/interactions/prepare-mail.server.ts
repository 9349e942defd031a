import { isAccountMail } from '../channels/email/account-mails.ts'
import { letterHtml } from '../channels/email/letter-html.ts'
import { letterText } from '../channels/email/letter-text.ts'
import type { Letter } from '../channels/email/letter.ts'
import { reachOf } from '../channels/email/inbound/reach.ts'
import { logoAlong, logoAttachment, type LetterLogo } from '../channels/email/letter-logo.ts'
import type { Mail, Rendered } from '../channels/email/mail.ts'
import type { Prepared } from '../channels/email/outbox.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { presentText } from '../fields/multilingual-text/multilingual-text.ts'
import { readText } from '../fields/multilingual-text/read-text.ts'
import { isStaff } from '../permissions/is-staff.ts'
import type { MintLink } from '../users/ticket-links/ticket-links.server.ts'
import { accountLetter } from './account-letter.ts'
import { asBuiltIn } from './differences.ts'
import { interactionNamed } from './index.ts'
import { loadMailFacts, type MailFacts } from './mail-facts.server.ts'
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

/**
 * Asks at every try whether the recipients may still be told, and puts the mails into their words: an answer each, from what
 * is asked once for all of them.
 */
export function prepareMails(desk: Desk, settings: MailSettings, mails: readonly Mail[]): Promise<Prepared>[] {
  // nobody would wait for the facts, nor hear that they could not be read
  if (mails.length === 0) return []
  const facts = loadMailFacts(desk.read(), mails)
  return mails.map(async (mail) => prepared(desk, settings, mail, await facts))
}

async function prepared(desk: Desk, settings: MailSettings, mail: Mail, facts: MailFacts): Promise<Prepared> {
  if (mail.interaction === 'account-registration') return letterToStranger(settings, mail, facts)
  const recipient = recipientOf(mail, facts)
  if (!recipient) return 'dropped'
  const letters = isAccountMail(mail.interaction)
    ? one(letterOfAccount(mail, recipient, settings))
    : await lettersOfTicket(desk, mail, recipient, settings, facts)
  if (!letters) return 'dropped'
  const { email } = recipient.person
  return {
    ...setOf(letters, facts),
    // where they read mail now: an address that was corrected meanwhile is the right one
    address: email,
    confidential: isAccountMail(mail.interaction),
    answers: mail.ticket_number === null ? [] : facts.theirs(mail.ticket_number, email),
    repliesTo: mail.ticket_number === null ? undefined : facts.boxes.get(mail.ticket_number),
    reaches: reachOf(mail, facts.ofCustomers),
    comesBack: interactionNamed(mail.interaction)?.comesBack ?? false,
  }
}

/** To an address that nobody has here yet: in the language that was asked for, with nothing else of what was said. */
function letterToStranger({ publicUrl }: MailSettings, mail: Mail, facts: MailFacts): Prepared {
  const { settings } = facts
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
  return { ...setOf({ sent: letter, kept: letter }, facts), address: mail.address, confidential: true }
}

/** `kept` is what stays here to be read: without the link that lets whoever has it in as the customer. */
type Letters = { sent: Letter; kept: Letter }

const one = (letter: Letter | undefined): Letters | undefined => letter && { sent: letter, kept: letter }

/** With the organisation's logo, where it has one. */
function setOf({ sent, kept }: Letters, { logo: picture }: MailFacts) {
  const logo = picture && logoAlong(picture)
  const words = wordsOf(sent, logo)
  return {
    words,
    kept: kept === sent ? words : wordsOf(kept, logo),
    ...(picture ? { attachments: [logoAttachment(picture)] } : {}),
  }
}

const wordsOf = (letter: Letter, logo: LetterLogo | null): Rendered => ({
  subject: letter.subject,
  text: letterText(letter),
  html: letterHtml(letter, logo),
  language: letter.language,
})

function recipientOf({ recipient_id: id }: Mail, { people, proven, settings }: MailFacts): Recipient | undefined {
  const person = id === null ? undefined : people.get(id)
  return person && { person, proven: proven.has(person.id), reader: readerFor(person, settings) }
}

async function lettersOfTicket(
  desk: Desk,
  mail: Mail,
  { person, proven, reader }: Recipient,
  { publicUrl, repliesAreRead, mint }: MailSettings,
  facts: MailFacts,
): Promise<Letters | undefined> {
  const { tickets, differences, firstSubject } = facts
  const ticket = mail.ticket_number
  if (ticket === null) return undefined
  const row = tickets.get(ticket)
  const says = mail.says as Said
  if (!row || !maySee(person, row, says.side)) return undefined
  const now = desk.clock.now()
  const { interaction } = mail
  const { templates: own } = differences.get(interaction) ?? asBuiltIn
  const began = firstSubject({ ticket, recipient: person.id, language: reader.language })
  const { text: title } = readText(presentText(row.title), reader.language)
  const subject = { title, began }
  const to = { name: person.name, proven, reader, publicUrl, repliesAreRead, reaches: reachOf(mail, facts.ofCustomers) }
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
  const side = isStaff(person) ? 'staff' : 'customer'
  const { variables } = mail.says as { variables: Record<string, unknown> }
  return accountLetter({ interaction, variables, side, name: person.name, proven, reader, publicUrl })
}
