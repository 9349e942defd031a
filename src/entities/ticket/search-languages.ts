import { languageOnly } from '../../fields/multilingual-text/language-tag.ts'

const configurations: Record<string, string> = {
  ar: 'arabic',
  en: 'english',
  fr: 'french',
  de: 'german',
  es: 'spanish',
}

/** The full-text configuration of a language; `simple`, which stems nothing, for the others. */
export const configurationOf = (language: string): string => configurations[languageOnly(language)] ?? 'simple'

/** All under which words may stand: those of the languages that we stem, and `simple`. */
export const allConfigurations = [...Object.values(configurations), 'simple']
