import { useId, useState } from 'react'
import styles from './Stars.module.css'
import { classes } from './classes.ts'

const star = 'M12 3.2l2.7 5.5 6 .9-4.4 4.2 1 6-5.3-2.8-5.4 2.8 1.1-6L3.3 9.6l6-.9z'
const scores = [1, 2, 3, 4, 5] as const
export type Score = (typeof scores)[number]

type Props = {
  readonly value: Score | undefined
  /** Called on the first touch: whoever draws this saves at once. */
  readonly onChange: (score: Score) => void
  /** What is asked: "How was our help?" */
  readonly label: string
  /** How each is said, one to five: "1 of 5: very poor". */
  readonly spoken: readonly [string, string, string, string, string]
  readonly disabled?: boolean
}

/** Five radio buttons that look like stars: arrow keys, screen readers and forms know them already. */
export const Stars = ({ value, onChange, label, spoken, disabled = false }: Props) => {
  const name = useId()
  const [pointed, point] = useState<Score>()
  const lit = pointed ?? value ?? 0
  return (
    <div className={styles['group']} role="radiogroup" aria-label={label} onPointerLeave={() => point(undefined)}>
      {scores.map((score) => (
        <label
          key={score}
          className={styles['choice']}
          onPointerEnter={(event) => event.pointerType === 'mouse' && point(score)}
        >
          <input
            className={styles['input']}
            type="radio"
            name={name}
            value={score}
            checked={value === score}
            disabled={disabled}
            aria-label={spoken[score - 1]}
            onChange={() => onChange(score)}
          />
          <Star lit={score <= lit} size={44} />
        </label>
      ))}
    </div>
  )
}

type ShownProps = { readonly value: number; readonly label: string; readonly size?: number }

/** Only shown; the label says it: "4 of 5". */
export const StarsShown = ({ value, label, size = 14 }: ShownProps) => (
  <span className={styles['shown']} role="img" aria-label={label}>
    {scores.map((score) => (
      <Star key={score} lit={score <= Math.round(value)} size={size} />
    ))}
  </span>
)

const Star = ({ lit, size }: { lit: boolean; size: number }) => (
  <svg
    className={classes(styles['star'], lit && styles['lit'])}
    viewBox="0 0 24 24"
    width={size}
    height={size}
    aria-hidden
  >
    <path d={star} strokeWidth={size > 20 ? 1.2 : 2} />
  </svg>
)
