import type pg from 'pg'
import type { Ticket } from '../src/entities/ticket/ticket-tables.ts'
import { burdensIn } from '../src/server/backup/catalog.server.ts'
import { chance, type Chance } from '../src/start/demo/chance.ts'
import { copy } from './copy.ts'
import { live, type Fate, type Rows } from './life.ts'
import { loadPeople, type People } from './people.ts'
import { makeTexts, type Texts } from './texts.ts'

/** `tickets` are some of them, from all of the time: enough to ask about, and not a million. */
export type Dataset = { people: People; texts: Texts; tickets: Ticket[]; seconds: number }
type Life = { ticket: Ticket; rows: Rows }

const day = 86_400_000
const atOnce = 2_000
const kept = 20_000

/**
 * So many tickets over the last two years, five in a hundred of them still going; in small sets more, up to half: a desk has its
 * lists full at whichever size, and a list of four is no measure for one of fifty.
 */
export async function loadDataset(client: pg.Client, size: number): Promise<Dataset> {
  const began = performance.now()
  const luck = chance(size)
  const start = Date.now() - 730 * day
  // one of a thousand; in small sets more: a rare word fills its first page at whichever size
  const texts = { ...(await makeTexts(client)), rarely: Math.max(0.001, 160 / size) }
  const people = await loadPeople(client, luck, new Date(start - day))
  const going = goingShare(size)
  const tickets: Ticket[] = []
  // this session only: a load that is cut off is begun anew
  await client.query(`set synchronous_commit = off`)
  await client.query(`set maintenance_work_mem = '1GB'`)
  // keys and indexes are made when the rows are in
  const burdens = await burdensIn(client)
  for (const statement of burdens.lift) await client.query(statement)
  let loading = Promise.resolve()
  for (let from = 0; from < size; from += atOnce) {
    const lives = Array.from({ length: Math.min(atOnce, size - from) }, (_, index) => {
      const place = from + index
      const ends = !luck.is(going)
      const opened = new Date(ends ? start + (place / size) * 715 * day : Date.now() - luck.below(10 * day) - day)
      const life = live(1001 + place, opened, people, luck, ends ? 'ends' : 'goes on', texts)
      if (place % Math.ceil(size / kept) === 0) tickets.push(life.ticket)
      return life
    })
    await loading
    loading = load(client, lives)
  }
  await loading
  for (const statement of burdens.restore) await client.query(statement)
  await client.query(`select setval('ticket_number', (select max(number) from ticket))`)
  // what the worker learns while tickets come, one by one, would keep it busy for an hour after a million at once
  await client.query(
    'insert into search_word (word) select word from unnest($1::text[]) as word where length(word) between 3 and 40 on conflict do nothing',
    [texts.vocabulary],
  )
  await client.query('update search_word_state set position = (select max(position) from ticket_event)')
  await client.query('vacuum analyze')
  await client.query('reset all')
  return { people, texts, tickets, seconds: (performance.now() - began) / 1000 }
}

/** The part of the tickets that are not closed. */
export const goingShare = (size: number): number => Math.max(0.05, Math.min(0.5, 3_000 / size))

/** Fresh tickets that have come as far as a verb needs them. Their numbers follow the highest. */
export async function loadMore(
  client: pg.Client,
  { people, texts }: Dataset,
  fate: Fate,
  amount: number,
): Promise<Ticket[]> {
  const { rows } = await client.query<{ next: string }>(`select nextval('ticket_number') as next`)
  const from = Number(rows[0]!.next)
  const luck: Chance = chance(from)
  const opened = () => new Date(Date.now() - 3 * day - luck.below(day))
  const lives = Array.from({ length: amount }, (_, index) => live(from + index, opened(), people, luck, fate, texts))
  await load(client, lives)
  await copy(
    client,
    'figure_delta',
    lives.flatMap(({ rows }) => rows.deltas),
  )
  await client.query(`select setval('ticket_number', $1)`, [from + amount])
  return lives.map(({ ticket }) => ticket)
}

async function load(client: pg.Client, lives: readonly Life[]): Promise<void> {
  const every = (kind: keyof Rows) => lives.flatMap(({ rows }) => rows[kind])
  await client.query('begin')
  await copy(
    client,
    'ticket',
    lives.map(({ ticket }) => ticket),
  )
  await copy(client, 'solution_round', every('rounds'))
  await copy(client, 'message', every('messages'))
  const events = every('events')
  const { rows } = await client.query<{ from: string }>(`select nextval('event_position') as from`)
  const from = Number(rows[0]!.from)
  await copy(
    client,
    'ticket_event',
    events.map((event, index) => ({ ...event, position: from + index })),
  )
  await client.query(`select setval('event_position', $1)`, [from + events.length])
  await copy(client, 'closing', every('closings'))
  await copy(client, 'first_response', every('responses'))
  await copy(client, 'notice', every('notices'))
  await copy(client, 'ticket_words', every('words'))
  await client.query('commit')
}
