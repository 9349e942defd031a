import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import type pg from 'pg'
import type { Ticket } from '../src/entities/tables.ts'
import { normalise } from '../src/entities/ticket/normalise.ts'
import { configurationOf } from '../src/entities/ticket/search-languages.ts'
import { chance } from '../src/start/demo/chance.ts'
import { closingsOfHistory, firstResponsesOfHistory } from '../src/statistics/told.server.ts'
import { copy } from './copy.ts'
import { live, type Rows } from './life.ts'
import { loadPeople, type People } from './people.ts'

export type Dataset = { people: People; tickets: Ticket[] }

const day = 86_400_000

/** So many tickets over the last year, five in a hundred of them still going. */
export async function loadDataset(client: pg.Client, size: number): Promise<Dataset> {
  const luck = chance(size)
  const start = Date.now() - 365 * day
  const people = await loadPeople(client, luck, new Date(start - day))
  const lives = Array.from({ length: size }, (_, index) => {
    const ends = luck.is(0.95)
    const opened = new Date(ends ? start + (index / size) * 350 * day : Date.now() - luck.below(10 * day) - day)
    return live(1001 + index, opened, people, luck, { ends })
  })
  await load(client, lives)
  return { people, tickets: lives.map(({ ticket }) => ticket) }
}

/** Tickets that lie with a group and wait for somebody to take them. Their numbers follow the highest. */
export async function loadUntaken(client: pg.Client, people: People, amount: number): Promise<Ticket[]> {
  const { rows } = await client.query<{ next: string }>(`select nextval('ticket_number') as next`)
  const from = Number(rows[0]!.next)
  const luck = chance(from)
  const opened = () => new Date(Date.now() - 3 * day - luck.below(day))
  const lives = Array.from({ length: amount }, (_, index) =>
    live(from + index, opened(), people, luck, { ends: false, taken: false }),
  )
  const waiting = lives.filter(({ ticket }) => ticket.status === 'inProgress')
  await load(client, waiting)
  return waiting.map(({ ticket }) => ticket)
}

async function load(client: pg.Client, lives: { ticket: Ticket; rows: Rows }[]): Promise<void> {
  const every = (kind: keyof Rows) => lives.flatMap(({ rows }) => rows[kind] as Record<string, unknown>[])
  await client.query('begin')
  await copy(
    client,
    'ticket',
    lives.map(({ ticket }) => ticket),
  )
  await copy(client, 'solution_round', every('rounds'))
  await copy(client, 'message', every('messages'))
  const positions = await client.query<{ from: string }>(`select nextval('event_position') as from`)
  const events = every('events').sort((one, other) => (one['at'] as Date).getTime() - (other['at'] as Date).getTime())
  const from = Number(positions.rows[0]!.from)
  await copy(
    client,
    'ticket_event',
    events.map((event, index) => ({ ...event, position: from + index })),
  )
  await client.query(`select setval('event_position', $1)`, [from + events.length])
  await client.query(`select setval('ticket_number', greatest((select max(number) from ticket), 1000))`)
  await loadFacts(client)
  await loadWords(
    client,
    lives.flatMap(({ rows }) => rows.words),
  )
  await client.query('commit')
  await client.query('vacuum analyze')
}

/** Closings and first responses as the events tell them; the figures themselves are counted by whoever first folds them. */
async function loadFacts(client: pg.Client): Promise<void> {
  for (const [table, told] of [
    ['closing', closingsOfHistory()],
    ['first_response', firstResponsesOfHistory()],
  ] as const) {
    const { rows } = await client.query<object>(textOf(told))
    await client.query(`delete from ${table}`)
    await copy(client, table, rows)
  }
}

/** The product's own statement as text; it has no parameters. */
const textOf = (told: RawBuilder<unknown>): string => told.compile(compiler).sql
const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** The words as the product makes them, from a table that goes with the transaction. */
async function loadWords(client: pg.Client, texts: Rows['words']): Promise<void> {
  await client.query(
    'create temp table text (ticket_number bigint, text_id text, audience text, language text, said text) on commit drop',
  )
  const rows = texts.map(({ text, ...place }) => {
    const [[language, version]] = Object.entries(text.texts) as [[string, { text: string }]]
    return { ...place, language: configurationOf(language), said: normalise(version.text) }
  })
  await copy(client, 'text', rows)
  await client.query(`
    insert into ticket_words (ticket_number, text_id, audience, words)
    select ticket_number, text_id, audience, to_tsvector(language::regconfig, said) from text`)
}
