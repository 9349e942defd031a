import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { matchesWords } from '../words-match.server.ts'

/** Tickets whose number or words are asked for. */
export async function hasWords(_db: Kysely<Tables>, words: string, actor: Person) {
  return (eb: ExpressionBuilder<Tables, 'ticket'>) => matchesWords(words, actor)(eb)
}
