import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { PathLines } from './PathLines.tsx'
import { classes } from './classes.ts'
import styles from './PathDrawing.module.css'
import type { PathStep } from './path-geometry.ts'

export type { PathStep } from './path-geometry.ts'
export type PathLane = { readonly key: string; readonly label: ReactNode; readonly strong?: boolean }
export type PathBall = { readonly lane: number; readonly initials?: string; readonly icon?: IconName }
type Props = {
  /** Who can have the ball. Two lanes make the customer's form: four stations in their words under it. */
  readonly lanes: readonly PathLane[]
  readonly steps: readonly PathStep[]
  readonly ball?: PathBall | undefined
  /** Says what the drawing shows: "Omar has the ball for 38 minutes, after his first answer was returned". */
  readonly sentence?: ReactNode
  /** At the end of the sentence: "Why?" */
  readonly aside?: ReactNode
  readonly compact?: boolean
}

/**
 * A lane is who can have the ball, the line is who had it, the ball is who has it now, dotted is what is still to come. A round
 * of review is a zigzag, so a troubled ticket is recognised by its shape. Where it is narrow, staff see sentence and ball only.
 */
export const PathDrawing = ({ lanes, steps, ball, sentence, aside, compact = false }: Props) => {
  const stations = lanes.length <= 2
  const laneHeight = stations ? 30 : compact ? 24 : 28
  return (
    <div className={styles['measured']}>
      <div
        className={classes(
          styles['path'],
          stations ? styles['customer'] : styles['staff'],
          sentence ? styles['folds'] : undefined,
        )}
      >
        {(sentence || aside) && (
          <div className={styles['sentence']}>
            {ball && (
              <span className={styles['miniature']} aria-hidden>
                <BallFace ball={ball} />
              </span>
            )}
            <p className={styles['words']}>{sentence}</p>
            {aside && <span className={styles['aside']}>{aside}</span>}
          </div>
        )}
        <PathInWords lanes={lanes} steps={steps} />
        <div className={styles['picture']} style={{ '--lane': `${laneHeight}px` }} aria-hidden>
          <div className={styles['lanes']} data-room-above={needsRoomAbove(steps) || undefined}>
            {lanes.map((lane) => (
              <span key={lane.key} className={styles['lane']} data-strong={lane.strong || undefined}>
                {lane.label}
              </span>
            ))}
          </div>
          <PathLines
            steps={steps}
            lanes={lanes.length}
            laneHeight={laneHeight}
            stations={stations}
            roomAbove={needsRoomAbove(steps)}
            ball={ball && <BallFace ball={ball} />}
          />
        </div>
      </div>
    </div>
  )
}

/** On the uppermost lane the time above the ball would stand outside. */
const needsRoomAbove = (steps: readonly PathStep[]): boolean =>
  steps.some(({ kind, lane, heldFor }) => kind === 'now' && lane === 0 && Boolean(heldFor))

const BallFace = ({ ball }: { ball: PathBall }) =>
  ball.icon ? <Icon name={ball.icon} size={14} /> : <span>{ball.initials}</span>

/** The same, read out step by step. */
const PathInWords = ({ lanes, steps }: Pick<Props, 'lanes' | 'steps'>) => (
  <ol className="sr-only">
    {steps
      .filter(({ label }) => label)
      .map(({ label, lane, heldFor, kind }, index) => (
        <li key={index} aria-current={kind === 'now' ? 'step' : undefined}>
          {label} · {lanes[lane]?.label}
          {heldFor && <> · {heldFor}</>}
        </li>
      ))}
  </ol>
)
