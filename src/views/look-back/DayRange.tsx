import { useState } from 'react'
import type { ReactNode } from 'react'
import { dayIn, daysLater } from '../../statistics/day.ts'
import { Popover } from '../../web/ui/index.ts'
import type { Anchor } from '../../web/ui/index.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { useNow } from '../staff/now.tsx'
import { OwnDay } from './OwnDay.tsx'
import { passesOther, withEnd } from './with-end.ts'
import type { Days } from './with-end.ts'
import styles from './LookBack.module.css'

type Props = {
  readonly days: Days
  readonly onDays: (days: Days) => void
  /** What it means that no day is chosen. */
  readonly none: string
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly anchor: (anchor: Anchor) => ReactNode
  readonly startsOpen?: boolean
  readonly onOpen?: (open: boolean) => void
}

/** Days of the organisation's calendar, from a short list or one's own from and to. Either may be left open. */
export const DayRange = ({ days, onDays, none, label, align = 'start', anchor, startsOpen = false, onOpen }: Props) => {
  const { t } = useWords()
  const { me, settings } = useSession()
  const now = useNow()
  const [open, put] = useState(startsOpen)
  const setOpen = (to: boolean) => {
    put(to)
    onOpen?.(to)
  }
  const choose = (chosen: Days) => {
    setOpen(false)
    onDays(chosen)
  }
  return (
    <Popover open={open} onOpen={setOpen} label={label} align={align} anchor={anchor}>
      <div className={styles['choices']}>
        {presetsOf(t, none, dayIn(settings.timeZone ?? me.timeZone, new Date(now))).map(({ said, ...preset }) => (
          <button
            key={said}
            type="button"
            className={styles['choice']}
            aria-pressed={preset.from === days.from && preset.to === days.to}
            onClick={() => choose(preset)}
          >
            {said}
          </button>
        ))}
      </div>
      <div className={styles['ownDays']}>
        {(['from', 'to'] as const).map((end) => (
          <OwnDay
            key={end}
            label={t(`lookBack:range.${end}`)}
            day={days[end].slice(0, 10)}
            onDay={(day) => onDays(withEnd(days, end, day))}
            passes={(day) => passesOther(days, end, day)}
          />
        ))}
      </div>
      {settings.timeZone && settings.timeZone !== me.timeZone && (
        <p className={styles['calendar']}>{t('lookBack:range.calendar', { timeZone: settings.timeZone })}</p>
      )}
    </Popover>
  )
}

const presetsOf = (t: Translate, none: string, today: string): (Days & { readonly said: string })[] => {
  const year = Number(today.slice(0, 4))
  return [
    { said: none, from: '', to: '' },
    ...[7, 30, 90].map((count) => ({
      said: t('lookBack:range.last', { count }),
      from: daysLater(today, 1 - count),
      to: '',
    })),
    { said: t('lookBack:range.year'), from: `${year}-01-01`, to: '' },
    { said: t('lookBack:range.yearBefore'), from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ]
}
