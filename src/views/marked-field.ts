import { useEffect, useRef } from 'react'

/** For a form longer than the page: what a refusal marked may be out of sight, and is gone to. */
export function useMarkedField(refused: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refused])
  return form
}
