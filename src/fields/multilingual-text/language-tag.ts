/** BCP 47 as far as people write texts in it: language, optional script, region and variants. Canonical case. */
export const tagShape = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{4,8})*$/

export const tagSchema = { type: 'string', maxLength: 35, pattern: tagShape.source }

/** Whether it is such a tag, in canonical case; `en-us` is none. */
export function isLanguageTag(input: unknown): input is string {
  return typeof input === 'string' && input.length <= 35 && tagShape.test(input)
}

/** 'ar-EG' → 'ar'. */
export const languageOnly = (tag: string): string => tag.split('-')[0] ?? tag

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** The writing direction of a language; 'auto' where the language is not determined. */
export function directionOf(tag: string): 'ltr' | 'rtl' | 'auto' {
  if (tag === 'und') return 'auto'
  if (/-(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm)\b/.test(tag)) return 'rtl'
  return rightToLeft.has(languageOnly(tag)) && !/-Latn\b/.test(tag) ? 'rtl' : 'ltr'
}
