import { useEffect, useRef } from 'react'

/** By a panel or a dialog, which Escape closes first. */
const isCovered = (): boolean => document.querySelector('[popover=auto]:popover-open, dialog:modal') !== null

/** A drawer while it is open: the focus goes in and comes back out, Escape closes. */
export const useDrawer = (open: boolean, close: () => void) => {
  const drawer = useRef<HTMLDivElement>(null)
  const closing = useRef(close)
  useEffect(() => {
    closing.current = close
  })
  useEffect(() => {
    if (!open) return
    const before = document.activeElement
    drawer.current?.querySelector<HTMLElement>('button, a')?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isCovered()) closing.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open])
  return drawer
}
