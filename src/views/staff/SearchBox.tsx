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
    // both are then for the letters that are being put together
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && !value) event.currentTarget.blur()
    if (event.key === 'Escape' && value) {
      // a drawer around it, which closes by the same key, hears nothing of this press
      event.preventDefault()
      event.stopPropagation()
      onValue('')
    }
    if (event.key !== 'Enter') return
    // a form around it is not sent by looking for something
    event.preventDefault()
    onEnter?.()
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
