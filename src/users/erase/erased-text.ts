import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { isLanguage, languageCodes, languageOf } from '../../words/languages.ts'
import { catalogsByLanguage } from '../../words/words.ts'

/** What stands where someone's words stood, for every reader in their language; its original is the organisation's. */
export function erasedText(organisationsLanguage: string): MultilingualText {
  const source = languageOf(organisationsLanguage)
  const texts = Object.fromEntries(
    languageCodes
      .filter((code) => isLanguage(code))
      .map((code) => [
        code,
        { text: catalogsByLanguage[code].glossary.erased, ...(code === source ? { rev: 1 } : { of: 1 }) },
      ]),
  )
  return { source, texts }
}
