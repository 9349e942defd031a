import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Tables } from '../../entities/tables.ts'

const newest = 1_000
const enough = 20
const few = 10_000

/**
 * Closings whose tickets have what is asked of their added fields. As with words the planner cannot know how common that is, so
 * the newest tickets are asked: what few have is looked up first (a file that one in a thousand has took a second among 60,000
 * tickets, met on the way), what many have is met on the way through the list.
 */
export async function hasCustom(db: Kysely<Tables>, asked: RawBuilder<SqlBool>): Promise<RawBuilder<SqlBool>> {
  if (await isCommon(db, asked)) return asked
  const { rows } = await sql<{ number: number }>`
    select number from ticket where ${asked} limit ${few + 1}::int`.execute(db)
  // rare among the new ones and common before: too many to be carried here and back
  if (rows.length > few) return sql<SqlBool>`closing.ticket_number in (select number from ticket where ${asked})`
  return sql<SqlBool>`closing.ticket_number = any (${rows.map(({ number }) => number)}::bigint[])`
}

async function isCommon(db: Kysely<Tables>, asked: RawBuilder<SqlBool>): Promise<boolean> {
  const { rows } = await sql<{ tickets: number }>`
    select count(*) as tickets
    from (
      select from (select * from ticket order by number desc limit ${newest}::int) as ticket
      where ${asked}
      limit ${enough}::int
    ) as found`.execute(db)
  return rows[0]!.tickets >= enough
}
