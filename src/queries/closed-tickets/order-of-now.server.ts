import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { onOneSnapshot } from '../../server/db/one-snapshot.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { usualSort } from './closed-tickets.ts'
import type { Filters } from './narrow.server.ts'
import { behindPlace, inOrder } from './order.server.ts'
import { orders, placeValues } from './order.ts'
import { closingsOf, type ClosingKeys } from './read-closings.server.ts'

/** Stars are changed while a file is written; nothing else that a list is put in order by is. */
export const isMovingOrder = ({ sort = usualSort }: Filters): boolean =>
  orders[sort].by.some((key) => key === 'best' || key === 'worst')

const atOnce = 20_000

/**
 * Which closings the list has, in its order as it is now: two numbers a row, read within seconds for a million. Only this is
 * read on one snapshot and not the rows too: that would last for as long as the slowest line takes to fetch the file, with a
 * connection held and nothing vacuumed meanwhile, and a replica ends such a snapshot after some seconds.
 */
export const orderOfNow = (desk: Desk, actor: Person, asked: Filters): Promise<ClosingKeys> =>
  onOneSnapshot(desk.read('eventual'), async (db) => {
    const { sort = usualSort } = asked
    const all = (await closingsOf(db, actor, asked, { settings: await readSettings(db) }))
      .select(['closing.ticket_number', 'closing.seq', 'closing.closed_at', 'closing.opened_at', 'closing.score'])
      .limit(atOnce)
    const keys: ClosingKeys = { numbers: [], seqs: [] }
    let rows = await inOrder(all, asked).execute()
    for (;;) {
      for (const { ticket_number: number, seq } of rows) {
        keys.numbers.push(number)
        keys.seqs.push(seq)
      }
      if (rows.length < atOnce) return keys
      const after = { sort, values: placeValues(sort, rows.at(-1)!) }
      rows = await inOrder(all.where(behindPlace(asked, after)), asked).execute()
    }
  })
