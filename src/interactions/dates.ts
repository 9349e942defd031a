import { day, hour } from '../fields/date-time/spans.ts'
import type { Settings } from '../settings/settings.ts'
import { gregorianFormat } from '../words/date-format.ts'

/** Whole days of 24 hours later, as the workflow counts them. */
export const daysAfter = (moment: Date | string, days: number): Date =>
  new Date(new Date(moment).getTime() + days * day)

/**
 * The day by which a customer hears from the desk: working days after the moment, in the organisation's zone. Which days are
 * free follows the organisation's language and region (Friday and Saturday in Egypt, Saturday and Sunday in Britain).
 */
export function answerBy(moment: Date, settings: Pick<Settings, 'answerWithinDays' | 'language' | 'timeZone'>): Date {
  const free = freeDays(settings.language)
  let by = moment
  for (let left = settings.answerWithinDays; left > 0;) {
    by = nextDay(by, settings.timeZone)
    if (!free.has(weekday(by, settings.timeZone))) left--
  }
  return by
}

/** On the calendar of that zone: the day on which clocks are set back or forward has an hour more or less. */
function nextDay(at: Date, timeZone: string): Date {
  const wanted = (weekday(at, timeZone) % 7) + 1
  const later = [24, 25, 23].map((hours) => new Date(at.getTime() + hours * hour))
  return later.find((each) => weekday(each, timeZone) === wanted) ?? later[0]!
}

type WeekInfo = { weekend: number[] }

function freeDays(language: string): ReadonlySet<number> {
  const locale = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?(): WeekInfo; weekInfo?: WeekInfo }
  return new Set((locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? [6, 7])
}

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** 1 Monday … 7 Sunday, as Intl counts. */
const weekday = (at: Date, timeZone: string): number =>
  names.indexOf(gregorianFormat('en', { weekday: 'short', timeZone }).format(at)) + 1
