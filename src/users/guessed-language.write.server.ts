import type { Kysely } from 'kysely'
import type { Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import { detectLanguage } from '../fields/multilingual-text/detect-language.server.ts'
import { languageOnly } from '../fields/multilingual-text/language-tag.ts'
import { isLanguage } from '../words/languages.ts'
import { hasPassword } from './mailed-links/kept-out.server.ts'

/** The language of ours that somebody writes in; null where it is none of ours. */
export function ownLanguageOf(text: string, otherwise: string): string | null {
  const written = detectLanguage(text, otherwise)
  return isLanguage(languageOnly(written)) ? written : null
}

/** Whoever never chose a language and never signed in is answered in the one of ours that they wrote last. */
export async function guessLanguage<Somebody extends Person>(
  db: Kysely<Tables>,
  person: Somebody,
  text: string,
): Promise<Somebody> {
  const language = tells(text) ? ownLanguageOf(text, person.language) : null
  if (language === null || language === person.language) return person
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ language, language_guessed: true })
    .where('id', '=', person.id)
    .where((row) => row.or([row('language', 'is', null), row('language_guessed', '=', true)]))
    .where((row) => row.not(hasPassword(row)))
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('outside_identity').select('subject').whereRef('outside_identity.user_id', '=', 'users.id'),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n ? { ...person, language } : person
}

/** 'OK' and 'merci' are written by people of every language. */
const tells = (text: string): boolean => (text.match(/\p{L}{2,}/gu) ?? []).length > 2
