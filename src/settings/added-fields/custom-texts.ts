import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { rewritten } from '../../fields/multilingual-text/rewritten.ts'
import type { AddedField } from './added-field.ts'
import type { Custom } from './read-custom.ts'

type By = { by?: string; at: string }

/** Texts in other words keep their translations, as every other text of a ticket does; and it is known whose words they are. */
export const withTextsRewritten = (fields: readonly AddedField[], before: Custom, now: Custom, by: By): Custom => {
  const texts = new Set(fields.flatMap(({ key, type }) => (type === 'multilingual-text' ? [key] : [])))
  return Object.fromEntries(
    Object.entries(now).map(([key, value]) => [
      key,
      texts.has(key) ? said(before[key] as MultilingualText | undefined, value as MultilingualText, by) : value,
    ]),
  )
}

function said(before: MultilingualText | undefined, now: MultilingualText, by: By): MultilingualText {
  if (before?.source === now.source) return rewritten(before, now, by)
  const { source, texts } = now
  return { source, texts: { ...texts, [source]: { ...texts[source]!, ...by } } }
}
