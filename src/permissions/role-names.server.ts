import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { readText } from '../fields/multilingual-text/read-text.ts'
import { wordsFor } from '../words/words.ts'
import { builtInRoles, type BuiltInRole } from './roles.ts'

/** What roles are called in a language: the built-in ones by the words, the others as they were named. */
export async function roleNames(db: Kysely<Tables>, keys: readonly string[], language: string): Promise<string[]> {
  if (keys.length === 0) return []
  const words = wordsFor(language)
  const rows = await db.selectFrom('role').select(['key', 'name']).where('key', 'in', keys).orderBy('key').execute()
  return rows.map(({ key, name }) => {
    if (name) return readText(name, language).text
    return isBuiltIn(key) ? words(`glossary:role.${key}`) : key
  })
}

const isBuiltIn = (key: string): key is BuiltInRole => Object.hasOwn(builtInRoles, key)
