import { createPortal } from 'react-dom'
import { UserText } from '../../../../web/ui/index.ts'
import type { Suggesting } from './use-suggesting.tsx'
import styles from './Editor.module.css'

type Props = { readonly id: string; readonly label: string; readonly shown: Suggesting['shown'] }

export const suggestionId = (list: string, at: number): string => `${list}-${at}`

/** As its style says. */
const width = 288

export const SuggestionList = ({ id, label, shown }: Props) => {
  if (!shown?.rect || shown.items.length === 0) return null
  const { rect, items, at, pick } = shown
  const above = rect.top > innerHeight / 2
  // physical: measured in the page's own pixels, which have no reading direction; it opens the way in which one reads
  const begins = document.documentElement.dir === 'rtl' ? rect.right - width : rect.left
  const left = Math.max(8, Math.min(begins, innerWidth - width - 12))
  return createPortal(
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className={styles['suggestions']}
      // physical: as measured
      style={{ left, ...(above ? { bottom: innerHeight - rect.top + 4 } : { top: rect.bottom + 4 }) }}
    >
      {items.map((item, index) => (
        <div
          key={item.id}
          id={suggestionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles['suggestion']}
          // the focus stays where one writes
          onPointerDown={(event) => {
            event.preventDefault()
            pick(item)
          }}
        >
          <UserText form="line">{item.label}</UserText>
          {item.hint && (
            <UserText form="line" className={styles['hint']}>
              {item.hint}
            </UserText>
          )}
        </div>
      ))}
    </div>,
    document.body,
  )
}
