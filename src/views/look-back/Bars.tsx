import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Link } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { niceScale } from './nice-scale.ts'
import styles from './Bars.module.css'

export type Bar = {
  readonly key: string
  /** Below it, where there is room. */
  readonly short: string
  readonly name: string
  readonly closed: number
  readonly opened: number
  readonly href: string
}
type Props = { readonly label: string; readonly bars: readonly Bar[]; readonly height?: number }

/** Closed as bars, opened as a line across them. Each bar leads to its tickets; the page's direction is the graph's. */
export const Bars = ({ label, bars, height = 280 }: Props) => {
  const { t, format } = useWords()
  const hint = useId()
  const [shown, show] = useState<number>()
  const [stop, setStop] = useState(bars.length - 1)
  const lines = niceScale(Math.max(...bars.flatMap(({ closed, opened }) => [closed, opened])))
  const top = lines.at(-1) ?? 1
  const few = bars.length <= 14
  const every = few ? 1 : Math.ceil(bars.length / 8)
  const pointed = shown === undefined ? undefined : bars[shown]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const to = steppedTo(event.key, Math.min(stop, bars.length - 1), bars.length, t.dir)
    if (to === undefined) return
    event.preventDefault()
    setStop(to)
    event.currentTarget.querySelectorAll('a')[to]?.focus()
  }
  return (
    <figure className={styles['graph']} aria-label={label} onPointerLeave={() => show(undefined)}>
      <div className={styles['scale']} style={{ blockSize: height }} aria-hidden>
        {lines.map((line) => (
          <span key={line} style={{ insetBlockEnd: `${(line / top) * 100}%` }}>
            {format.number(line)}
          </span>
        ))}
      </div>
      <div className={styles['field']} style={{ blockSize: height }}>
        {lines.map((line) => (
          <i key={line} className={styles['grid']} style={{ insetBlockEnd: `${(line / top) * 100}%` }} />
        ))}
        <ul className={styles['bars']} aria-describedby={hint} onKeyDown={onKeyDown}>
          {bars.map((bar, index) => (
            <li key={bar.key}>
              <Link
                href={bar.href}
                className={styles['bar']}
                tabIndex={index === Math.min(stop, bars.length - 1) ? 0 : -1}
                aria-label={t('lookBack:graph.point', { when: bar.name, closed: bar.closed, opened: bar.opened })}
                onPointerEnter={() => show(index)}
                onFocus={() => {
                  setStop(index)
                  show(index)
                }}
                onBlur={() => show(undefined)}
              >
                <i style={{ blockSize: `${(bar.closed / top) * 100}%` }} />
              </Link>
            </li>
          ))}
        </ul>
        <svg className={styles['line']} viewBox={`0 0 ${bars.length} ${top}`} preserveAspectRatio="none" aria-hidden>
          <path d={lineOf(bars, top)} vectorEffect="non-scaling-stroke" />
        </svg>
        {pointed && shown !== undefined && (
          <div className={styles['told']} style={placeOf(shown, bars.length)} aria-hidden>
            <b>{pointed.name}</b>
            <span>{t('lookBack:graph.counts', { closed: pointed.closed, opened: pointed.opened })}</span>
          </div>
        )}
      </div>
      <div className={styles['days']} data-few={few || undefined} aria-hidden>
        {bars.map(
          ({ key, short }, index) =>
            index % every === 0 &&
            (index === 0 || bars.length - index >= every / 2) && (
              <span
                key={key}
                style={{
                  insetInlineStart: `${(index / bars.length) * 100}%`,
                  ...(few && { inlineSize: `${100 / bars.length}%` }),
                }}
              >
                {short}
              </span>
            ),
        )}
      </div>
      <p id={hint} className={styles['spoken']}>
        {t('lookBack:graph.keys')}
      </p>
    </figure>
  )
}

const lineOf = (bars: readonly Bar[], top: number): string =>
  bars.map(({ opened }, index) => `${index ? 'L' : 'M'}${index + 0.5} ${top - opened}`).join('')

/** Beside its bar, on the side where there is more room. */
const placeOf = (index: number, count: number) => {
  const share = (index + 0.5) / count
  return share < 0.5
    ? { insetInlineStart: `calc(${share * 100}% + 14px)` }
    : { insetInlineEnd: `calc(${(1 - share) * 100}% + 14px)` }
}

/** Where an arrow leads: onwards is to the left in a page that runs to the left. */
const steppedTo = (key: string, at: number, count: number, dir: 'ltr' | 'rtl'): number | undefined => {
  const onwards = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  return Math.min(Math.max(at + (key === onwards ? 1 : -1), 0), count - 1)
}
