import { parseDigits } from '../words/digits.ts'

/** A ticket's number as the organisation shows it: T-1042, T-001042. Always 0–9: people copy and search it. */
export const shownNumber = (
  { numberPrefix, numberPadding = 0 }: { numberPrefix: string; numberPadding?: number },
  number: number,
): string => numberPrefix + String(number).padStart(numberPadding, '0')

/** T2 before 1042 is read as T and 21042: no digit that anybody types stands last before a number. */
export const endsInDigit = (prefix: string): boolean => /\p{N}$/u.test(plain(prefix))

/** 1042, T-1042, ١٠٤٢: what somebody types, or copies as it is shown, when they mean one ticket. */
export const ticketNumberIn = (typed: string, prefix: string): number | undefined => {
  const text = plain(typed).trim()
  const before = plain(prefix)
  const bare = text.startsWith(before) ? text.slice(before.length) : text
  const number = /^#?\d{1,15}$/u.test(bare) ? Number(bare.replace('#', '')) : NaN
  return number > 0 ? number : undefined
}

/** Copied from a subject it has signs of direction about it, which nobody sees. */
const plain = (text: string): string => parseDigits(text.normalize('NFKC').replace(/\p{Cf}/gu, '')).toLowerCase()
