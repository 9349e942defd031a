import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { happenings, type Happened } from '../../events/happened.ts'
import { finding, type Finding } from './check.ts'

/** Everybody was told once of an event that was there to be told, by an interaction that listens to it. */
export async function checkNotices(
  db: Kysely<Tables>,
  listeners: (happened: Happened) => readonly string[],
): Promise<Finding> {
  const found = finding('nobody was told twice, nor of nothing')
  const pairs = happenings.flatMap((happened) => listeners(happened).map((name) => `${happened} ${name}`))
  for (const table of ['notice', 'mail'] as const) {
    const { rows: counted } = await sql<{ rows: number }>`
      select count(*)::int as rows from ${sql.table(table)} where event_id is not null`.execute(db)
    found.look(counted[0]!.rows)
    const { rows } = await sql<{ what: string }>`
      select ${table} || ' about T-' || told.ticket_number || ' by ' || told.interaction || ': no such event, or it does not listen' as what
      from ${sql.table(table)} as told
      left join ticket_event event on event.ticket_number = told.ticket_number and event.id = told.event_id
      -- what is about no ticket (a month's report) has a telling of its own for its event
      where told.event_id is not null
        and told.ticket_number is not null
        and (event.id is null or not (event.happened || ' ' || told.interaction = any (${pairs}::text[])))
      union all
      select ${table} || ' to one recipient ' || count(*) || ' times of one event by ' || interaction
      from ${sql.table(table)}
      where event_id is not null
      group by event_id, interaction, recipient_id
      having count(*) > 1
      limit 1000`.execute(db)
    found.add(rows.map(({ what }) => what))
  }
  return found
}
