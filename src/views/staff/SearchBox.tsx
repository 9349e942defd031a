import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Icon } from '../../web/ui/index.ts'
import styles from './SearchBox.module.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  /** In a list that was opened to choose from: it is typed into at once. */
  readonly focused?: boolean
  readonly onEnter?: () => void
}

/** Words to look for, above what they are looked for in. */
export const SearchBox = ({ label, value, onValue, focused = false, onEnter }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus({ preventScroll: true })
  }, [focused])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && value) onValue('')
    else if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter' || !onEnter || event.nativeEvent.isComposing) return
    // a form around it is not sent by choosing
    event.preventDefault()
    onEnter()
  }
  return (
    <label className={styles['box']}>
      <Icon name="search" size={14} />
      <input
        ref={input}
        type="search"
        dir="auto"
        data-search
        aria-label={label}
        placeholder={label}
        maxLength={200}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}
