// The row that a single key acts on: the one that a key or a press came to last, as long as one looks at it.
import type { SteadyRow } from './steady-rows.ts'

/** In which list, as its filter says it. */
export type Pointed = { readonly list: string; readonly number: number }

/** None where the list is another one by now, or the ticket left it. */
export const pointedIn = (rows: readonly SteadyRow[], list: string, pointed?: Pointed): number | undefined =>
  pointed?.list === list && rows.some(({ item, gone }) => !gone && item.number === pointed.number)
    ? pointed.number
    : undefined
