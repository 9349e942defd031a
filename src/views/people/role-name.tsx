import { isLanguage, languageOf } from '../../words/languages.ts'
import type { Translate } from '../../words/key.ts'
import { builtInRoleKeys } from '../../permissions/roles.ts'
import type { Role } from './people-questions.tsx'

/** A built-in role is named by the words; one's own says its name in the languages it was given. */
export const roleName = (t: Translate, key: string, roles: readonly Role[] = []): string => {
  const builtIn = builtInRoleKeys.find((role) => role === key)
  if (builtIn) return t(`glossary:role.${builtIn}`)
  const name = roles.find((role) => role.key === key)?.name
  const language = isLanguage(languageOf(t.language)) ? languageOf(t.language) : 'en'
  return name?.texts[language]?.text ?? name?.texts[name.source]?.text ?? key
}

export const roleText = (t: Translate, key: string): string | undefined => t.maybe('people', `roleText.${key}`)
