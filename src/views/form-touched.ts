import { createContext, useContext } from 'react'

/** In a dialog with a form: something was changed by a button, which no field tells of. Elsewhere nothing happens. */
export const FormTouched = createContext<() => void>(() => {})

export const useFormTouched = (): (() => void) => useContext(FormTouched)
