export type Separator = ',' | ';' | '\t'

/** A record of a file, and the line on which it begins: a quoted field may go over several. */
export type CsvRecord = { line: number; cells: string[] }

/** Reads CSV as RFC 4180 has it, and as spreadsheets of other countries write it: with semicolons or tabs. */
export function readCsv(text: string): CsvRecord[] {
  const source = withoutMark(text)
  const separator = separatorOf(source)
  const records: CsvRecord[] = []
  let line = 1
  let record: CsvRecord = { line, cells: [] }
  let at = 0
  while (at < source.length) {
    const field = source[at] === '"' ? quoted(source, at, separator) : plain(source, at, separator)
    record.cells.push(field.text)
    line += field.lines
    at = field.end
    const ended = source[at] !== separator
    if (source[at] === '\r' && source[at + 1] === '\n') at += 1
    if (ended) {
      line += 1
      records.push(record)
      record = { line, cells: [] }
    }
    at += 1
    // a separator at the very end has an empty field behind it
    if (!ended && at >= source.length) records.push({ ...record, cells: [...record.cells, ''] })
  }
  return records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

const lineEnd = /\r\n|[\r\n]/u

type Field = { text: string; end: number; lines: number }

function plain(source: string, start: number, separator: string): Field {
  let end = start
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1
  return { text: source.slice(start, end), end, lines: 0 }
}

/** Up to the closing quote; what stands between it and the separator belongs to the field, as spreadsheets read it, but for blanks. */
function quoted(source: string, start: number, separator: string): Field {
  let end = start + 1
  while (end < source.length) {
    if (source[end] === '"' && source[end + 1] !== '"') break
    end += source[end] === '"' ? 2 : 1
  }
  const text = source.slice(start + 1, end).replaceAll('""', '"')
  const behind = plain(source, Math.min(end + 1, source.length), separator)
  return { text: text + behind.text.trim(), end: behind.end, lines: text.split(lineEnd).length - 1 }
}

/** The one that the header line has most of. */
export function separatorOf(text: string): Separator {
  const source = withoutMark(text)
  const header = source.slice(0, source.search(/[\r\n]|$/u))
  const count = (sign: string) => header.split(sign).length
  return separators.toSorted((one, other) => count(other) - count(one))[0]!
}

const separators: readonly Separator[] = [',', ';', '\t']

const withoutMark = (text: string): string => text.replace(/^\uFEFF/u, '')
