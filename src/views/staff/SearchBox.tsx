import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Icon } from '../../web/ui/index.ts'
import styles from './SearchBox.module.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  /** In a list that was opened to choose from: it is typed into at once, and Enter takes the first. */
  readonly onEnter?: () => void
}

/** Words to look for, above what they are looked for in. */
export const SearchBox = ({ label, value, onValue, onEnter }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const chooses = onEnter !== undefined
  useEffect(() => {
    if (chooses) input.current?.focus({ preventScroll: true })
  }, [chooses])
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
