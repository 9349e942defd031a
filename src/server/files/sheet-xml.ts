/** A date by the seconds since 1970 that the clock on the wall showed: a spreadsheet knows no time zones. */
export type SheetValue = string | number | { wallClock: number } | null

/** `row` counts from 1, as spreadsheets do. */
export function rowXml(row: number, values: readonly SheetValue[], style?: 'header'): string {
  const cells = values.map((value, column) => cellXml(`${columnName(column)}${row}`, value, style))
  return `<row r="${row}">${cells.join('')}</row>`
}

function cellXml(place: string, value: SheetValue, style?: 'header'): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  if (typeof value === 'object') return `<c r="${place}" s="1"><v>${serialDay(value.wallClock)}</v></c>`
  return `<c r="${place}" t="inlineStr"${style ? ' s="2"' : ''}><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
}

/** Days since the spreadsheet's own beginning, which counts a 29 February 1900 that never was. */
const serialDay = (seconds: number): number => Math.round((seconds / 86_400 + 25_569) * 1e8) / 1e8

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)

const longest = 32_767

/** A cell holds 32,767 characters. What XML cannot carry stands as _x0000_, as spreadsheets themselves write it. */
function xmlText(text: string): string {
  const cut = text.length > longest ? text.slice(0, longest - 1).toWellFormed() : text
  return cut
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(unprintable, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const unprintable = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu
