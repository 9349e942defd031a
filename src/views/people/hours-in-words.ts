import type { Group } from '../staff/groups-question.tsx'

type Hours = NonNullable<Group['workingHours']>

/**
 * When a group works, a line for days in a row that are alike: "Monday – Friday: 09:00 – 17:00". Days without hours are not
 * named. The times are the clock's on the wall of the group, in summer as in winter.
 */
export function hoursInWords(hours: Hours, locale: string): string[] {
  const runs: { days: number[]; times: string }[] = []
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const times = (hours[day] ?? []).map(([from, to]) => `${timeOf(from, locale)} – ${timeOf(to, locale)}`).join(', ')
    const last = runs.at(-1)
    if (last && last.times === times) last.days.push(day)
    else runs.push({ days: [day], times })
  }
  return runs.filter(({ times }) => times !== '').map(({ days, times }) => `${namesOf(days, locale)}: ${times}`)
}

// 5 January 2026 is a Monday
const dayOf = (day: number): number => Date.UTC(2026, 0, 4 + day)

const namesOf = (days: readonly number[], locale: string): string => {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return name.formatRange(dayOf(days[0]!), dayOf(days.at(-1)!))
}

/** 24:00 is the midnight at the day's end. */
const timeOf = (time: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`2026-01-05T${time === '24:00' ? '00:00' : time}:00Z`),
  )
