/** Longer texts are cut for searching (never for reading): a tsvector has a limit of its own. */
const longest = 100_000

/**
 * One form for letters that people write in several: Arabic without diacritics and tatweel, one alef, ya and ta marbuta, full
 * width as half width, any digits as 0–9. Han and kana, which have no spaces, become overlapping pairs.
 */
export const normalise = (text: string): string => formOf(text.slice(0, longest))

/** The same for many words at once, none of which has a line break; word for word it takes three times as long. */
export const normaliseWords = (words: readonly string[]): string[] => formOf(words.join('\n')).split('\n')

/**
 * A normalised question as others would write it: مسؤول is مسئول in Egypt, شؤون is شئون. Asked for in each way, since each text
 * was indexed as it was written.
 */
export const spellingsOf = (normal: string): string[] =>
  hamzaOnASeat.test(normal)
    ? [...new Set([normal, ...['ؤ', 'ئ'].map((seat) => normal.replace(/[ؤئ]/g, seat))])]
    : [normal]

const hamzaOnASeat = /[ؤئ]/

function formOf(text: string): string {
  return pairs(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g, '')
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/ى/g, 'ي')
      .replace(/ة/g, 'ه')
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)),
  )
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu

function pairs(text: string): string {
  return text.replace(unspaced, (run) => {
    const signs = [...run]
    if (signs.length < 2) return ` ${run} `
    return ` ${signs
      .slice(1)
      .map((sign, index) => signs[index]! + sign)
      .join(' ')} `
  })
}
