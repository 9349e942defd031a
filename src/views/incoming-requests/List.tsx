import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Range } from '@tanstack/react-virtual'
import type { KeyboardEvent, RefObject } from 'react'
import { useWords } from '../../words/WordsProvider.tsx'
import { useKeys } from '../../web/use-keys.ts'
import { isFocusNowhere } from '../../web/ui/focus.ts'
import { SkeletonBar } from '../../web/ui/index.ts'
import { useSession } from '../session.tsx'
import { useStaysScrolled } from '../staff/address.tsx'
import { useWhenClosed } from '../staff/when-closed.tsx'
import type { Chosen } from './many/use-chosen.tsx'
import { Row } from './Row.tsx'
import type { SteadyRow } from './steady-rows.ts'
import { withHeadings } from './waiting-groups.ts'
import styles from './IncomingRequests.module.css'

type Props = {
  readonly rows: readonly SteadyRow[]
  readonly complete: boolean
  readonly now: number
  /** The one that is open beside the list. */
  readonly opened: number | undefined
  readonly chosen: Chosen
  readonly onOpen: (number: number) => void
  readonly onPoint: (number: number) => void
  /** Moved to with a key. */
  readonly onStep: (number: number) => void
  readonly onMore: () => void
}

const rowHeight = 54
const headingHeight = 34
/** What PageUp and PageDown pass over. */
const leap = 10

/** Only what is in sight is drawn: ten thousand tickets scroll like fifty. */
export const List = ({ rows, complete, now, opened, chosen, onOpen, onPoint, onStep, onMore }: Props) => {
  const { t } = useWords()
  const { label } = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  useStaysScrolled(scroller)
  const minute = Math.floor(now / 300_000) * 300_000
  const entries = useMemo(
    () => withHeadings(rows, ({ placedBy }) => placedBy, minute, complete),
    [rows, minute, complete],
  )
  const roving = useRoving(rows, opened, scroller)
  // drawn wherever one has scrolled to: with it the focus would go, and the way in by Tab
  const drawn = entries.findIndex((entry) => entry.kind === 'row' && entry.index === roving.index)
  // Its functions change what they answer without changing themselves: nothing here is memoized by them.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: entries.length + (complete ? 0 : 1),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (entries[index]?.kind === 'heading' ? headingHeight : rowHeight),
    getItemKey: (index) => keyOf(entries, index),
    overscan: 8,
    rangeExtractor: useCallback((range: Range) => withOne(defaultRangeExtractor(range), drawn), [drawn]),
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const wantsMore = !complete && last >= entries.length - 12
  useEffect(() => {
    if (wantsMore) onMore()
  }, [wantsMore, entries.length, onMore])

  const step = (by: number) => to(roving.index + by)
  const to = (index: number) => {
    const next = rows[index]
    if (!next) return
    const at = entries.findIndex((entry) => entry.kind === 'row' && entry.row === next)
    virtual.scrollToIndex(at, { align: 'auto' })
    roving.to(next.item.number)
    onStep(next.item.number)
  }
  useWhenClosed(opened, (closed) => {
    if (isFocusNowhere() && rows.some(({ item }) => item.number === closed)) roving.to(closed)
  })
  const pointed = rows[roving.index]?.item.number
  useKeys({
    j: () => step(roving.chosen ? 1 : 0),
    k: () => step(-1),
    x: () => pointed !== undefined && chosen.toggle(pointed),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const { index } = roving
    const last = rows.length - 1
    const next = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: Math.min(index + leap, last),
      PageUp: Math.max(index - leap, 0),
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    to(next)
  }

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={t('incoming:list')}
      aria-rowcount={complete ? entries.length : -1}
      className={styles['scroller']}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles['all']} style={{ blockSize: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start, size }) => {
          const entry = entries[index]
          return (
            <div
              key={key}
              role="presentation"
              className={styles['place']}
              style={{ blockSize: size, transform: `translateY(${start}px)` }}
            >
              {!entry && <Coming />}
              {entry?.kind === 'heading' && (
                <div role="row" aria-rowindex={index + 1} className={styles['heading']} data-group={entry.group}>
                  <span role="columnheader" aria-colspan={5}>
                    {t(`incoming:group.${entry.group}`)} {entry.count !== undefined && <Count count={entry.count} />}
                  </span>
                </div>
              )}
              {entry?.kind === 'row' && (
                <Row
                  row={entry.row}
                  label={label(entry.row.item.number)}
                  now={now}
                  rowIndex={index + 1}
                  selected={entry.row.item.number === opened}
                  chosen={chosen.numbers.has(entry.row.item.number)}
                  choosing={chosen.choosing}
                  onChoose={chosen.toggle}
                  focusable={entry.index === roving.index}
                  onOpen={onOpen}
                  onHover={onPoint}
                  onFocus={roving.focused}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const withOne = (indexes: number[], one: number): number[] =>
  one < 0 || indexes.includes(one) ? indexes : [...indexes, one].sort((a, b) => a - b)

const keyOf = (entries: ReturnType<typeof withHeadings<SteadyRow>>, index: number): string | number => {
  const entry = entries[index]
  if (!entry) return 'coming'
  return entry.kind === 'row' ? entry.row.item.number : `heading-${entry.group}-${index}`
}

const Count = ({ count }: { readonly count: number }) => {
  const { format } = useWords()
  return <span className={styles['headingCount']}>{format.number(count)}</span>
}

const Coming = () => (
  <div className={styles['coming']} aria-hidden>
    <SkeletonBar width="62%" />
  </div>
)

/** One row can have the focus; which one follows what is open, and the keys. */
const useRoving = (rows: readonly SteadyRow[], chosen: number | undefined, within: RefObject<HTMLElement | null>) => {
  const [at, setAt] = useState<number>()
  const wanted = useRef<number>(undefined)
  const [followed, follow] = useState(chosen)
  if (followed !== chosen) {
    follow(chosen)
    if (chosen !== undefined) setAt(chosen)
  }
  const found = rows.findIndex(({ item }) => item.number === (at ?? chosen))
  const focusWanted = () => {
    const row = within.current?.querySelector<HTMLElement>(`[data-number="${wanted.current}"]`)
    if (!row) return
    wanted.current = undefined
    row.focus({ preventScroll: true })
  }
  // A row that was out of sight is there only once the list has been drawn anew.
  useEffect(() => {
    if (wanted.current !== undefined) focusWanted()
  })
  return {
    index: Math.max(0, found),
    chosen: found >= 0,
    focused: useCallback((now: number) => setAt(now), []),
    to: (next: number) => {
      wanted.current = next
      setAt(next)
      focusWanted()
    },
  }
}
