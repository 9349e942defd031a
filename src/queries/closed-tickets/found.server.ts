import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import { formsOf, normalise, normaliseWords, withoutAccents } from '../../entities/ticket/normalise.ts'
import { allConfigurations, configurationOf } from '../../entities/ticket/search-languages.ts'
import type { Tables } from '../../entities/tables.ts'
import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { mayBeRead, wordedQuestion } from '../words-match.server.ts'
import type { FoundText } from './found.ts'
import { pieceOf, unspacedIn } from './pieces.ts'
import { wordsIn, type WrittenWords } from './written-words.ts'

type Candidate = { ticket: number; where: FoundText['where']; text: MultilingualText }
type Version = { language: string; text: string; words: WrittenWords }
type Cut = { ticket: number; where: FoundText['where']; versions: Version[] }

/** For each ticket the text that has the words (its title before others), with the words marked as the index found them. */
export async function foundIn(
  db: Kysely<Tables>,
  words: string,
  actor: Person,
  tickets: readonly number[],
): Promise<Map<number, FoundText>> {
  if (tickets.length === 0) return new Map()
  const candidates = (await textsWith(db, words, actor, tickets)).map(cut)
  const matching = await tokensThatMatch(db, words, candidates)
  const found = new Map<number, FoundText>()
  const runs = unspacedIn(words)
  for (const { ticket, where, versions } of candidates) {
    const marked = versions
      .map((version) => ({
        language: version.language,
        ...pieceOf(version.text, matching(version.language), runs, where === 'title', version.words),
      }))
      .toSorted((one, other) => other.marks - one.marks)[0]
    if (marked && marked.marks > 0) found.set(ticket, { where, language: marked.language, pieces: marked.pieces })
  }
  return found
}

const cut = ({ ticket, where, text }: Candidate): Cut => ({
  ticket,
  where,
  versions: Object.entries(text.texts).map(([language, version]) => ({
    language,
    text: version.text,
    words: wordsIn(version.text),
  })),
})

async function textsWith(db: Kysely<Tables>, words: string, actor: Person, tickets: readonly number[]) {
  const question = await wordedQuestion(db, words)
  const best = await db
    .selectFrom('ticket_words')
    .distinctOn('ticket_number')
    .select(['ticket_number', 'text_id'])
    .where(sql<SqlBool>`ticket_number = any (${[...tickets]}::bigint[])`)
    .where(sql<SqlBool>`words @@ (${question})`)
    .where((text) => mayBeRead(text, actor))
    .orderBy('ticket_number')
    .orderBy(sql`array_position(array['title', 'description'], text_id)`)
    .orderBy('text_id')
    .execute()
  if (best.length === 0) return []
  const { rows } = await sql<Candidate>`
    select wanted.ticket, split_part(wanted.text_id, ':', 1) as where, case split_part(wanted.text_id, ':', 1)
      when 'title' then (select title from ticket where number = wanted.ticket)
      when 'description' then (select description from ticket where number = wanted.ticket)
      when 'comment' then (select comment from ticket where number = wanted.ticket)
      when 'solution' then (
        select text from solution_round
        where ticket_number = wanted.ticket and round = split_part(wanted.text_id, ':', 2)::int
      )
      when 'message' then (
        select text from message where ticket_number = wanted.ticket and id = split_part(wanted.text_id, ':', 2)::uuid
      )
      when 'custom' then (
        select custom -> split_part(wanted.text_id, ':', 2) from ticket where number = wanted.ticket
      )
    end as text
    from unnest(
      ${best.map((row) => row.ticket_number)}::bigint[], ${best.map((row) => row.text_id)}::text[]
    ) as wanted (ticket, text_id)`.execute(db)
  return rows.filter(({ text }) => text !== null)
}

/** So many different words are looked at on one page; a page has them only where long texts were found. */
const mostTokens = 6_000

/** Which words of the texts the index takes for one of the words asked for: the database stems, so it alone can say. */
async function tokensThatMatch(db: Kysely<Tables>, words: string, candidates: readonly Cut[]) {
  const normal = normaliser(candidates)
  const byConfiguration = new Map<string, Set<string>>()
  for (const { versions } of candidates)
    for (const { language, words: written } of versions) {
      const configuration = configurationOf(language)
      const tokens = byConfiguration.get(configuration) ?? new Set<string>()
      byConfiguration.set(configuration, tokens)
      for (const { word } of [...written.alone, ...written.joined])
        if (tokens.size < mostTokens) tokens.add(normal(word))
    }
  const any = sql.join(
    normalise(words)
      .split(/\s+/)
      .filter((word) => word !== '')
      .flatMap(formsOf)
      .flatMap((word) => allConfigurations.map((name) => sql`plainto_tsquery(${name}::regconfig, ${word})`)),
    sql` || `,
  )
  const matching = new Map<string, Set<string>>()
  for (const [configuration, tokens] of byConfiguration) {
    const { rows } = await sql<{ token: string }>`
      select token
      from unnest(${[...tokens]}::text[], ${[...tokens].map(withoutAccents)}::text[]) as asked (token, bare)
      where to_tsvector(${configuration}::regconfig, token) @@ (${any})
        or (bare <> token and to_tsvector(${configuration}::regconfig, bare) @@ (${any}))`.execute(db)
    matching.set(configuration, new Set(rows.map(({ token }) => token)))
  }
  return (language: string) => {
    const tokens = matching.get(configurationOf(language)) ?? new Set<string>()
    return (token: string) => tokens.has(normal(token))
  }
}

/** Texts say the same words again and again: each is brought into its form once. */
function normaliser(candidates: readonly Cut[]): (word: string) => string {
  const texts = candidates.flatMap(({ versions }) => versions.map((version) => version.words))
  const words = [...new Set(texts.flatMap(({ alone, joined }) => [...alone, ...joined].map(({ word }) => word)))]
  const normal = normaliseWords(words)
  const known = new Map(words.map((word, index) => [word, normal[index]!.trim()]))
  return (word) => known.get(word) ?? ''
}
