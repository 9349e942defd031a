/**
 * An invitation that says nothing but its calendar entry, as a person reads it: what, when, where, and what is said about it.
 * Times stand as they were written, with their zone.
 */
export function calendarText(calendar: string): string {
  const lines = calendar.replace(/\r?\n[ \t]/gu, '').split(/\r?\n/u)
  const from = lines.findIndex((line) => /^BEGIN:VEVENT$/iu.test(line.trim()))
  if (from < 0) return ''
  const event = lines.slice(from)
  const valueOf = (name: string) => {
    const line = event.find((each) => new RegExp(`^${name}[;:]`, 'iu').test(each))
    if (line === undefined) return undefined
    const colon = line.indexOf(':')
    return { parameters: line.slice(0, colon), value: line.slice(colon + 1) }
  }
  const times = [valueOf('DTSTART'), valueOf('DTEND')].flatMap((time) => (time ? [momentOf(time)] : []))
  const said = ['SUMMARY', 'LOCATION', 'DESCRIPTION'].map((name) => unescaped(valueOf(name)?.value ?? ''))
  return [said[0], times.join(' – '), said[1], said[2]].filter((line) => line).join('\n')
}

function momentOf({ parameters, value }: { parameters: string; value: string }): string {
  const [, year, month, day, hour, minute, utc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?/u.exec(value) ?? []
  if (!year) return value.slice(0, 40)
  const zone = utc ? 'UTC' : (/;TZID="?([^";:]{1,60})/iu.exec(parameters)?.[1] ?? '')
  return [`${year}-${month}-${day}`, hour && `${hour}:${minute}`, hour && zone].filter((part) => part).join(' ')
}

const unescaped = (value: string): string =>
  value
    .replace(/\\n/giu, '\n')
    .replace(/\\([,;\\])/gu, '$1')
    .trim()
    .slice(0, 20_000)
