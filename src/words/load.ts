// The words of one reader, in the browser: each language is fetched when somebody reads it, and staff's part of it only by
// staff (customers come rarely, often by phone, and should not wait for words that they never see).
import type { Translate } from './key.ts'
import { languageOf, languages } from './languages.ts'
import type { Catalogs } from './languages.ts'
import type { Reader } from './locale.ts'
import { speak } from './speak.ts'

export const loadWords = async (reader: Reader, isStaff: boolean): Promise<Translate> => {
  const language = languageOf(reader.language)
  const { forEveryone, forStaff } = languages[language]
  const parts = await Promise.all(isStaff ? [forEveryone(), forStaff()] : [forEveryone()])
  return speak(reader, { [language]: Object.assign({}, ...parts) as Catalogs })
}
