import type { Letter, Star, Step } from '../channels/email/letter.ts'
import type { Reach } from '../channels/email/inbound/reach.ts'
import type { OwnTemplates } from '../entities/settings-tables.ts'
import type { Status } from '../entities/ticket/ticket.ts'
import { ownLabel } from '../settings/labels.ts'
import { shownNumber } from '../settings/shown-number.ts'
import { formatFor } from '../words/format.ts'
import { languageOf, languages } from '../words/languages.ts'
import { isInteraction, tellingOf, type InteractionName, type Telling } from '../words/telling.ts'
import { fillBody, fillTemplate, variablesIn, type Paragraph } from '../words/template.ts'
import { catalogsByLanguage, wordsFor } from '../words/words.ts'
import { starHref, ticketHrefs, ticketPath } from './addresses.ts'
import type { TellingReader } from './reader.ts'
import type { Said } from './says.ts'
import { texts, valuesFor, withDeadLinks, type Values } from './values.ts'

export type LetterOptions = {
  interaction: string
  ticket: number
  says: Said
  /** Empty until their address is proven, as their own title is. */
  name: string
  proven: boolean
  reader: TellingReader
  publicUrl: string
  /** Where the request's page is: a customer's own link, or the page for whoever signs in. */
  path?: string
  /** Whether replies to our mails are read: then a mail may be answered. */
  repliesAreRead: boolean
  /** Whom an answer of staff's reaches; absent: nothing is said of it. */
  reaches?: Reach
  now: Date
  /** The ticket's title in their words, for the subject; absent: as the telling says it. */
  title?: string
  /** The subject that their mails about this ticket began with. */
  began?: string | undefined
  /** Texts that an administrator wrote in place of the built-in ones. */
  own?: OwnTemplates
}

/** A telling as a letter in its reader's words: a customer's with greeting, path and signature, staff's with the reason why. */
export function ticketLetter(options: LetterOptions): Letter | undefined {
  const { interaction, says, reader, ticket, publicUrl } = options
  const language = languageOf(reader.language)
  const catalogs = catalogsByLanguage[language]
  if (!isInteraction(catalogs, interaction)) return undefined
  const { dir } = languages[language]
  const telling = tellingOf(catalogs, interaction, says.variant, options.own?.[language])
  const values = quotable(valuesFor(namelessUnless(options.proven, says.variables), reader, options.now), options)
  const filled = { ...texts(values), stars: 'stars' }
  return {
    language: reader.language,
    dir,
    organisation: reader.settings.organisation,
    accent: reader.settings.accent ?? null,
    subject: subjectOf(options, filled, dir),
    preview: fillTemplate(telling.inProduct, oneLine(filled), dir),
    // the title stands below, in a line of its own
    headline: fillBody([withoutTitle(telling.subject)], filled)[0],
    headlineInText: true,
    greeting: says.side === 'customer' ? greetingOf(options, dir) : undefined,
    path: says.side === 'customer' ? pathOf(says.status, reader) : [],
    body: fillBody(telling.body, filled, partsOf(telling, options)),
    foot: footOf(options),
    values,
    stars: telling.body.some((each) => variablesIn(each).includes('stars')) ? starsOf(options) : [],
    hrefs: ticketHrefs(publicUrl, options.path ?? ticketPath(ticket), says.about),
  }
}

/** One for all mails of a ticket to one person: mail programs show together what has the same subject. */
function subjectOf(options: LetterOptions, filled: Record<string, string>, dir: 'ltr' | 'rtl'): string {
  const { says, reader, ticket, proven, began } = options
  const isCustomer = says.side === 'customer'
  // their own words might stand in the earlier one
  if (began && (proven || !isCustomer)) return began
  const { aboutRequest, aboutTicket } = catalogsByLanguage[languageOf(reader.language)].interactions.parts
  const said = options.title ?? filled['title'] ?? ''
  const title = isCustomer ? (proven ? said : '') : withDeadLinks(said)
  const values = oneLine({ number: shownNumber(reader.settings, ticket), title })
  return fillTemplate(isCustomer ? aboutRequest : aboutTicket, values, dir, 'mark')
}

