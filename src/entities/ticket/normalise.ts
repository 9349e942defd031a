/** Longer texts are cut for searching (never for reading): a tsvector has a limit of its own. */
const longest = 100_000

/**
 * One form for letters that people write in several: Arabic without diacritics and tatweel, one alef, ya, kaf and ta marbuta,
 * full width as half width, any digits as 0–9. Han and kana, which have no spaces, become overlapping pairs. Accents stay, since
 * stemmers go by them: see `withoutAccents`.
 */
export const normalise = (text: string): string => formOf(text.slice(0, longest))

/** The same for many words at once, none of which has a line break; word for word it takes three times as long. */
export const normaliseWords = (words: readonly string[]): string[] => formOf(words.join('\n')).split('\n')

/**
 * A normalised word as texts may have it, since each was indexed as it was written: with its accents or without; in Arabic مسؤول
 * is مسئول in Egypt, and the stemmer makes another word of it with the article than without (فاتوره, الفاتوره), and of what 'and'
 * joins (والفاتوره).
 */
export const formsOf = (word: string): string[] => {
  if (!arabic.test(word)) return [...new Set([word, withoutAccents(word)])]
  const bare = word.replace(article, '')
  const forms = [...bare].length < shortest ? [word] : [word, bare, `ال${bare}`, `وال${bare}`]
  return [...new Set(forms.flatMap((form) => [form, form.replace(seats, 'ؤ'), form.replace(seats, 'ئ')]))]
}

export const arabic = /\p{Script=Arabic}/u
const article = /^و?ال(?=.{3})/u
const seats = /[ؤئ]/g
/** Of a particle nothing is made. */
const shortest = 3

/** A normalised text as whoever has no accents on their keys types it: telecharger, facturacion, iade. */
export const withoutAccents = (normal: string): string =>
  normal.replace(accented, (letter) => ofTheirOwn[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))

/** The accented words of a normalised text, without their accents: they are indexed beside the text. */
export const wordsWithoutAccents = (normal: string): string => {
  // most texts have none: their words need not be taken apart
  if (withoutAccents(normal) === normal) return ''
  const words = new Set(normal.match(word))
  return [...words]
    .filter((each) => withoutAccents(each) !== each)
    .map(withoutAccents)
    .join(' ')
}

const accented = /[\u00DF-\u024F\u1E00-\u1EFF]|[\u0300-\u036F]/g
const word = /[\p{L}\p{N}\p{M}]+/gu
/** Letters that are no other letter with an accent, for Unicode. */
const ofTheirOwn: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

function formOf(text: string): string {
  return pairs(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g, '')
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/[ىی]/g, 'ي')
      .replace(/ک/g, 'ك')
      .replace(/ة/g, 'ه')
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)),
  )
}

/** What is written without spaces between words. */
export const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu

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
