import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { FormError } from '../fields/form.ts'
import { languageOnly } from '../fields/multilingual-text/language-tag.ts'
import type { MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import { refuseFields } from '../server/errors/refusal.ts'
import { languageCodes } from '../words/languages.ts'
import { wordsFor } from '../words/words.ts'
import { bareName } from './bare-name.ts'
import { builtInRoleKeys } from './roles.ts'

/**
 * 422 where another role is called so in a language of the name: nobody could tell whom they give what. Capitals and spaces
 * make no other name. What a role was called before is not asked again.
 */
export async function refuseTakenName(
  db: Kysely<Tables>,
  key: string,
  name: MultilingualText,
  before?: Texts | null,
): Promise<void> {
  const rows = await db.selectFrom('role').select(['key', 'name']).where('name', 'is not', null).execute()
  const own = new Set(namesIn(before))
  const taken = new Set([
    ...languageCodes.flatMap((code) =>
      builtInRoleKeys.map((role) => nameIn(code, wordsFor(code)(`glossary:role.${role}`))),
    ),
    ...rows.filter((row) => row.key !== key).flatMap((row) => namesIn(row.name)),
  ])
  const errors = Object.entries(name.texts).flatMap(([language, { text }]): FormError[] => {
    const asked = nameIn(language, text)
    if (own.has(asked) || !taken.has(asked)) return []
    return [{ field: `name.texts.${language}`, code: 'sameName', name: text }]
  })
  if (errors.length > 0) refuseFields(...errors)
}

type Named = { key: string; name: Texts | null }

/** Which role is called so in any language, in lower case. What two of them are called in two languages names neither. */
export function rolesByName(roles: readonly Named[]): Map<string, string> {
  const builtIn = languageCodes.flatMap((code) =>
    builtInRoleKeys.map((role) => [bareName(wordsFor(code)(`glossary:role.${role}`)), role] as const),
  )
  const own = roles.flatMap(({ key, name }) =>
    Object.values(name?.texts ?? {}).map(({ text }) => [bareName(text), key] as const),
  )
  const named = new Map<string, string>()
  const unclear = new Set<string>()
  for (const [called, key] of [...builtIn, ...own]) {
    if (named.has(called) && named.get(called) !== key) unclear.add(called)
    named.set(called, key)
  }
  return new Map([...named].filter(([called]) => !unclear.has(called)))
}

type Texts = { texts: Readonly<Record<string, { text: string }>> }

const namesIn = (name: Texts | null | undefined): string[] =>
  Object.entries(name?.texts ?? {}).map(([language, { text }]) => nameIn(language, text))

const nameIn = (language: string, text: string): string => `${languageOnly(language)} ${bareName(text)}`
