import { useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
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
  readonly onTab: (tab: T) => void
  readonly value: string
  readonly onValue: (value: string) => void
  readonly placeholder?: string
  readonly lang?: string
  readonly send: string
  readonly onSend: () => void
  readonly busy?: boolean
  readonly canSend?: boolean
  /** Who reads it, in which language. */
  readonly aside?: ReactNode
  /** "Draft saved". */
  readonly status?: ReactNode
  /** Buttons before the aside: attach, insert. */
  readonly tools?: ReactNode
  /** Between the tabs and the text: what came in meanwhile, files. */
  readonly above?: ReactNode
  readonly textRef?: Ref<HTMLTextAreaElement>
}

/** Where staff write. Ctrl or ⌘ and Enter send; the text takes the direction of what is written. */
export const Composer = <T extends string>(props: Props<T>) => {
  const id = useId()
  const inner = props.tabs.find(({ key }) => key === props.tab)?.inner ?? false
  const sends = (props.canSend ?? props.value.trim() !== '') && !props.busy
  return (
    <section className={styles['composer']} data-inner={inner || undefined} aria-label={props.label}>
      <Tabs {...props} id={id} />
      {props.above && <div className={styles['above']}>{props.above}</div>}
      <textarea
        ref={props.textRef}
        id={id}
        className={styles['text']}
        dir="auto"
        lang={props.lang}
        aria-label={props.tabs.find(({ key }) => key === props.tab)?.label}
        placeholder={props.placeholder ?? ' '}
        value={props.value}
        onChange={(event) => props.onValue(event.target.value)}
        onKeyDown={(event) => {
          if (!isSend(event)) return
          event.preventDefault()
          if (sends) props.onSend()
        }}
      />
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

const Tabs = <T extends string>({ tabs, tab, onTab, label, id }: Props<T> & { id: string }) => {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const step = event.key === forward ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? -1 : 0
    if (!step) return
    const next = tabs.at((tabs.findIndex(({ key }) => key === tab) + step) % tabs.length)
    if (next) onTab(next.key)
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
          aria-keyshortcuts={keys}
          tabIndex={key === tab ? 0 : -1}
          className={styles['tab']}
          onClick={() => onTab(key)}
        >
          <Icon name={icon} />
          {name}
        </button>
      ))}
    </div>
  )
}
