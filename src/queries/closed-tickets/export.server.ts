import { Readable } from 'node:stream'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { readText } from '../../fields/multilingual-text/read-text.ts'
import { byteOrderMark, csvLine, type CsvValue } from '../../server/files/csv.ts'
import type { SheetValue } from '../../server/files/sheet-xml.ts'
import { workbook } from '../../server/files/xlsx.server.ts'
import { wordsFor } from '../../words/words.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { isMovingOrder, orderOfNow } from './order-of-now.server.ts'
import { duplicateOf, readClosings, readTheseClosings, type ClosingRead } from './read-closings.server.ts'
import { usualSort } from './closed-tickets.ts'
import { customColumns } from './custom-columns.server.ts'
import type { Filters } from './narrow.server.ts'
import { placeValues } from './order.ts'
import type { PlaceInList } from './place-in-list.ts'

/** Hears how many more rows were written. */
export type OnRows = (rows: number) => void
const nobody: OnRows = () => {}

/** Every row of the list, for programs: columns and codes as on the wire, times in UTC. docs/figures.md says how to read it. */
export function closedTicketsCsv(desk: Desk, actor: Person, asked: Filters, onRows: OnRows = nobody): Readable {
  async function* lines() {
    const own = await ownColumns(desk, actor)
    yield byteOrderMark + csvLine([...csvColumns.map(([name]) => name), ...own.keys])
    for await (const rows of batches(desk, actor, asked, onRows)) {
      const customs = await own.read(rows)
      yield rows
        .map((row, index) =>
          csvLine([...csvColumns.map(([, value]) => value(row, actor.language)), ...own.csv(customs[index] ?? {})]),
        )
        .join('')
    }
  }
  return Readable.from(lines(), { objectMode: false, highWaterMark: 65_536 })
}

/** The same for people: headings and endings in their language, real dates on the organisation's clock. */
export async function closedTicketsXlsx(
  desk: Desk,
  actor: Person,
  asked: Filters,
  onRows: OnRows = nobody,
): Promise<Readable> {
  const t = wordsFor(actor.language)
  const own = await ownColumns(desk, actor)
  async function* rows() {
    for await (const batch of batches(desk, actor, asked, onRows)) {
      const customs = await own.read(batch)
      for (const [index, row] of batch.entries())
        yield [
          ...sheetValues(row, actor.language, (ending) => t(`glossary:ended.${ending}`)),
          ...own.sheet(customs[index] ?? {}),
        ]
    }
  }
  const sheet = workbook(rows(), {
    name: t('report:export.sheet'),
    header: [...sheetColumns.map((name) => t(`report:export.${name}`)), ...own.labels],
    rightToLeft: t.dir === 'rtl',
    at: desk.clock.now(),
  })
  return Readable.from(sheet, { objectMode: false, highWaterMark: 65_536 })
}

async function ownColumns(desk: Desk, actor: Person) {
  const db = desk.read('eventual')
  return customColumns(db, actor, (await readSettings(db)).timeZone)
}

const batchSize = 2_000

/** Page by page, each a short question of its own: however many rows, only one page is held, and no transaction grows old. */
async function* batches(desk: Desk, actor: Person, asked: Filters, onRows: OnRows): AsyncGenerator<ClosingRead[]> {
  for await (const rows of isMovingOrder(asked)
    ? asOrderedNow(desk, actor, asked)
    : oneAfterTheOther(desk, actor, asked)) {
    if (rows.length > 0) yield rows
    onRows(rows.length)
  }
}

async function* oneAfterTheOther(desk: Desk, actor: Person, asked: Filters): AsyncGenerator<ClosingRead[]> {
  const { sort = usualSort } = asked
  let after: PlaceInList | undefined
  for (;;) {
    const rows = await readClosings(desk, actor, asked, { after, limit: batchSize })
    yield rows
    if (rows.length < batchSize) return
    after = { sort, values: placeValues(sort, rows.at(-1)!) }
  }
}

/** A rating that changes while we write moves its row past our place: it would come twice or never. So the order is fixed before. */
async function* asOrderedNow(desk: Desk, actor: Person, asked: Filters): AsyncGenerator<ClosingRead[]> {
  const { numbers, seqs } = await orderOfNow(desk, actor, asked)
  for (let from = 0; from < numbers.length; from += batchSize) {
    const to = from + batchSize
    yield await readTheseClosings(desk, actor, asked, { numbers: numbers.slice(from, to), seqs: seqs.slice(from, to) })
  }
}

const csvColumns: [name: string, value: (row: ClosingRead, language: string) => CsvValue][] = [
  ['number', (row) => row.ticket_number],
  ['title', (row, language) => readText(row.title, language).text],
  ['titleLanguage', (row, language) => readText(row.title, language).language],
  ['customer', (row) => row.customer_name],
  ['group', (row) => row.group_name],
  ['member', (row) => row.member_name],
  ['openedAt', (row) => row.opened_at.toISOString()],
  ['closedAt', (row) => row.closed_at.toISOString()],
  ['ended', (row) => row.ended],
  ['duplicateOf', duplicateOf],
  ['score', (row) => row.score],
  ['comment', commentOf],
  ['reopenedAt', (row) => row.reopened_at?.toISOString() ?? null],
]

const sheetColumns = [
  'number',
  'title',
  'customer',
  'group',
  'member',
  'openedAt',
  'closedAt',
  'ended',
  'duplicateOf',
  'score',
  'comment',
  'reopenedAt',
] as const

const sheetValues = (
  row: ClosingRead,
  language: string,
  say: (ending: ClosingRead['ended']) => string,
): SheetValue[] => [
  row.ticket_number,
  readText(row.title, language).text,
  row.customer_name,
  row.group_name,
  row.member_name,
  wall(row.opened_local),
  wall(row.closed_local),
  say(row.ended),
  duplicateOf(row),
  row.score,
  commentOf(row, language),
  wall(row.reopened_local),
]

const wall = (seconds: number | null): SheetValue => (seconds === null ? null : { wallClock: seconds })

function commentOf({ comment }: ClosingRead, language: string): string | null {
  return comment === null ? null : readText(comment, language).text
}
