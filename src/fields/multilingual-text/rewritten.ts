import { withTranslation, type MultilingualText } from './multilingual-text.ts'

/**
 * A text in other words. In the same language its translations stay, outdated unless they are said anew with it; in another it is
 * a new text.
 */
export function rewritten(
  before: MultilingualText,
  now: MultilingualText,
  by: { by?: string; at: string },
): MultilingualText {
  const { source } = now
  if (before.source !== source) return now
  const { [source]: original, ...translations } = now.texts
  const isSame = before.texts[source]?.text === original!.text
  let after = isSame ? before : withTranslation(before, source, original!.text, by)
  for (const [language, { text }] of Object.entries(translations)) after = withTranslation(after, language, text, by)
  return after
}
