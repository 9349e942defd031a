// Which way a text runs, and how a value of the other direction stands inside it without moving its neighbours.
import type { Dir } from './languages.ts'

const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'
const markOf: Record<Dir, string> = { ltr: '\u200E', rtl: '\u200F' }

const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const leftToRightLetter = /[\p{Script=Latin}\p{Script=Han}\p{Script=Cyrillic}\p{Script=Greek}]/u
const formatControl = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/u
const plainNumber = /^[\d٠-٩۰-۹]+(?:[.,٫٬][\d٠-٩۰-۹]+)*$/u
const digit = /[\d٠-٩۰-۹]/u

/**
 * A value of the text's own direction needs no isolation and gets none, so that "5 tickets" stays findable as it reads.
 * In a right-to-left text a digit counts as foreign (T-1042, 3–5), except where it stands as one plain number.
 */
const isForeign = (value: string, dir: Dir): boolean => {
  if (formatControl.test(value)) return true
  if (dir === 'ltr') return rightToLeftLetter.test(value)
  return leftToRightLetter.test(value) || (digit.test(value) && !plainNumber.test(value))
}

/** For running text. A stray closing isolate in what people wrote would end ours early: theirs are taken out. */
export const isolate = (value: string, dir: Dir): string =>
  isForeign(value, dir) ? firstStrongIsolate + value.replace(/[\u2066-\u2069]/gu, '') + popIsolate : value

/** For subjects: mail programs show isolates as boxes or drop them, but all honour a mark after the value. */
export const mark = (value: string, dir: Dir): string => (isForeign(value, dir) ? value + markOf[dir] : value)

/**
 * For one of several in a row. A sentence isolates the row as one value, which would run as its first letter does: the marks
 * hold it to the text's own direction.
 */
export const inARow = (value: string, dir: Dir): string =>
  isForeign(value, dir) ? markOf[dir] + isolate(value, dir) + markOf[dir] : value

const word = /[\p{L}\p{M}]+/gu

/**
 * Which way a paragraph runs within a text whose language is known; undefined: as the text does. An Arabic sentence that begins
 * with MF-20418, or has no letter at all, is one of the Arabic text; an English one that names a person in Arabic is English.
 */
export function dirWithin(paragraph: string, around: Dir): Dir | undefined {
  const words = paragraph.match(word) ?? []
  const toTheLeft = words.filter((one) => rightToLeftLetter.test(one)).length
  const own = around === 'rtl' ? toTheLeft : words.length - toTheLeft
  return own * 3 >= words.length ? undefined : around === 'rtl' ? 'ltr' : 'rtl'
}

const groupedNumber = /([+]?[(]?[\d٠-٩۰-۹]{1,12}[)]?(?:[ \u00A0-][(]?[\d٠-٩۰-۹]{1,12}[)]?){1,9})/u

/**
 * A text at its telephone numbers, days and whatever else has seven digits or more in groups: every second part is one. In an
 * Arabic sentence their groups change places (966 50 123 4567 is read from its end) unless they are set apart.
 */
export const atGroupedNumbers = (text: string): string[] =>
  text
    .split(groupedNumber)
    .reduce<string[]>(
      (parts, part, index) =>
        index % 2 && part.replace(/[^\d٠-٩۰-۹]/gu, '').length >= 7
          ? [...parts, part, '']
          : [...parts.slice(0, -1), (parts.at(-1) ?? '') + part],
      [''],
    )

const rtl = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}'
const ltr = '\\p{Script=Latin}\\p{Script=Han}\\p{Script=Cyrillic}\\p{Script=Greek}'
/** From a letter to the last letter or digit: signs at either edge, and digits before, stand where the whole text puts them. */
const ending = (own: string, other: string) =>
  new RegExp(`^(.*[${own}][^\\p{L}\\d]*\\s)([${other}][^${own}]*[${other}\\d])$`, 'u')
const endings = { rtl: ending(rtl, ltr), ltr: ending(ltr, rtl) }

/** A text in two: what comes before, and the words that run the other way with which it ends, where it ends with some. */
export const endingTheOtherWay = (text: string, dir: Dir | 'auto'): readonly [string, string?] => {
  const found = dir === 'auto' ? null : endings[dir].exec(text)
  return found ? [found[1] ?? '', found[2] ?? ''] : [text]
}
