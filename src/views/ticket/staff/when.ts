import { day } from '../../../fields/date-time/spans.ts'
import type { Format } from '../../../words/format.ts'
import type { Translate } from '../../../words/key.ts'

/** Today only the time, yesterday by its word, before that the date. */
export const when = (
  t: Translate,
  format: Pick<Format, 'date' | 'time' | 'dateTime'>,
  at: string,
  now: number,
): string => {
  const time = format.time(at)
  if (format.date(at) === format.date(now)) return time
  return format.date(at) === format.date(now - day) ? t('time:yesterdayAt', { time }) : format.dateTime(at)
}
