import { useEffect, useRef } from 'react'

/** For a form longer than the page: what a refusal marked may be out of sight, and is gone to. */
export function useMarkedField(refused: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!refused) return
    const marked = form.current?.querySelector<HTMLElement>('[aria-invalid], [data-wrong]')
    // of several controls that are one field, the first
    const control = marked?.matches('[data-wrong]') ? marked.querySelector<HTMLElement>('input, button') : marked
    control?.focus()
  }, [refused])
  return form
}
