// The list that opens below what is typed after @ or /. One state for both; the keys go to it while it is open.
import { useCallback, useMemo, useRef, useState } from 'react'
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion'
import type { Suggested } from './extensions.ts'

type Shown = {
  readonly items: readonly Suggested[]
  readonly at: number
  readonly rect: DOMRect | null
  readonly pick: (item: Suggested) => void
}

export const useSuggesting = () => {
  const [shown, show] = useState<Shown>()
  const current = useRef<Shown>(undefined)
  const put = useCallback((next: Shown | undefined) => {
    current.current = next
    show(next)
  }, [])
  const render = useMemo(
    () => () => {
      const of = ({ items, clientRect, command }: SuggestionProps<Suggested>, at: number): Shown => ({
        items,
        at: Math.min(at, Math.max(0, items.length - 1)),
        rect: clientRect?.() ?? null,
        pick: command,
      })
      return {
        onStart: (props: SuggestionProps<Suggested>) => put(of(props, 0)),
        onUpdate: (props: SuggestionProps<Suggested>) => put(of(props, current.current?.at ?? 0)),
        onExit: () => put(undefined),
        onKeyDown: ({ event }: SuggestionKeyDownProps) => {
          const now = current.current
          if (!now || now.items.length === 0) return false
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step) {
            put({ ...now, at: (now.at + step + now.items.length) % now.items.length })
            return true
          }
          if (event.key === 'Enter' || event.key === 'Tab') {
            const item = now.items[now.at]
            if (item && !event.ctrlKey && !event.metaKey) {
              now.pick(item)
              return true
            }
          }
          if (event.key === 'Escape') {
            put(undefined)
            return true
          }
          return false
        },
      }
    },
    [put],
  )
  return { shown, render }
}

export type Suggesting = ReturnType<typeof useSuggesting>
