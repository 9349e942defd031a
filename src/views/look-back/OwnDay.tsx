import { useState } from 'react'

type Props = { readonly label: string; readonly day: string; readonly onDay: (day: string) => void }

/**
 * A day to be typed or picked. While it is typed the field is its own: the address answers late, and would empty what is half
 * written; and 0002 is a year only until the other digits follow.
 */
export const OwnDay = ({ label, day, onDay }: Props) => {
  const [typed, type] = useState<string>()
  return (
    <label>
      {label}
      <input
        type="date"
        max="9999-12-31"
        value={typed ?? day}
        onChange={({ target: { value } }) => {
          type(value)
          if (value === '' || value >= '1000') onDay(value)
        }}
        onBlur={() => type(undefined)}
      />
    </label>
  )
}
