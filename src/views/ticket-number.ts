import { parseDigits } from '../words/digits.ts'

/** 1042, T-1042, ١٠٤٢: what somebody types when they mean one ticket. */
export const ticketNumberIn = (typed: string, prefix: string): number | undefined => {
  const digits = parseDigits(typed.trim())
  const bare = digits.toLowerCase().startsWith(prefix.toLowerCase()) ? digits.slice(prefix.length) : digits
  const number = /^#?\d{1,12}$/u.test(bare) ? Number(bare.replace('#', '')) : NaN
  return number > 0 ? number : undefined
}
