import { hour } from '../../fields/date-time/spans.ts'

const opens = 5 // 08:00 in Riyadh
const shuts = 15 // 18:00

/** The moment itself when the office is open, else when it next opens (Sunday to Thursday), some minutes in. */
export function inOfficeHours(at: number, minutes: number): number {
  const moment = new Date(at)
  const isOpen = moment.getUTCHours() >= opens && moment.getUTCHours() < shuts && isWorkday(moment)
  if (isOpen) return at
  const next = new Date(at)
  if (moment.getUTCHours() >= opens) next.setUTCDate(next.getUTCDate() + 1)
  next.setUTCHours(opens, 0, 0, 0)
  while (!isWorkday(next)) next.setUTCDate(next.getUTCDate() + 1)
  return next.getTime() + minutes * 60_000
}

const isWorkday = (moment: Date): boolean => moment.getUTCDay() <= 4

/** When somebody asks: by day, seldom at the weekend. */
export function whenAsked(day: number, chance: { next(): number }): number {
  const moment = new Date(day)
  if (!isWorkday(moment) && chance.next() < 0.7) moment.setUTCDate(moment.getUTCDate() + 2)
  moment.setUTCHours(0, 0, 0, 0)
  return moment.getTime() + (4 + 13 * ((chance.next() + chance.next()) / 2)) * hour
}
