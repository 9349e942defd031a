import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import styles from './Stars.module.css'
import { classes } from './classes.ts'

const star = 'M12 3.2l2.7 5.5 6 .9-4.4 4.2 1 6-5.3-2.8-5.4 2.8 1.1-6L3.3 9.6l6-.9z'
const scores = [1, 2, 3, 4, 5] as const
export type Score = (typeof scores)[number]

type Props = {
  readonly value: Score | undefined
  /** Called on a touch, whoever draws this saves at once; by keys once somebody rests on one, presses Enter or goes on. */
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
  const keyed = useKeyed(onChange)
  const shown = keyed.chosen ?? value
  const lit = pointed ?? shown ?? 0
  return (
    <div
      className={styles['group']}
      role="radiogroup"
      aria-label={label}
      onPointerLeave={() => point(undefined)}
      {...keyed.group}
    >
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
            checked={shown === score}
            disabled={disabled}
            aria-label={spoken[score - 1]}
            onChange={() => keyed.choose(score)}
          />
          <Star lit={score <= lit} size={44} />
        </label>
      ))}
    </div>
  )
}

/** As long as somebody may still be on the way to another star. */
const rest = 1000

/** Arrow keys pass one and two on the way to five: what they pass is chosen, and only where they come to rest is it said. */
const useKeyed = (onChange: (score: Score) => void) => {
  const [chosen, setChosen] = useState<Score>()
  const byKey = useRef(false)
  const say = useRef(onChange)
  useEffect(() => {
    say.current = onChange
  })
  const settle = useCallback((score: Score | undefined) => {
    setChosen(undefined)
    if (score !== undefined) say.current(score)
  }, [])
  useEffect(() => {
    if (chosen === undefined) return
    const timer = setTimeout(() => settle(chosen), rest)
    return () => clearTimeout(timer)
  }, [chosen, settle])
  return {
    chosen,
    choose: (score: Score) => (byKey.current ? setChosen(score) : settle(score)),
    group: {
      onPointerDown: () => {
        byKey.current = false
      },
      onKeyDown: (event: KeyboardEvent) => {
        byKey.current = true
        if (event.key !== 'Enter' || chosen === undefined) return
        event.preventDefault()
        settle(chosen)
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) settle(chosen)
      },
    },
  }
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
