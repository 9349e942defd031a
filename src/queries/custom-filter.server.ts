import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { day } from '../fields/date-time/day.ts'
import { isText } from '../fields/field-type.ts'
import type { FormError } from '../fields/form.ts'
import { refuseFields } from '../server/errors/refusal.ts'
import type { AddedField } from '../settings/added-fields/added-field.ts'
import { fieldOf, isFor, longestShortText } from '../settings/added-fields/added-field.ts'
import { addedFields } from '../settings/added-fields/added-fields.server.ts'
import { isAskedNumber } from '../settings/added-fields/asked-number.ts'
import { customTextId } from '../settings/added-fields/findable-custom.ts'
import { readSettings } from '../settings/settings.server.ts'
import { beginOf, endOf } from './day-edges.server.ts'
import { wordedQuestion } from './words-match.server.ts'

const prefix = 'custom.'

/** Filters by added fields, `custom.<key>=<value>`, apart from the list's own. */
export function customApart(query: unknown): { rest: unknown; custom: [key: string, value: unknown][] } {
  if (typeof query !== 'object' || query === null) return { rest: query, custom: [] }
  const entries = Object.entries(query)
  return {
    rest: Object.fromEntries(entries.filter(([name]) => !name.startsWith(prefix))),
    custom: entries
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  }
}

/**
 * The condition on `ticket.custom`, which its index answers; undefined where nothing is asked. A field that the reader may not
 * see is none to them. 422 names what is no field, no filter or no value of it. Who works here has requests of their own, or of
 * colleagues, which they see as customers do: what staff alone may read of those is not found by asking for it (`amongStaff`).
 */
export async function customFilter(
  db: Kysely<Tables>,
  custom: readonly [key: string, value: unknown][],
  side: 'staff' | 'customer',
  amongStaff?: Expression<SqlBool>,
): Promise<RawBuilder<SqlBool> | undefined> {
  if (custom.length === 0) return undefined
  const fields = (await addedFields(db)).filter((field) => isFor(field, side))
  const errors: FormError[] = []
  const wanted: Record<string, unknown> = {}
  const others: RawBuilder<SqlBool>[] = []
  let isSomewhere = false
  for (const [key, given] of custom) {
    const field = fields.find((each) => each.key === key)
    const read = field ? readAsked(field, given) : { code: 'unknown' }
    if (field && !isFor(field, 'customer') && amongStaff) others.push(sql<SqlBool>`${amongStaff}`)
    if ('there' in read) {
      others.push(read.there ? sql<SqlBool>`ticket.custom ? ${key}` : sql<SqlBool>`not (ticket.custom ? ${key})`)
      isSomewhere ||= read.there
    } else if ('day' in read) {
      others.push(isOnDay(key, read.day, (await readSettings(db)).timeZone))
      isSomewhere = true
    } else if ('words' in read) others.push(hasWords(key, await wordedQuestion(db, read.words)))
    else if ('code' in read) errors.push({ ...read, field: (prefix + key).slice(0, 100), code: read.code })
    else wanted[key] = read.value
  }
  if (errors.length > 0) refuseFields(...errors)
  const isWanted = sql<SqlBool>`ticket.custom @> ${JSON.stringify(wanted)}::jsonb`
  const all = sql.join([...(Object.keys(wanted).length > 0 ? [isWanted] : []), ...others], sql` and `)
  // a value, or a file, stands in some custom: this half lets the planner use the partial index
  return isSomewhere || Object.keys(wanted).length > 0
    ? sql<SqlBool>`${all} and ticket.custom <> '{}'`
    : sql<SqlBool>`${all}`
}

/** Asked as the words of tickets are; whether the reader may see the field was asked before. */
const hasWords = (key: string, question: RawBuilder<unknown>) => sql<SqlBool>`ticket.number in (
  select ticket_number from ticket_words where text_id = ${customTextId(key)} and words @@ (${question})
)`

/** On the calendar of the organisation, as the dates of tickets are asked for: a query that is shared means one thing. */
const isOnDay = (key: string, asked: string, timeZone: string) => {
  const at = sql`(ticket.custom ->> ${key}::text)`
  // what was kept before such years were refused: `+010000-…` and `0000-…` are no instants to PostgreSQL
  const isInstant = sql`${at} ~ '^[0-9]{4}-' and ${at} not like '0000%'`
  return sql<SqlBool>`(
    ticket.custom ? ${key} and case when ${isInstant}
      then ${at}::timestamptz >= ${beginOf(asked, timeZone)} and ${at}::timestamptz < ${endOf(asked, timeZone)}
      else false end
  )`
}

type Read = { day: string } | { value: unknown } | { there: boolean } | { words: string } | { code: string }

/** An address carries text: numbers and yes/no are read from it, exactly. */
function readAsked(field: AddedField, given: unknown): Read {
  const most = field.type === 'short-text' ? longestShortText : 300
  if (typeof given !== 'string' || given.length > most) return { code: 'wrongType' }
  switch (field.type) {
    case 'yes-no':
      return given === 'true' || given === 'false' ? { value: given === 'true' } : { code: 'wrongType' }
    case 'number':
    case 'scale':
      return isAskedNumber(given) ? { value: Number(given) } : { code: 'wrongType' }
    case 'classification':
      // a retired value is still on tickets
      return field.options.values?.some(({ value }) => value === given) ? { value: given } : { code: 'notInList' }
    case 'user-group': {
      const parsed = fieldOf(field).parse({ group: given })
      return parsed.ok ? { value: { group: given.toLowerCase() } } : { code: 'wrongType' }
    }
    case 'date-time': {
      const parsed = day.parse(given)
      if (!parsed.ok) return { code: parsed.problem.code }
      return typeof parsed.value === 'string' ? { day: parsed.value } : { value: parsed.value.toISOString() }
    }
    case 'file':
      // whether there is one; what is in it is nobody's filter
      return given === 'true' || given === 'false' ? { there: given === 'true' } : { code: 'wrongType' }
    case 'multilingual-text':
      // never as a whole: it has all these words, in whatever language
      return given.trim() === '' || !isText(given) ? { code: 'wrongType' } : { words: given }
    case 'short-text': {
      // longer ones than may be written now are still on tickets, and in filters that were kept
      const parsed = fieldOf({ ...field, options: { max: longestShortText } }).parse(given)
      return parsed.ok ? { value: parsed.value } : { code: parsed.problem.code }
    }
    default: {
      const parsed = fieldOf(field).parse(given)
      return parsed.ok ? { value: parsed.value } : { code: parsed.problem.code }
    }
  }
}
