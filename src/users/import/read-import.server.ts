import { parseForm } from '../../fields/form.ts'
import { emailAddress, nameText, shortText } from '../../fields/short-text/short-text.ts'
import { original } from '../../server/files/csv.ts'
import { languageTag, personName, timeZone } from '../person-fields.ts'
import { added, columns, mostRows, type Column, type Header, type ImportFile, type ImportRow } from './import-row.ts'
import { readCsv, separatorOf, type CsvRecord } from './read-csv.ts'

const form = {
  email: emailAddress({ required: true }),
  name: personName(false),
  language: languageTag,
  timeZone,
  roles: shortText({ required: false, max: 5_000 }),
  groups: shortText({ required: false, max: 5_000 }),
  organisation: nameText({ required: false, max: 200 }),
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
  const unknown = first.cells.find((cell, index) => header[index] === undefined && !added.includes(cell))
  if (unknown !== undefined) return problem('unknownColumn', { column: unknown.slice(0, 100) })
  if (!header.includes('email')) return problem('missingColumn', { column: 'email' })
  const named = header.filter((column) => column !== undefined)
  if (new Set(named).size < named.length) return problem('repeatedColumn')
  return {
    ok: true,
    header,
    separator: separatorOf(csv),
    rows: markRepeats(records.map((record) => readRow(record, header))),
  }
}

const columnNamed = (cell: string): Column | undefined => {
  const name = cell.toLowerCase().replace(/[\s_-]/g, '')
  return columns.find((column) => column.toLowerCase() === name)
}

function readRow({ line, cells }: CsvRecord, header: Header): ImportRow {
  const given: Record<string, unknown> = {}
  for (const [index, column] of header.entries()) {
    const cell = original((cells[index] ?? '').trim())
    if (column && cell !== '') given[column] = cell
  }
  const parsed = parseForm(form, given)
  const tooLong = cells.length > header.length ? [{ field: 'csv', code: 'tooManyCells' }] : []
  return parsed.ok
    ? { line, cells, said: parsed.values, errors: tooLong }
    : { line, cells, said: { ...rightOf(given), ...nameable(given) }, errors: [...parsed.errors, ...tooLong] }
}

/** What a wrong row says all the same: whether there are such roles and groups is asked of it too. */
function rightOf(given: Record<string, unknown>): ImportRow['said'] {
  const right = Object.entries(form).flatMap(([column, field]) => {
    const parsed = column in given ? field.parse(given[column]) : undefined
    return parsed?.ok ? [[column, parsed.value]] : []
  })
  return Object.fromEntries(right)
}

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
