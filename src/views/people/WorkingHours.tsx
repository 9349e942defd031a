import { useId } from 'react'
import { IconButton, Segmented } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useFormTouched } from '../form-touched.ts'
import { useSession } from '../session.tsx'
import type { Group } from '../staff/groups-question.tsx'
import styles from './WorkingHours.module.css'

type Hours = Group['workingHours']
type Span = readonly [from: string, to: string]
type Props = {
  readonly value: Hours
  readonly error: string | undefined
  /** By its number: of which day that is said. */
  readonly wrongDay: string | undefined
  readonly onValue: (hours: Hours) => void
}

const usual: Span = ['09:00', '17:00']
const usualWeek: NonNullable<Hours> = { 1: [usual], 2: [usual], 3: [usual], 4: [usual], 5: [usual], 6: [], 7: [] }
const mostSpans = 6

/** When a group works, by weekday. A day can have a pause: several spans, one after another. */
export const WorkingHours = ({ value, error, wrongDay, onValue: put }: Props) => {
  const { t, format } = useWords()
  const { firstDayOfWeek = 1 } = useSession().settings
  // as the organisation's week begins
  const days = [0, 1, 2, 3, 4, 5, 6].map((later) => String(((firstDayOfWeek - 1 + later) % 7) + 1))
  const touched = useFormTouched()
  const onValue = (hours: Hours) => {
    touched()
    put(hours)
  }
  const id = useId()
  // 5 January 2026 is a Monday
  const dayName = (day: string) =>
    new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2026, 0, 4 + Number(day)),
    )
  const set = (day: string, spans: readonly Span[]) => onValue({ ...value, [day]: spans })
  return (
    <div
      className={styles['hours']}
      role="group"
      aria-labelledby={id}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <span id={id} className={styles['legend']}>
        {t('people:group.hours')}
      </span>
      <Segmented
        label={t('people:group.hours')}
        value={value ? 'some' : 'always'}
        onChange={(kind) => onValue(kind === 'some' ? usualWeek : null)}
        options={[
          { value: 'always', label: t('people:group.always') },
          { value: 'some', label: t('people:group.someHours') },
        ]}
      />
      {value && (
        <ul className={styles['days']}>
          {days.map((day) => (
            <Day key={day} name={dayName(day)} spans={value[day] ?? []} onSpans={(spans) => set(day, spans)} />
          ))}
        </ul>
      )}
      {value && <p className="dim">{t('people:group.hoursHint')}</p>}
      {error && (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {wrongDay && `${dayName(wrongDay)}: `}
          {error}
        </p>
      )}
    </div>
  )
}

type DayProps = {
  readonly name: string
  readonly spans: readonly Span[]
  readonly onSpans: (spans: readonly Span[]) => void
}

const Day = ({ name, spans, onSpans }: DayProps) => {
  const { t } = useWords()
  const put = (at: number, span: Span) => onSpans(spans.map((one, index) => (index === at ? span : one)))
  return (
    <li className={styles['day']}>
      <label className={styles['name']}>
        <input
          type="checkbox"
          checked={spans.length > 0}
          aria-label={t('people:group.worksOn', { day: name })}
          onChange={({ target }) => onSpans(target.checked ? [usual] : [])}
        />
        {name}
      </label>
      <div className={styles['spans']}>
        {spans.length === 0 && <span className="dim">{t('people:group.free')}</span>}
        {spans.map(([from, to], at) => (
          <span key={at} className={styles['span']}>
            <Time label={`${name}, ${t('people:group.from')}`} value={from} onValue={(time) => put(at, [time, to])} />
            <span aria-hidden>–</span>
            <Time
              label={`${name}, ${t('people:group.to')}`}
              // midnight at the day's end
              value={to === '24:00' ? '00:00' : to}
              onValue={(time) => put(at, [from, time === '00:00' ? '24:00' : time])}
            />
            {at > 0 && (
              <IconButton
                icon="close"
                label={t('people:group.removeSpan', { day: name })}
                onClick={() => onSpans(spans.filter((_, index) => index !== at))}
              />
            )}
          </span>
        ))}
      </div>
      {spans.length > 0 && spans.length < mostSpans && (
        <IconButton
          icon="plus"
          label={t('people:group.addSpan', { day: name })}
          onClick={() => onSpans(withOneMore(spans))}
        />
      )}
    </li>
  )
}

type TimeProps = { readonly label: string; readonly value: string; readonly onValue: (time: string) => void }

const Time = ({ label, value, onValue }: TimeProps) => (
  <input
    type="time"
    className={styles['time']}
    dir="ltr"
    aria-label={label}
    value={value}
    required
    onChange={({ target }) => target.value && onValue(target.value.slice(0, 5))}
  />
)

/** After the last one: an hour's pause, then as long as there is. */
const withOneMore = (spans: readonly Span[]): readonly Span[] => {
  const last = spans.at(-1)?.[1] ?? '12:00'
  const hour = Math.min(Number(last.slice(0, 2)) + 1, 23)
  const from = `${String(hour).padStart(2, '0')}:00`
  return [...spans, [from, hour >= 20 ? '24:00' : `${String(hour + 3).padStart(2, '0')}:00`]]
}
