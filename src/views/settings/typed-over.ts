import { useState } from 'react'
import { changedOf } from './save-settings.tsx'

/**
 * A form shows what is saved, and what is typed lies over it: where somebody else saves meanwhile, the rest of the form follows
 * and nothing that was typed is lost. What is as it was again is not typed.
 */
export const useTypedOver = <T extends object>(saved: T) => {
  const [typed, type] = useState<Partial<T>>({})
  return {
    filled: { ...saved, ...typed },
    /** What is typed, to be laid over what is saved by now where a form is sent whole. */
    typed,
    change: (some: Partial<T>) => type((before) => changedOf(saved, { ...before, ...some }) as Partial<T>),
    /** Once it was saved the form is what is saved, as the server wrote it; what was typed since then still lies over it. */
    begin: () => type((now) => changedOf(typed, now) as Partial<T>),
  }
}
