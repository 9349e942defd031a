import { useState } from 'react'

type Props = {
  readonly label: string
  readonly day: string
  readonly onDay: (day: string) => void
  /** Whether the day lies beyond the other end of its range. */
  readonly passes: (day: string) => boolean
}

/**
 * A day to be typed or picked. While it is typed the field is its own: the address answers late, and would empty what is half
 * written; and 0002 is a year only until the other digits follow. A day that passes the other end waits for Enter or until the
 * field is left, since it would take that end away: on the way to the 25th stands the 2nd.
 */
export const OwnDay = ({ label, day, onDay, passes }: Props) => {
  const [typed, type] = useState<string>()
  const finish = () => {
    if (typed && isDay(typed) && passes(typed)) onDay(typed)
    type(undefined)
  }
  return (
    <label>
      {label}
      <input
        type="date"
        max="9999-12-31"
        value={typed ?? day}
        onChange={({ target: { value } }) => {
          type(value)
          if (value === '' || (isDay(value) && !passes(value))) onDay(value)
        }}
        onKeyDown={({ key }) => key === 'Enter' && finish()}
        onBlur={finish}
      />
    </label>
  )
}

const isDay = (value: string): boolean => value >= '1000'
