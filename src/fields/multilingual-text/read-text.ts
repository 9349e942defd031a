import { directionOf, languageOnly } from './language-tag.ts'
import type { PresentedText } from './multilingual-text.ts'

/** What a reader gets to see of a text: the words, their language and direction, and whether it is the original. */
export type ReadText = {
  text: string
  language: string
  dir: 'ltr' | 'rtl' | 'auto'
  isOriginal: boolean
  outdated: boolean
}

type Readable = Pick<PresentedText, 'source'> & { texts: Record<string, { text: string; outdated?: boolean }> }

/**
 * The reader's own language where there is one, else the nearest (the original where it is in another region's form of it,
 * then any other form, then their further languages), else the original.
 */
export function readText(value: Readable, ...languages: string[]): ReadText {
  for (const wanted of languages) {
    const language = nearest(value, wanted)
    if (language) return read(value, language)
  }
  return read(value, value.source)
}

function nearest(value: Readable, wanted: string): string | undefined {
  const base = languageOnly(wanted)
  // zh-Hant-TW, then zh-Hant: whoever reads one script may not read the other, though both are zh
  for (let tag = wanted; tag.length > base.length; tag = tag.slice(0, tag.lastIndexOf('-')))
    if (value.texts[tag]) return tag
  if (languageOnly(value.source) === base && !value.texts[wanted]) return value.source
  return value.texts[base] ? base : Object.keys(value.texts).find((language) => languageOnly(language) === base)
}

function read(value: Readable, language: string): ReadText {
  const version = value.texts[language]
  return {
    text: version?.text ?? '',
    language,
    dir: directionOf(language),
    isOriginal: language === value.source,
    outdated: version?.outdated ?? false,
  }
}
