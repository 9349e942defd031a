import { sql, type ExpressionBuilder, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Actor } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import { arabic, formsOf, normalise, withoutAccents } from '../entities/ticket/normalise.ts'
import { allConfigurations } from '../entities/ticket/search-languages.ts'
import { seesAll } from '../permissions/sight.ts'
import { visibleAsStaff } from '../permissions/visible.server.ts'
import { readSettings } from '../settings/settings.server.ts'
import { ticketNumberIn } from '../settings/shown-number.ts'

/**
 * Tickets of which one text that the reader may see has all the words, in whatever language it is written. Digits alone, or
 * the number as it is shown, find the ticket itself.
 */
export async function matchesWords(db: Kysely<Tables>, words: string, actor: Actor) {
  const question = await wordedQuestion(db, words)
  const number = await numberAsked(db, words)
  return (eb: ExpressionBuilder<Tables, 'ticket'>) => {
    return eb(
      'ticket.number',
      'in',
      eb
        .selectFrom('ticket_words')
        .select('ticket_words.ticket_number')
        // within: beside it, all texts that have the digits would be fetched before the first ticket is looked at
        .where((text) => {
          const hasWords = sql<SqlBool>`ticket_words.words @@ (${question})`
          return number === undefined ? hasWords : text.or([text('ticket_words.ticket_number', '=', number), hasWords])
        })
        .where((text) => mayBeRead(text, actor)),
    )
  }
}

/** Which texts of tickets may be found: those for everyone, and those for staff on tickets that the reader sees as staff. */
export const mayBeRead = (text: ExpressionBuilder<Tables, 'ticket_words'>, actor: Actor) =>
  text.or([text('ticket_words.audience', '=', 'everyone'), asStaff(text, actor)])

function asStaff(eb: ExpressionBuilder<Tables, 'ticket_words'>, actor: Actor) {
  if (actor.kind === 'system' || seesAll(actor)) return sql<SqlBool>`true`
  return eb.exists(
    eb
      .selectFrom('ticket')
      .select('ticket.number')
      .whereRef('ticket.number', '=', 'ticket_words.ticket_number')
      .where(visibleAsStaff(actor)),
  )
}

const questions = new Map<string, string>()
const mostKept = 500

/**
 * The words as a question under each configuration, joined: each text was stemmed by its own language's rules. Worked out once:
 * as an expression it would be made anew for every text that it is held against, and say what several languages stem alike once
 * for each of them (a rare word among a million tickets: 7.2 ms for two of a page's askings became 5.0). What it depends on does
 * not change while a server runs.
 */
export async function wordedQuestion(db: Kysely<Tables>, words: string): Promise<RawBuilder<unknown>> {
  const normal = normalise(words)
  let question = questions.get(normal)
  if (question === undefined) {
    const each = allConfigurations.map((name) => sql`(${asked(name, normal)})`)
    const { rows } = await sql<{ question: string | null }>`
      select string_agg(distinct '(' || one::text || ')', ' | ') as question
      from (values ${sql.join(each)}) as asked (one)
      where numnode(one) > 0`.execute(db)
    question = withHyphens(rows[0]!.question ?? '')
    if (questions.size >= mostKept) questions.clear()
    questions.set(normal, question)
  }
  return sql`${question}::tsquery`
}

/** All words at once, with their accents or without; of Arabic ones each in any of its forms. */
function asked(configuration: string, normal: string): RawBuilder<unknown> {
  const question = (words: string) => sql`plainto_tsquery(${configuration}::regconfig, ${words})`
  if (configuration !== 'arabic' || !arabic.test(normal)) return either(question, [normal, withoutAccents(normal)])
  const words = normal.split(/\s+/u).filter((word) => word !== '')
  return sql.join(
    words.map((word) => either(question, formsOf(word))),
    sql` && `,
  )
}

const either = (question: (words: string) => RawBuilder<unknown>, forms: readonly string[]): RawBuilder<unknown> =>
  sql`(${sql.join([...new Set(forms)].map(question), sql` || `)})`

/** The index takes the hyphen of MF-20261 for a minus: the digits alone are to find it too. */
const withHyphens = (question: string): string =>
  question.replace(/(?<!')'(\d+(?:\.\d+)?)'(?!')/g, (digits, number: string) => `( ${digits} | '-${number}' )`)

/** The ticket that is meant. Few words end in a digit, as numbers do: of the others no prefix is asked. */
export async function numberAsked(db: Kysely<Tables>, words: string): Promise<number | undefined> {
  if (!/\p{Nd}[\s\p{Cf}]*$/u.test(words)) return undefined
  return numberTyped(words, (await readSettings(db)).numberPrefix)
}

/** As the organisation shows its numbers; and 'T-1042' or 'IT-SD-1042', whatever it showed them with before: mails keep that. */
export function numberTyped(words: string, prefix: string): number | undefined {
  const shown = ticketNumberIn(words, prefix)
  if (shown !== undefined) return shown
  const digits = /^\p{L}[\p{L}/_-]{0,9}(\d{1,15})$/u.exec(normalise(words).trim())?.[1]
  return digits === undefined ? undefined : Number(digits)
}
