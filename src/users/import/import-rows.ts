import { parseForm, type FormError } from '../../fields/form.ts'
import { listOf } from '../../fields/list-of.ts'
import { emailAddress, shortText } from '../../fields/short-text/short-text.ts'
import { original } from '../../server/files/csv.ts'
import { languageTag, personName, timeZone } from '../person-fields.ts'
import { readCsv, type CsvRecord } from './read-csv.ts'

export const columns = ['name', 'email', 'language', 'timeZone', 'roles', 'groups', 'organisation'] as const
export type Column = (typeof columns)[number]

export const mostRows = 20_000

/** A row as it was read: what it says of whom, or what is wrong with it. An empty cell says nothing. */
export type ImportRow = {
  line: number
  cells: readonly string[]
  said: {
    email?: string
    name?: string
    language?: string
    timeZone?: string
    roles?: string[]
    /** By their names. */
    groups?: string[]
    organisation?: string
  }
  errors: FormError[]
}

export type ImportFile = { ok: true; header: Column[]; rows: ImportRow[] } | { ok: false; problem: FormError }

const form = {
  email: emailAddress({ required: true }),
  name: personName(false),
  language: languageTag,
  timeZone,
  roles: listOf(shortText({ required: true, max: 40 }), { required: false, max: 50 }),
  groups: listOf(shortText({ required: true, max: 100 }), { required: false, max: 50 }),
  organisation: shortText({ required: false, max: 200 }),
}

/** The whole file; what is wrong with one row stays with that row. */
export function readImport(csv: string): ImportFile {
  const [first, ...records] = readCsv(csv)
  const problem = (code: string, more: object = {}) => ({
    ok: false as const,
    problem: { field: 'csv', code, ...more },
  })
  if (!first || records.length === 0) return problem('required')
  if (records.length > mostRows) return problem('tooManyRows', { max: mostRows, length: records.length })
  const header = first.cells.map(columnNamed)
  const unknown = first.cells.find((_, index) => header[index] === undefined)
  if (unknown !== undefined) return problem('unknownColumn', { column: unknown.slice(0, 100) })
  if (!header.includes('email')) return problem('missingColumn', { column: 'email' })
  if (new Set(header).size < header.length) return problem('repeatedColumn')
  const rows = records.map((record) => readRow(record, header as Column[]))
  return { ok: true, header: header as Column[], rows: markRepeats(rows) }
}

const columnNamed = (cell: string): Column | undefined => {
  const name = cell.toLowerCase().replace(/[\s_-]/g, '')
  return columns.find((column) => column.toLowerCase() === name)
}

function readRow({ line, cells }: CsvRecord, header: readonly Column[]): ImportRow {
  const given: Record<string, unknown> = {}
  for (const [index, column] of header.entries()) {
    const cell = original((cells[index] ?? '').trim())
    if (cell !== '') given[column] = column === 'roles' || column === 'groups' ? listIn(cell) : cell
  }
  const parsed = parseForm(form, given)
  const tooLong = cells.length > header.length ? [{ field: 'csv', code: 'tooManyCells' }] : []
  return parsed.ok
    ? { line, cells, said: parsed.values, errors: tooLong }
    : { line, cells, said: nameable(given), errors: [...parsed.errors, ...tooLong] }
}

const listIn = (cell: string): string[] =>
  cell
    .split(/[;|]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** What a wrong row is called in the preview. */
const nameable = ({ email, name }: Record<string, unknown>): ImportRow['said'] => ({
  ...(typeof email === 'string' ? { email: email.toLowerCase() } : {}),
  ...(typeof name === 'string' ? { name } : {}),
})

/** An address that stands there twice is wrong at the second place: nobody knows which of them counts. */
function markRepeats(rows: ImportRow[]): ImportRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const { email } = row.said
    const isRepeated = email !== undefined && seen.has(email)
    if (email !== undefined) seen.add(email)
    return isRepeated ? { ...row, errors: [...row.errors, { field: 'email', code: 'repeated' }] } : row
  })
}
