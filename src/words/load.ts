// The words of one reader, in the browser: each language is fetched when somebody reads it, and staff's part of it only by
// staff (customers come rarely, often by phone, and should not wait for words that they never see).
import type { Translate } from './key.ts'
import { languageOf, languages } from './languages.ts'
import type { Catalogs, Language, Part } from './languages.ts'
import type { Reader } from './locale.ts'
import { speak } from './speak.ts'

/** What the pages of this visit have asked for: a change of language fetches it again. */
const wanted = new Set<Part>()
/** What the present reader's `t` reads from; what is fetched later is put into it. */
let present: { readonly language: Language; readonly catalog: Record<string, unknown> } | undefined

export const loadWords = async (reader: Reader, isStaff: boolean): Promise<Translate> => {
  const language = languageOf(reader.language)
  const { forEveryone, forStaff, parts } = languages[language]
  const fetched = await Promise.all([
    forEveryone(),
    ...(isStaff ? [forStaff()] : []),
    ...[...wanted].map((part) => parts[part]()),
  ])
  present = { language, catalog: Object.assign({}, ...fetched) as Record<string, unknown> }
  return speak(reader, { [language]: present.catalog as Catalogs })
}

/** Before a page is shown whose words few readers need. */
export const needWords = async (part: Part): Promise<void> => {
  if (wanted.has(part)) return
  wanted.add(part)
  const into = present
  if (into) Object.assign(into.catalog, await languages[into.language].parts[part]())
}
