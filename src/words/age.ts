// How long ago and how long since, in the reader's words.
import { day, hour, minute } from '../fields/date-time/spans.ts'
import type { Format, Instant } from './format.ts'
import type { Translate } from './key.ts'

/** "34 m", "2 h 34 m", "3 days": how old something is, where room is short. */
export const age = (t: Translate, milliseconds: number): string => {
  if (milliseconds < minute) return t('time:underMinute')
  if (milliseconds < hour) return t('time:minutes', { minutes: Math.floor(milliseconds / minute) })
  if (milliseconds >= day) return t('plurals:days', { count: Math.floor(milliseconds / day) })
  const hours = Math.floor(milliseconds / hour)
  const minutes = Math.floor((milliseconds % hour) / minute)
  return minutes === 0 ? t('time:hours', { hours }) : t('time:hoursMinutes', { hours, minutes })
}

/** "just now", "5 minutes ago", "3 days ago"; past a month the date itself, which says more. */
export const ago = (t: Translate, format: Format, at: Instant, now: Instant): string => {
  const passed = milliseconds(now) - milliseconds(at)
  if (passed < minute) return t('time:now')
  if (passed < hour) return t('time:minutesAgo', { count: Math.floor(passed / minute) })
  if (passed < day) return t('time:hoursAgo', { count: Math.floor(passed / hour) })
  if (passed < 30 * day) return t('time:daysAgo', { count: Math.floor(passed / day) })
  return t('time:on', { day: format.date(at) })
}

/** "since 09:12" today, "since Tuesday 3 June" before. */
export const since = (t: Translate, format: Format, at: Instant, now: Instant): string =>
  format.date(at) === format.date(now)
    ? t('time:since', { time: format.time(at) })
    : t('time:sinceDay', { day: format.day(at, now) })

const milliseconds = (at: Instant): number => new Date(at).getTime()
