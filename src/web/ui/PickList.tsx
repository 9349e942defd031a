import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import styles from './PickList.module.css'
import { classes } from './classes.ts'
import { foundIn, isAmong } from './pick.ts'
import type { PickSection } from './pick.ts'

type Props = {
  readonly label: string
  readonly placeholder: string
  /** Said where nothing fits what was typed. */
  readonly nothing: string
  readonly sections: readonly PickSection[]
  readonly chosen?: string | undefined
  readonly onPick: (key: string) => void
  readonly footer?: ReactNode
  /** In a dialog of its own rather than in a popover. */
  readonly wide?: boolean
  /** What is typed, for whoever looks further than the sections given. */
  readonly onWords?: (words: string) => void
}

/** Type, arrows, Enter: one of many, in sections. Stands inside a Popover or a dialog; the words typed stay with it. */
export const PickList = (props: Props) => {
  const { label, placeholder, nothing, sections, chosen, onPick, footer, wide = false, onWords } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const shown = useMemo(() => foundIn(sections, words), [sections, words])
  const keys = shown.flatMap(({ options }) => options.filter((option) => !option.disabled).map(({ key }) => key))
  const [pointed, setPointed] = useState<string>()
  const at = pointed && keys.includes(pointed) ? pointed : isAmong(keys, chosen) && !words ? chosen : keys[0]

  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    if (at) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at, id])

  const onKeyDown = (event: KeyboardEvent) => {
    // letters that are still being composed are confirmed with Enter, and walked through with the arrows
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && keys.length) setPointed(keys.at((keys.indexOf(at ?? '') + step) % keys.length))
    if (event.key === 'Enter' && at) onPick(at)
    if (step || event.key === 'Enter') event.preventDefault()
  }

  return (
    <div className={classes(styles['pick'], wide && styles['wide'])}>
      <div className={styles['search']}>
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={at && `${id}-${at}`}
          aria-label={label}
          placeholder={placeholder}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            onWords?.(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles['list']}>
        {shown.map((section) => (
          <div key={section.key} role="group" aria-label={section.label}>
            {section.label && (
              <div className={styles['heading']} aria-hidden>
                {section.label}
              </div>
            )}
            {section.options.map((option) => (
              <div
                key={option.key}
                id={`${id}-${option.key}`}
                role="option"
                aria-selected={option.key === chosen}
                aria-disabled={option.disabled}
                className={classes(styles['option'], option.key === at && styles['at'])}
                onPointerMove={() => !option.disabled && setPointed(option.key)}
                onClick={() => !option.disabled && onPick(option.key)}
              >
                {option.start}
                <bdi className={styles['label']}>{option.label}</bdi>
                {option.hint && <span className={styles['hint']}>{option.hint}</span>}
                {option.end}
                {option.key === chosen && <Icon name="check" size={14} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p className={styles['nothing']} role="status">
          {nothing}
        </p>
      )}
      {footer && <div className={styles['footer']}>{footer}</div>}
    </div>
  )
}
