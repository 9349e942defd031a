// The words of any reader, on the server: every language is loaded once, at import. In the browser use load.ts, which
// fetches one language; a page that imports this file ships them all.
import type { Translate } from './key.ts'
import { entriesOfLanguages } from './languages.ts'
import type { Catalogs, Language } from './languages.ts'
import { formatLocale } from './locale.ts'
import type { Reader } from './locale.ts'
import { speak } from './speak.ts'

const loaded = await Promise.all(
  entriesOfLanguages().map(async ([code, { catalogs }]) => [code, await catalogs()] as const),
)

export const catalogsByLanguage = Object.fromEntries(loaded) as Record<Language, Catalogs>

const spoken = new Map<string, Translate>()
/** Tags come from outside; whoever sends every region there is must not fill the memory. */
const mostSpoken = 100

/** `wordsFor('ar')`, or `wordsFor({ language: 'ar-EG', digits: 'latn' })` where numbers stand in the text. */
export const wordsFor = (reader: Reader | string): Translate => {
  const wanted = typeof reader === 'string' ? { language: reader } : reader
  const key = formatLocale(wanted)
  const known = spoken.get(key)
  if (known) return known
  const made = speak(wanted, catalogsByLanguage)
  if (spoken.size >= mostSpoken) spoken.clear()
  spoken.set(key, made)
  return made
}
