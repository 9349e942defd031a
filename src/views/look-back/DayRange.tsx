import { useState } from 'react'
import { dayIn, daysLater } from '../../statistics/day.ts'
import { Popover } from '../../web/ui/index.ts'
import type { Anchor } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import styles from './LookBack.module.css'

export type Days = { readonly from: string; readonly to: string }
type Props = {
  readonly days: Days
  readonly onDays: (days: Days) => void
  /** What it means that no day is chosen. */
  readonly none: string
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly anchor: (anchor: Anchor) => React.ReactNode
}

/** Days from a short list, or one's own from and to. Either may be left open. */
export const DayRange = ({ days, onDays, none, label, align = 'start', anchor }: Props) => {
  const { t } = useWords()
  const { me } = useSession()
  const [open, setOpen] = useState(false)
  const choose = (chosen: Days) => {
    setOpen(false)
    onDays(chosen)
  }
  return (
    <Popover open={open} onOpen={setOpen} label={label} align={align} anchor={anchor}>
      <div className={styles['choices']}>
        {presetsOf(dayIn(me.timeZone, new Date())).map(({ key, ...preset }) => (
          <button
            key={key}
            type="button"
            className={styles['choice']}
            aria-pressed={preset.from === days.from && preset.to === days.to}
            onClick={() => choose(preset)}
          >
            {key === 'none' ? none : t(`lookBack:range.${key}`)}
          </button>
        ))}
      </div>
      <div className={styles['ownDays']}>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {t(`lookBack:range.${end}`)}
            <input
              type="date"
              value={days[end].slice(0, 10)}
              min={end === 'to' ? days.from.slice(0, 10) : undefined}
              max={end === 'from' ? days.to.slice(0, 10) : undefined}
              onChange={(event) => onDays({ ...days, [end]: event.target.value })}
            />
          </label>
        ))}
      </div>
    </Popover>
  )
}

const presetsOf = (today: string) => {
  const year = Number(today.slice(0, 4))
  return [
    { key: 'none', from: '', to: '' },
    { key: 'week', from: daysLater(today, -6), to: '' },
    { key: 'month', from: daysLater(today, -29), to: '' },
    { key: 'quarter', from: daysLater(today, -89), to: '' },
    { key: 'year', from: `${year}-01-01`, to: '' },
    { key: 'yearBefore', from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ] as const
}
