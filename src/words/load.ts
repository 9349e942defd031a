// The words of one reader, in the browser: each language is a chunk of its own, fetched when somebody reads it.
import type { Translate } from './key.ts'
import { languageOf, languages } from './languages.ts'
import type { Reader } from './locale.ts'
import { speak } from './speak.ts'

export const loadWords = async (reader: Reader): Promise<Translate> => {
  const language = languageOf(reader.language)
  return speak(reader, { [language]: await languages[language].catalogs() })
}
