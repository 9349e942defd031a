import { useId, useImperativeHandle, useRef } from 'react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useIsHeard } from '../keys.ts'
import { Button } from './Button.tsx'
import { isSend } from './Field.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import styles from './Composer.module.css'

export type ComposerTab<T extends string> = {
  readonly key: T
  readonly label: string
  readonly icon: IconName
  readonly keys?: string
  /** Staff only: drawn so that it is never taken for a reply. */
  readonly inner?: boolean
}
type Props<T extends string> = {
  readonly label: string
  readonly tabs: readonly ComposerTab<T>[]
  readonly tab: T
  /** `byHand`: pressed with a pointer, not stepped to with the arrow keys; who presses wants to write. */
  readonly onTab: (tab: T, byHand: boolean) => void
  /** The box itself. */
  readonly children: ReactNode
  readonly send: string
  readonly onSend: () => void
  readonly busy?: boolean
  readonly canSend: boolean
  /** Who reads it, in which language. */
  readonly aside?: ReactNode
  /** "Draft saved". */
  readonly status?: ReactNode
  /** Buttons before the aside: attach, insert. */
  readonly tools?: ReactNode
  /** Between the tabs and the text: what came in meanwhile, files. */
  readonly above?: ReactNode
  /** Below the text: files that go along. */
  readonly below?: ReactNode
}

/** Where staff write: tabs, a box, and what is done with it. */
export const Composer = <T extends string>(props: Props<T>) => {
  const id = useId()
  const inner = props.tabs.find(({ key }) => key === props.tab)?.inner ?? false
  const sends = props.canSend && !props.busy
  return (
    <section className={styles['composer']} data-inner={inner || undefined} aria-label={props.label}>
      <Tabs {...props} id={id} />
      {props.above && <div className={styles['above']}>{props.above}</div>}
      <div id={id} role="tabpanel" aria-label={props.tabs.find(({ key }) => key === props.tab)?.label}>
        {props.children}
      </div>
      {props.below && <div className={styles['below']}>{props.below}</div>}
      <footer className={styles['foot']}>
        {props.tools}
        {props.aside && <span className={styles['aside']}>{props.aside}</span>}
        <span className={styles['status']} role="status">
          {props.status}
        </span>
        <Button
          kind="primary"
          keys="mod+Enter"
          busy={props.busy ?? false}
          disabled={!sends && !props.busy}
          onClick={props.onSend}
        >
          {props.send}
        </Button>
      </footer>
    </section>
  )
}

type TextProps = {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly onSend: () => void
  readonly handle?: RefObject<{ focus(): void; insert(text: string): void } | null>
}

/** The plain box. Ctrl or ⌘ and Enter send; the text takes the direction of what is written. */
export const ComposerText = ({ label, placeholder, value, onValue, onSend, handle }: TextProps) => {
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(handle, () => ({
    focus: () => area.current?.focus(),
    insert: (text) => onValue(value ? `${value}\n\n${text}` : text),
  }))
  return (
    <textarea
      ref={area}
      className={styles['text']}
      dir="auto"
      aria-label={label}
      placeholder={placeholder || ' '}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      onKeyDown={(event) => {
        // as in the editor that comes in its place
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur()
        if (!isSend(event)) return
        event.preventDefault()
        onSend()
      }}
    />
  )
}

const Tabs = <T extends string>({ tabs, tab, onTab, label, id }: Props<T> & { id: string }) => {
  const list = useRef<HTMLDivElement>(null)
  const heard = useIsHeard(tabs[0]?.keys ?? '')
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const step = event.key === forward ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? -1 : 0
    if (!step) return
    const next = tabs.at((tabs.findIndex(({ key }) => key === tab) + step) % tabs.length)
    if (next) onTab(next.key, false)
    list.current?.querySelector<HTMLElement>(`[data-key="${next?.key}"]`)?.focus()
  }
  return (
    <div ref={list} className={styles['tabs']} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ key, label: name, icon, keys }) => (
        <button
          key={key}
          type="button"
          role="tab"
          data-key={key}
          aria-selected={key === tab}
          aria-controls={id}
          aria-keyshortcuts={heard ? keys : undefined}
          tabIndex={key === tab ? 0 : -1}
          className={styles['tab']}
          onClick={(event) => onTab(key, event.detail > 0)}
        >
          <Icon name={icon} />
          {name}
        </button>
      ))}
    </div>
  )
}
