import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Link } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { niceScale } from './nice-scale.ts'
import { Stack, StackTold, type StackPart } from './Stack.tsx'
import styles from './Bars.module.css'

export type Bar = {
  readonly key: string
  /** Below it, where there is room. */
  readonly short: string
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
}
type Props = {
  readonly label: string
  readonly bars: readonly Bar[]
  readonly line: BarsLine
  readonly height?: number
}

/** Closed as bars, one line across them. Each bar leads to its tickets; the page's direction is the graph's. */
export const Bars = ({ label, bars, line, height = 280 }: Props) => {
  const { t, format } = useWords()
  const hint = useId()
  const [shown, show] = useState<number>()
  const [part, showPart] = useState<string>()
  const stacked = bars.some(({ parts }) => parts !== undefined)
  const [stop, setStop] = useState(bars.length - 1)
  const onScale = bars.flatMap((bar) => [bar.closed, ...(line.ownScale ? [] : [bar.line ?? 0])])
  const lines = niceScale(Math.max(...onScale))
  const top = lines.at(-1) ?? 1
  const most = line.ownScale ? Math.max(1, ...bars.map((bar) => bar.line ?? 0)) * 1.1 : top
  const few = bars.length <= 14
  const every = few ? 1 : Math.ceil(bars.length / 8)
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
      <div className={styles['field']} style={{ blockSize: height }}>
        {lines.map((each) => (
          <i key={each} className={styles['grid']} style={{ insetBlockEnd: `${(each / top) * 100}%` }} />
        ))}
        <ul className={styles['bars']} aria-describedby={hint} onKeyDown={onKeyDown}>
          {bars.map((bar, index) => (
            <li key={bar.key}>
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
        <svg className={styles['line']} viewBox={`0 0 ${bars.length} ${most}`} preserveAspectRatio="none" aria-hidden>
          <path d={pathOf(bars, most)} vectorEffect="non-scaling-stroke" />
        </svg>
        {pointed && shown !== undefined && (
          <div className={styles['told']} style={placeOf(shown, bars.length)} aria-hidden>
            <b>{pointed.name}</b>
            <span>{told(pointed)}</span>
            {pointed.parts && <StackTold parts={pointed.parts} chosen={part} />}
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
      <p id={hint} className="sr-only">
        {t(stacked ? 'lookBack:graph.keysOfParts' : 'lookBack:graph.keys')}
      </p>
    </figure>
  )
}

/** Where nothing was measured the line goes on to the next that was. */
const pathOf = (bars: readonly Bar[], most: number): string =>
  bars
    .flatMap(({ line }, index) => (line === null ? [] : [`${index + 0.5} ${most - line}`]))
    .map((point, index) => `${index ? 'L' : 'M'}${point}`)
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
