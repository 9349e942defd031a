import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Asked } from './asked.ts'
import { holds, type Kind } from './filter-kinds.ts'

/** The organisation's own fields are one kind more, asked for in one list. */
export type Added = Kind | 'custom'
/** A chip that was just added stands open; it says when that changes. */
export type Opening = { readonly startsOpen: boolean; readonly onOpen: (open: boolean) => void }

const isHeld = (kind: Added, asked: Asked): boolean => kind !== 'custom' && holds[kind](asked)

/**
 * The one filter that was chosen from the menu and does not hold yet. It goes again where nothing was chosen in it; where
 * something was, it stays until the address says so, or the chip would go and come back and lose the focus.
 */
export const useAdding = (asked: Asked, onChange: (changed: Asked) => void) => {
  const [adding, setAdding] = useState<Added>()
  const [fresh, setFresh] = useState<{ readonly kind: Added }>()
  const isOpen = useRef(false)
  const picked = useRef(false)
  useEffect(() => {
    if (adding && !isOpen.current && isHeld(adding, asked)) setAdding(undefined)
  }, [adding, asked])
  return {
    adding,
    add: (kind: Added) => {
      picked.current = false
      isOpen.current = true
      setAdding(kind)
      setFresh({ kind })
    },
    /** What the keyboard goes into. */
    fresh,
    drop: () => setAdding(undefined),
    opening: (kind: Added): Opening => ({
      startsOpen: kind === adding,
      onOpen: (open) => {
        isOpen.current = open
        if (!open && kind === adding && (!picked.current || isHeld(kind, asked) || kind === 'custom'))
          setAdding(undefined)
      },
    }),
    setIn: (kind: Added) => (changed: Asked) => {
      picked.current = Object.values(changed).some(Boolean)
      if (kind === adding) setAdding(picked.current || isOpen.current ? kind : undefined)
      onChange(changed)
    },
  }
}

/** The keyboard goes into what was added; and where a chip goes away with the focus in it, back to the button that adds. */
export const useFocusOfAdded = (
  row: RefObject<HTMLElement | null>,
  fresh: { readonly kind: Added } | undefined,
  shown: string,
) => {
  useEffect(() => {
    if (fresh) row.current?.querySelector<HTMLElement>(firstIn(fresh.kind))?.focus()
  }, [fresh, row])
  const before = useRef(shown)
  useEffect(() => {
    if (before.current.length > shown.length && document.activeElement === document.body)
      row.current?.querySelector<HTMLElement>('[data-add] button')?.focus()
    before.current = shown
  }, [row, shown])
  /** The browser gives the focus back to the button that added, or to nothing; what is gone on with is the chip. */
  return (kind: Added) => {
    const piece = row.current?.querySelector(`[data-kind="${kind}"]`)
    const left = [document.body, row.current?.querySelector('[data-add] button[aria-expanded="false"]')]
    const isIn = piece?.querySelector('[popover]')?.contains(document.activeElement)
    if (isIn || left.some((each) => each === document.activeElement)) piece?.querySelector('button')?.focus()
  }
}

const firstIn = (kind: Added): string => `[data-kind="${kind}"] [popover] :is(input, select, button)`
