import type { Format } from '../../words/format.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { dayIn } from '../../statistics/day.ts'
import { DayRange } from '../look-back/DayRange.tsx'
import { shortDay, shortRange } from '../look-back/days.ts'
import { useSession } from '../session.tsx'
import type { Asked } from './asked.ts'
import type { Opening } from './adding.tsx'
import { chipFace } from './Chip.tsx'

type Props = {
  readonly of: 'closed' | 'opened'
  readonly asked: Asked
  readonly onChange: (changed: Asked) => void
  readonly opening: Opening
}

export const DaysChip = ({ of, asked, onChange, opening }: Props) => {
  const { t, format } = useWords()
  const { me, settings } = useSession()
  const timeZone = settings.timeZone ?? me.timeZone
  const from = dayOf(asked[`${of}From`], timeZone)
  const to = dayOf(asked[`${of}To`], timeZone, 1)
  const set = (days: { from: string; to: string }) => onChange({ [`${of}From`]: days.from, [`${of}To`]: days.to })
  const label = t(`closedTickets:${of}`)
  return (
    <DayRange
      {...opening}
      days={{ from, to }}
      onDays={set}
      none={t('lookBack:range.anyTime')}
      label={label}
      anchor={chipFace({
        label,
        value: said(t, format, from, to),
        onClear: from || to ? () => set({ from: '', to: '' }) : undefined,
      })}
    />
  )
}

/** The address may hold an instant, which stands for the day it lies in; at the end, for the day that it ends. */
const dayOf = (asked: string | undefined, timeZone: string, before = 0): string =>
  asked?.includes('T') ? dayIn(timeZone, new Date(Date.parse(asked) - before)) : (asked ?? '')

const said = (t: Translate, { locale }: Pick<Format, 'locale'>, from: string, to: string): string => {
  if (from && to) return from === to ? shortDay(locale, from) : shortRange(locale, from, to)
  if (from) return t('lookBack:range.since', { day: shortDay(locale, from) })
  if (to) return t('lookBack:range.until', { day: shortDay(locale, to) })
  return t('lookBack:range.anyTime')
}
