import { rowXml, type SheetValue } from './sheet-xml.ts'
import { zip, type ZipEntry } from './zip.server.ts'

export type SheetOptions = {
  /** Shown on the tab; a second sheet is numbered. */
  name: string
  header: readonly string[]
  rightToLeft: boolean
  at: Date
}

/** A sheet takes 1,048,576 rows; what is more goes on the next one. */
const mostRows = 1_048_576

/** A workbook, written row by row. Texts are texts whatever they begin with, times are real dates. */
export function workbook(rows: AsyncIterable<readonly SheetValue[]>, options: SheetOptions): AsyncGenerator<Buffer> {
  return zip(parts(rows, options), options.at)
}

async function* parts(rows: AsyncIterable<readonly SheetValue[]>, options: SheetOptions): AsyncGenerator<ZipEntry> {
  const source = rows[Symbol.asyncIterator]()
  let next = await source.next()
  let sheets = 0
  const take = async () => {
    const { value, done } = next
    if (done) return undefined
    next = await source.next()
    return value
  }
  do {
    sheets++
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheet(take, options) }
  } while (!next.done)
  yield* frame(sheets, options)
}

async function* sheet(take: () => Promise<readonly SheetValue[] | undefined>, { header, rightToLeft }: SheetOptions) {
  yield sheetHead(rightToLeft, header.length)
  yield rowXml(1, header, 'header')
  let batch = ''
  for (let row = 2; row <= mostRows; row++) {
    const values = await take()
    if (values === undefined) break
    batch += rowXml(row, values)
    if (batch.length > 65_536) {
      yield batch
      batch = ''
    }
  }
  yield `${batch}</sheetData></worksheet>`
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const sheetHead = (rightToLeft: boolean, columns: number) =>
  `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}>` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  `<cols><col min="1" max="${columns}" width="18" customWidth="1"/></cols><sheetData>`

function* frame(sheets: number, { name }: SheetOptions): Generator<ZipEntry> {
  const each = (draw: (nth: number) => string) => Array.from({ length: sheets }, (_, index) => draw(index + 1)).join('')
  const title = (nth: number) => sheetName(nth === 1 ? name : `${name.slice(0, 26)} ${nth}`)
  const part = (path: string, xml: string): ZipEntry => ({ name: path, content: [declaration + xml] })
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
      each((nth) => `<Override PartName="/xl/worksheets/sheet${nth}.xml" ContentType="${types}.worksheet+xml"/>`) +
      '</Types>',
  )
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((nth) => `<sheet name="${title(nth)}" sheetId="${nth}" r:id="rId${nth}"/>`)}</sheets></workbook>`,
  )
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}/relationships">` +
      each(
        (nth) => `<Relationship Id="rId${nth}" Type="${relations}/worksheet" Target="worksheets/sheet${nth}.xml"/>`,
      ) +
      `<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  )
  yield part('xl/styles.xml', styles)
}

/** At most 31 characters, and none of those that stand for something in a formula. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\<>&"']/g, ' ').slice(0, 31)

// 0 plain, 1 a date with its time, 2 the header
const styles =
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>'
