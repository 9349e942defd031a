import type { Translate } from '../words/key.ts'

const inSeconds = { minute: 60, hour: 3_600, day: 86_400 }

/** How long something took, in its two largest units: "under 1 m", "34 m", "6 h 40 m", "3 d 2 h". It stands on one line. */
export const duration = (t: Translate, seconds: number): string => inUnits(t, seconds).replaceAll(' ', '\u00a0')

function inUnits(t: Translate, seconds: number): string {
  const { minute, hour, day } = inSeconds
  if (seconds < minute) return t('time:underMinute')
  if (seconds < hour) return t('time:minutes', { minutes: Math.floor(seconds / minute) })
  const [hours, minutes] = [Math.floor((seconds % day) / hour), Math.floor((seconds % hour) / minute)]
  if (seconds < day) return minutes === 0 ? t('time:hours', { hours }) : t('time:hoursMinutes', { hours, minutes })
  const days = Math.floor(seconds / day)
  return hours === 0 ? t('statistics:duration.days', { days }) : t('statistics:duration.daysHours', { days, hours })
}
