import { normalise, unspaced } from '../entities/ticket/normalise.ts'

const written = /[\p{L}\p{M}\p{N}]+/gu

/**
 * The words of a text in the form in which they are looked for. Numbers are found exactly or not at all, and writing without
 * spaces has no words to misspell.
 */
export function wordsOfText(text: string): string[] {
  const words = normalise(text).match(written) ?? []
  return [...new Set(words.filter(isLearnt))]
}

const isLearnt = (word: string): boolean =>
  word.length >= 3 && word.length <= 40 && /\p{L}/u.test(word) && !/\d/.test(word) && word.search(unspaced) < 0
