/**
 * CSV as RFC 4180 has it, in UTF-8 with a byte order mark, so that spreadsheets read every script. A text that a spreadsheet
 * would take for a formula is neutralised with one apostrophe in front, and so is a text that begins with an apostrophe itself:
 * whoever reads the file back takes exactly one leading apostrophe away and has the original.
 */
export type CsvValue = string | number | null

export const byteOrderMark = '\uFEFF'

/** What stands between two fields: spreadsheets of countries with a decimal comma take a semicolon. */
export type Separator = ',' | ';' | '\t'

/** Ends with CRLF, as RFC 4180 has it. */
export const csvLine = (values: readonly CsvValue[], separator: Separator = ','): string =>
  `${values.map((value) => csvField(value, separator)).join(separator)}\r\n`

function csvField(value: CsvValue, separator: Separator): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = neutral(value)
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What makes a spreadsheet reckon, full width included; a tab or a line break in front is skipped by some. */
const dangerous = /^['=+\-@\t\r\n＝＋－＠]/

const neutral = (text: string): string => (dangerous.test(text) ? `'${text}` : text)

/** The way back. */
export const original = (field: string): string => (field.startsWith("'") ? field.slice(1) : field)
