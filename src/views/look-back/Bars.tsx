import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Link } from '../../web/ui/index.ts'
import { useWidth } from '../../web/ui/useWidth.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { axisLabels } from '../../statistics/axis-labels.ts'
import type { Grain } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { isDense } from '../../statistics/dense.ts'
import { niceScale } from './nice-scale.ts'
import { Stack, StackTold, type StackPart } from './Stack.tsx'
import styles from './Bars.module.css'

export type Bar = {
  /** The day on which it begins. */
  readonly starts: string
  readonly name: string
  readonly closed: number
  /** What it is compared with; null: there was nothing to measure. */
  readonly line: number | null
  readonly href: string
  /** Who closed how many of them, from the bottom up; the bar is then one upon the other. */
  readonly parts?: readonly StackPart[] | undefined
}
/** The line across the bars: on their scale, or, where it is no count, between its own least and most. */
export type BarsLine = {
  readonly name: string
  readonly say: (value: number) => string
  readonly ownScale?: boolean
  /** What is drawn in place of the values themselves. */
  readonly drawn?: readonly (number | null)[] | undefined
}
type Props = {
  readonly label: string
  readonly by: Grain
  readonly bars: readonly Bar[]
  readonly line: BarsLine
  readonly height?: number
}

/** Closed as bars, one line across them. Each bar leads to its tickets; the page's direction is the graph's. */
export const Bars = ({ label, by, bars, line, height = 280 }: Props) => {
  const { t, format } = useWords()
  const hint = useId()
  const [shown, show] = useState<number>()
  const [part, showPart] = useState<string>()
  const stacked = bars.some(({ parts }) => parts !== undefined)
  const [stop, setStop] = useState(bars.length - 1)
  const drawn = line.drawn ?? bars.map((bar) => bar.line)
  const onScale = [...bars.map((bar) => bar.closed), ...(line.ownScale ? [] : drawn.map((value) => value ?? 0))]
  const lines = niceScale(Math.max(...onScale))
  const top = lines.at(-1) ?? 1
  const most = line.ownScale ? Math.max(1, ...bars.map((bar) => bar.line ?? 0)) * 1.1 : top
  const { ref, width } = useWidth<HTMLDivElement>(640)
  const room = Math.max(2, Math.floor(width / 64))
  const few = bars.length <= Math.min(room, 14)
  const starts = bars.map((bar) => bar.starts)
  const labels = axisLabels(t.locale, by, starts, few ? bars.length : Math.min(room, 8))
  const dense = isDense(bars.length)
  const dots = dense && line.ownScale === true
  const pointed = shown === undefined ? undefined : bars[shown]
  const told = (bar: Bar) =>
    t('lookBack:graph.compared', {
      closed: bar.closed,
      name: line.name,
      value: bar.line === null ? '–' : line.say(bar.line),
    })
  const point = (index: number, key?: string, focused = false) => {
    if (focused) setStop(index)
    showPart(key)
    show(index)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const upwards = stepUp(event.key, event.target as HTMLElement)
    const to = steppedTo(event.key, Math.min(stop, bars.length - 1), bars.length, t.dir)
    const next = upwards ?? (to === undefined ? undefined : event.currentTarget.children[to]?.querySelector('a'))
    if (!next) return
    event.preventDefault()
    if (to !== undefined) setStop(to)
    next.focus()
  }
  return (
    <figure
      className={styles['graph']}
      data-stacked={stacked || undefined}
      data-dense={dense || undefined}
      aria-label={label}
      onPointerLeave={() => show(undefined)}
    >
      <div className={styles['scale']} style={{ blockSize: height }} aria-hidden>
        {lines.map((each) => (
          <span key={each} style={{ insetBlockEnd: `${(each / top) * 100}%` }}>
            {format.number(each)}
          </span>
        ))}
      </div>
      <div ref={ref} className={styles['field']} style={{ blockSize: height }}>
        {lines.map((each) => (
          <i key={each} className={styles['grid']} style={{ insetBlockEnd: `${(each / top) * 100}%` }} />
        ))}
        <ul className={styles['bars']} aria-describedby={hint} onKeyDown={onKeyDown}>
          {bars.map((bar, index) => (
            <li key={bar.starts}>
              <Link
                href={bar.href}
                className={styles['bar']}
                tabIndex={index === Math.min(stop, bars.length - 1) ? 0 : -1}
                aria-label={t('lookBack:graph.point', { when: bar.name, told: told(bar) })}
                onPointerEnter={() => point(index)}
                onFocus={() => point(index, undefined, true)}
                onBlur={() => show(undefined)}
              >
                {!bar.parts && <i style={{ blockSize: `${(bar.closed / top) * 100}%` }} />}
              </Link>
              {bar.parts && (
                <Stack
                  when={bar.name}
                  parts={bar.parts}
                  share={bar.closed / top}
                  onPoint={(key, focused) => point(index, key, focused)}
                  onLeave={() => show(undefined)}
                />
              )}
            </li>
          ))}
        </ul>
        <svg
          className={styles['line']}
          data-dots={dots || undefined}
          viewBox={`0 0 ${bars.length} ${most}`}
          preserveAspectRatio="none"
          aria-hidden
        >
          <path d={pathOf(drawn, most, dots)} vectorEffect="non-scaling-stroke" />
        </svg>
        {pointed && shown !== undefined && (
          <div className={styles['told']} style={placeOf(shown, bars.length)} aria-hidden>
            <b>{pointed.name}</b>
            <span>{told(pointed)}</span>
            {pointed.parts && <StackTold parts={pointed.parts} chosen={part} />}
          </div>
        )}
      </div>
      <div
        className={styles['days']}
        data-few={few || undefined}
        data-years={labels.some(({ year }) => year) || undefined}
        aria-hidden
      >
        {labels.map(({ index, short, year }) => (
          <span
            key={starts[index]}
            style={{
              insetInlineStart: `${(index / bars.length) * 100}%`,
              ...(few && { inlineSize: `${100 / bars.length}%` }),
            }}
          >
            {short}
            {year && <small>{year}</small>}
          </span>
        ))}
      </div>
      <p id={hint} className="sr-only">
        {t(stacked ? 'lookBack:graph.keysOfParts' : 'lookBack:graph.keys')}
      </p>
    </figure>
  )
}

