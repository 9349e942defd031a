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
 * then any other form, those in their script before those in another; then their further languages), else the original.
 */
export function readText(value: Readable, ...languages: string[]): ReadText {
  for (const wanted of languages) {
    const language = nearest(value, wanted)
    if (language) return read(value, language)
  }
  return read(value, value.source)
}

function nearest(value: Readable, wanted: string): string | undefined {
  if (value.texts[wanted]) return wanted
  const base = languageOnly(wanted)
  const forms = [...shorter(wanted, base), value.source, base, ...Object.keys(value.texts)].filter(
    (tag) => value.texts[tag] && languageOnly(tag) === base,
  )
  // whoever reads one script may not read the other, though both are zh
  return forms.find((tag) => scriptOf(tag) === scriptOf(wanted)) ?? forms[0]
}

/** zh-Hant-TW: zh-Hant. The language alone is not among them: there the original comes first. */
function shorter(tag: string, base: string): string[] {
  const parts = tag.split('-')
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-')).filter((each) => each !== base)
}

/** As it is written there, where the tag does not say: zh-TW is Hant, sr is Cyrl. Of a tag that is none nobody knows. */
function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script
  } catch {
    return undefined
  }
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