/** Names of files are words of a stranger too: to an address that nobody proved they are counted. */
const namelessUnless = (proven: boolean, variables: Said['variables']): Said['variables'] =>
  proven
    ? variables
    : Object.fromEntries(
        Object.entries(variables).map(([name, raw]) => [
          name,
          raw && 'leftOut' in raw ? { leftOut: raw.leftOut.map(({ why, size }) => ({ why, size })) } : raw,
        ]),
      )

/** A customer reads their own title only once their address is proven; staff read strangers' words without living links. */
function quotable(values: Values, { says, proven }: LetterOptions): Values {
  if (says.side === 'customer') return proven ? values : { ...values, title: { text: '' } }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      ['title', 'reason', 'comment', 'customer', 'files'].includes(name)
        ? [name, { ...value, text: withDeadLinks(value.text) }]
        : [name, value],
    ),
  )
}

const oneLine = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, text]) => [name, text.replace(/\s+/gu, ' ').slice(0, 400)]))

const withoutTitle = (subject: string): string => subject.replace(/\s*[:：،,]?\s*\{\{\s*title\s*\}\}/u, '')

function greetingOf({ reader, name, proven }: LetterOptions, dir: 'ltr' | 'rtl'): string {
  const { greeting } = catalogsByLanguage[languageOf(reader.language)].interactions.parts
  return fillTemplate(greeting, { name: proven ? name : '' }, dir)
}

function partsOf({ opening, pending }: Telling, { says, reader, repliesAreRead }: LetterOptions) {
  const t = wordsFor(reader)
  return {
    opening,
    pending: says.variables['pending'] ? pending : undefined,
    verdict: repliesAreRead ? t('interactions:parts.verdict') : undefined,
  }
}

function footOf({ says, reader, repliesAreRead, reaches, path }: LetterOptions): Paragraph[] {
  const { parts } = catalogsByLanguage[languageOf(reader.language)].interactions
  const { organisation } = reader.settings
  if (says.side === 'customer')
    return fillBody(
      [parts.signature, repliesAreRead ? parts.canReply : parts.cannotReply, ...(path ? [parts.private] : [])],
      { organisation },
    )
  const answers = repliesAreRead && reaches ? [answersOf[reaches](parts)] : []
  return fillBody([...answers, parts.why], { group: groupOf(says) }, { why: whyOf(says, parts) })
}

const answersOf: Record<Reach, (parts: { answersCustomer: string; answersStaff: string }) => string> = {
  everyone: ({ answersCustomer }) => answersCustomer,
  staff: ({ answersStaff }) => answersStaff,
}

type WhyParts = { why_group: string; why_standsIn: string; why_assignee: string; why_participant: string }

function whyOf({ why }: Said, parts: WhyParts): string {
  if (why === 'assignee') return parts.why_assignee
  if (typeof why === 'object') return why.standsIn ? parts.why_standsIn : parts.why_group
  return parts.why_participant
}

const groupOf = ({ why }: Said): string | undefined => (typeof why === 'object' ? why.group : undefined)

const steps: readonly Status[] = ['open', 'inProgress', 'responded', 'closed']

/** The four steps of the path with the present one; a duplicate's path is its original's, so none is drawn. */
function pathOf(status: Status, reader: TellingReader): Step[] {
  const t = wordsFor(reader)
  const now = steps.indexOf(status)
  if (now < 0) return []
  return steps.map((step, index) => ({
    label:
      ownLabel(reader.settings.labels, 'customer', step, languageOf(reader.language)) ??
      t.maybe('customerGlossary', `status.${step}`) ??
      '',
    state: index < now ? 'done' : index === now ? 'now' : 'ahead',
  }))
}

function starsOf({ says, reader, publicUrl, ticket, path = ticketPath(ticket) }: LetterOptions): Star[] {
  const t = wordsFor(reader)
  const format = formatFor(reader)
  return [1, 2, 3, 4, 5].map((score) => ({
    score: format.number(score),
    word: t.maybe('rating', `score.${score}`) ?? '',
    href: starHref(publicUrl, path, score, says.about),
  }))
}

export type { InteractionName }