/** Where nothing was measured the line goes on to the next that was; many measurements are dots, not a thicket. */
const pathOf = (values: readonly (number | null)[], most: number, dots: boolean): string =>
  values
    .flatMap((value, index) => (value === null ? [] : [`${index + 0.5} ${most - value}`]))
    .map((point, index) => (dots ? `M${point}h0` : `${index ? 'L' : 'M'}${point}`))
    .join('')

/** Beside its bar, on the side where there is more room. */
const placeOf = (index: number, count: number) => {
  const share = (index + 0.5) / count
  return share < 0.5
    ? { insetInlineStart: `calc(${share * 100}% + 14px)` }
    : { insetInlineEnd: `calc(${(1 - share) * 100}% + 14px)` }
}

/** In a bar of several parts: from the whole of it to its parts, and from one to the next. */
const stepUp = (key: string, from: HTMLElement): HTMLAnchorElement | undefined => {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
  const links = [...(from.closest('li')?.querySelectorAll('a') ?? [])]
  return links[links.findIndex((link) => link === from) + (key === 'ArrowUp' ? 1 : -1)]
}

/** Where an arrow leads: onwards is to the left in a page that runs to the left. */
const steppedTo = (key: string, at: number, count: number, dir: 'ltr' | 'rtl'): number | undefined => {
  const onwards = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  return Math.min(Math.max(at + (key === onwards ? 1 : -1), 0), count - 1)
}
