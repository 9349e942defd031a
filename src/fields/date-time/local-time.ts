// Between an instant and what a clock on a wall shows, as an input of the browser writes it: 2026-03-01T09:30.

/** What the clock shows in a zone at an instant, to the minute. */
export function localTime(at: string | Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(at))
  const part = (type: string) => parts.find((each) => each.type === type)?.value.padStart(2, '0') ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** The instant at which the clock shows that; undefined where it is no time. A time that is skipped counts an hour before. */
export function instantOf(local: string, timeZone: string): string | undefined {
  const guess = Date.parse(`${local}:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(local) || Number.isNaN(guess)) return undefined
  const ahead = (at: number) => Date.parse(`${localTime(new Date(at), timeZone)}:00Z`) - at
  const first = guess - ahead(guess)
  return new Date(guess - ahead(first)).toISOString()
}

/** The instant at which a day, as 2026-03-01, begins in a zone: its first, where midnight comes twice or not at all. */
export function beginOfDay(day: string, timeZone: string): string | undefined {
  const midnight = instantOf(`${day}T00:00`, timeZone)
  if (midnight === undefined || localTime(midnight, timeZone) >= `${day}T`) return midnight
  return new Date(Date.parse(midnight) + 3_600_000).toISOString()
}
