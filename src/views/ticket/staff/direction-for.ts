import { directionOf } from '../../../fields/multilingual-text/language-tag.ts'
import { languageByScript } from '../../../fields/multilingual-text/script-language.ts'

/** Which way a text is written; the reader's own where nothing is yet. */
export const directionFor = (text: string, reader: string): 'ltr' | 'rtl' | 'auto' =>
  directionOf(languageByScript(text, reader) ?? reader)
