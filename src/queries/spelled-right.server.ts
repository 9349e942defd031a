import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { nearest } from './nearest.ts'
import { wordsOfText } from './words-of-text.ts'

/** Beyond so many words it is no search any more. */
const mostWords = 6

/**
 * The question with its misspelt words set right, where some text has words that are near enough; undefined where there is
 * nothing to set right. Whether the reader may see what has them is for whoever asks with it.
 */
export async function spelledRight(db: Kysely<Tables>, question: string): Promise<string | undefined> {
  const words = wordsOfText(question)
  if (words.length === 0 || words.length > mostWords) return undefined
  const known = await knownAmong(db, words)
  const strange = words.filter((word) => !known.has(word))
  if (strange.length === 0) return undefined
  const right = await Promise.all(strange.map(async (word) => [word, await nearestTo(db, word)] as const))
  const instead = new Map(right.filter((pair): pair is [string, string] => pair[1] !== undefined))
  return instead.size === 0 ? undefined : words.map((word) => instead.get(word) ?? word).join(' ')
}

async function knownAmong(db: Kysely<Tables>, words: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('search_word').select('word').where('word', 'in', words).execute()
  return new Set(rows.map(({ word }) => word))
}

/** Two letters that changed places spoil four of the groups of a word, so the usual likeness of 0.3 would miss short ones. */
const likeness = '0.2'

async function nearestTo(db: Kysely<Tables>, word: string): Promise<string | undefined> {
  return db.transaction().execute(async (asking) => {
    await sql`select set_config('pg_trgm.similarity_threshold', ${likeness}, true)`.execute(asking)
    const { rows } = await sql<{ word: string }>`
      select word
      from search_word
      where word % ${word} and length(word) between ${word.length - 2}::int and ${word.length + 2}::int
      order by similarity(word, ${word}) desc, word
      limit 40`.execute(asking)
    return nearest(
      word,
      rows.map((row) => row.word),
    )
  })
}
