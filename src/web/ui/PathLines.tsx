import { useLayoutEffect, useMemo } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import styles from './PathDrawing.module.css'
import { drawnWidth, linesOf, stationsOf, stretchesOf } from './path-geometry.ts'
import type { PathStep } from './path-geometry.ts'
import { heldOf, labelsAtStations, labelsInLine } from './path-labels.ts'
import type { Held, Label } from './path-labels.ts'
import { useWidth } from './useWidth.ts'

type Props = {
  readonly steps: readonly PathStep[]
  readonly lanes: number
  readonly laneHeight: number
  readonly stations: boolean
  readonly roomAbove: boolean
  readonly ball: ReactNode
}

/** The drawing itself: lines in SVG, turned as a whole where one reads from the right; words as HTML at the same places. */
export const PathLines = ({ steps, lanes, laneHeight, stations, roomAbove, ball }: Props) => {
  const { ref, width: seen } = useWidth<HTMLDivElement>(640)
  const width = drawnWidth(steps.length, seen)
  const { stretches, lines, marks, labels, helds } = useMemo(
    () => drawingOf(steps, { width, lanes, laneHeight, stations }),
    [steps, width, lanes, laneHeight, stations],
  )
  const height = lanes * laneHeight
  const now = stretches.find(({ step }) => step.kind === 'now')

  const ballAt = now?.middle
  useLayoutEffect(() => {
    const box = ref.current
    if (!box || ballAt === undefined || width <= seen) return
    const away = Math.max(0, ballAt - seen * 0.6)
    box.scrollLeft = getComputedStyle(box).direction === 'rtl' ? -away : away
  }, [ref, ballAt, width, seen])

  return (
    <div
      ref={ref}
      className={styles['scroll']}
      data-scrolls={width > seen || undefined}
      data-room-above={roomAbove || undefined}
    >
      <div className={styles['draw']} style={{ inlineSize: width }}>
        <div className={styles['field']} style={{ blockSize: height }}>
          <svg className={styles['lines']} width={width} height={height} viewBox={`0 0 ${width} ${height}`} fill="none">
            {Array.from({ length: lanes }, (_, lane) => (
              <path key={lane} className={styles['guide']} d={`M0 ${laneHeight * (lane + 0.5)}H${width}`} />
            ))}
            <path className={styles['toCome']} d={lines.toCome} />
            <path className={styles['gone']} d={lines.gone} />
          </svg>
          {marks.map((mark, index) => (
            <span
              key={index}
              className={styles['station']}
              data-look={mark.look}
              title={mark.title}
              style={at(mark.x, mark.y)}
            />
          ))}
          {helds.map((held, index) => (
            <HeldShown key={index} held={held} />
          ))}
          {now && ball && (
            <span className={styles['ball']} style={at(now.middle, now.y)}>
              {ball}
            </span>
          )}
        </div>
        <div className={styles['labels']} data-wrap={stations || undefined}>
          {labels.map((label, index) => (
            <LabelShown key={index} label={label} />
          ))}
        </div>
      </div>
    </div>
  )
}

const drawingOf = (steps: readonly PathStep[], measure: Parameters<typeof stretchesOf>[1]) => {
  const stretches = stretchesOf(steps, measure)
  return {
    stretches,
    lines: linesOf(stretches),
    marks: stationsOf(stretches),
    labels: measure.stations ? labelsAtStations(stretches, measure.width) : labelsInLine(stretches, measure.width),
    helds: heldOf(stretches),
  }
}

const HeldShown = ({ held }: { held: Held }) => (
  <span className={styles['held']} data-now={held.now || undefined} style={at(held.x, held.y)}>
    {held.text}
  </span>
)

const LabelShown = ({ label }: { label: Label }) => (
  <span
    className={styles['label']}
    data-at={label.at}
    data-now={label.now || undefined}
    style={{ ...at(label.x, 0), ...(label.room > 0 && { maxInlineSize: label.room }) }}
  >
    {label.text}
  </span>
)

const at = (x: number, y: number): CSSProperties => ({ '--x': `${x.toFixed(1)}px`, '--y': `${y}px` })
