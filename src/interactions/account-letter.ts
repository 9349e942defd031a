import type { AccountMail } from '../channels/email/account-mails.ts'
import type { Letter } from '../channels/email/letter.ts'
import { formatFor } from '../words/format.ts'
import { languageOf, languages } from '../words/languages.ts'
import { fillBody, fillTemplate } from '../words/template.ts'
import { catalogsByLanguage } from '../words/words.ts'
import { absolute } from './addresses.ts'
import type { TellingReader } from './reader.ts'

export type AccountLetterOptions = {
  interaction: AccountMail
  variables: Readonly<Record<string, unknown>>
  side: 'staff' | 'customer'
  name: string
  proven: boolean
  reader: TellingReader
  publicUrl: string
}

const texts = {
  'account-invitation': 'invitation',
  'account-reset': 'passwordReset',
  'account-password-changed': 'passwordChanged',
  'account-ticket-link': 'ticketLink',
  'account-registration': 'registration',
  'account-already-there': 'alreadyThere',
  'account-mailbox-silent': 'mailboxSilent',
} as const satisfies Record<AccountMail, string>

/** Mails about an account: an invitation, a new password. In the customer's voice or in staff's. */
export function accountLetter(options: AccountLetterOptions): Letter {
  const { interaction, side, reader, variables, publicUrl } = options
  const language = languageOf(reader.language)
  const { dir } = languages[language]
  const catalogs = catalogsByLanguage[language]
  const voices = catalogs.account[texts[interaction]]
  const { subject, body } = side === 'customer' && 'customer' in voices ? voices.customer : voices.staff
  const values = valuesOf(variables, interaction, reader)
  const { link } = variables
  const { signature, greeting } = catalogs.interactions.parts
  return {
    language: reader.language,
    dir,
    organisation: reader.settings.organisation,
    accent: reader.settings.accent ?? null,
    subject: fillTemplate(subject, values, dir, 'mark'),
    preview: fillTemplate(body[0] ?? '', values, dir),
    headline: fillBody([subject], values)[0],
    greeting:
      side === 'customer' ? fillTemplate(greeting, { name: options.proven ? options.name : '' }, dir) : undefined,
    path: [],
    body: fillBody(body, values),
    foot: side === 'customer' ? fillBody([signature], values) : [],
    values: Object.fromEntries(Object.entries(values).map(([name, text]) => [name, { text }])),
    stars: [],
    hrefs:
      typeof link === 'string'
        ? {
            'choose-password': absolute(publicUrl, link),
            'see-request': absolute(publicUrl, link),
            'confirm-address': absolute(publicUrl, link),
            'see-mailboxes': absolute(publicUrl, link),
          }
        : {},
  }
}

const brief: readonly AccountMail[] = ['account-reset', 'account-registration']

function valuesOf(variables: Readonly<Record<string, unknown>>, interaction: AccountMail, reader: TellingReader) {
  const format = formatFor(reader)
  const values: Record<string, string> = { organisation: reader.settings.organisation }
  for (const [name, value] of Object.entries(variables))
    if (typeof value === 'string' && name !== 'link') values[name] = value
  const { validUntil, changedAt, since } = values
  // a reset lasts an hour and a registration a day, so their time counts; an invitation lasts days
  if (validUntil)
    values['validUntil'] = brief.includes(interaction) ? format.dateTime(validUntil) : format.lastDay(validUntil)
  if (changedAt) values['changedAt'] = format.dateTime(changedAt)
  if (since) values['since'] = format.dateTime(since)
  return values
}
