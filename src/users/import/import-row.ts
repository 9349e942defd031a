import type { FormError } from '../../fields/form.ts'
import type { Separator } from './read-csv.ts'

export const columns = ['name', 'email', 'language', 'timeZone', 'roles', 'groups', 'organisation'] as const
export type Column = (typeof columns)[number]

/** What a file of rejected rows has besides: mended, it is given again as it is. */
export const added = ['line', 'reasons']

export const mostRows = 20_000

export const mostBodyBytes = 5 * 1024 * 1024
/** Of the file itself: in the JSON that carries it each end of a line takes two letters more, 40 KB with as many rows as may be. */
export const mostBytes = mostBodyBytes - 64 * 1024

/** A row as it was read: what it says of whom, or what is wrong with it. An empty cell says nothing. */
export type ImportRow = {
  line: number
  cells: readonly string[]
  said: {
    email?: string
    name?: string
    language?: string
    timeZone?: string
    /** As they stand in the cell: what separates them may also stand in a name. */
    roles?: string
    groups?: string
    organisation?: string
  }
  errors: FormError[]
}

/** A column without a name here is one that we added to a file of rejected rows. */
export type Header = readonly (Column | undefined)[]

/** How a file is written: the rows that come back are written so too, and opened by whatever opened it. */
export type Written = { header: Header; separator: Separator }

export type ImportFile = ({ ok: true; rows: ImportRow[] } & Written) | { ok: false; problem: FormError }
