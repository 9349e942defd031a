import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Happened } from '../../events/happened.ts'
import { jobId } from '../../server/jobs/put-jobs.write.server.ts'
import { tellQueue, dutyKey } from '../../interactions/tell-queue.server.ts'
import { finding, type Finding } from './check.ts'

type Recent = { ticket: number; id: string; happened: Happened }

/**
 * No duty got lost: the newest events' duties are in the queue, done or waiting (done ones are kept there for an hour), and
 * none gave up for good. An event that says another time than its id was made with a moved clock (the demo); its tellings
 * were done by whoever moved it.
 */
export async function checkDuties(
  db: Kysely<Tables>,
  listeners: (happened: Happened) => readonly string[],
): Promise<Finding> {
  const found = finding('every duty of the last half hour is done or waits')
  const { rows: recent } = await sql<Recent>`
    select newest.ticket_number as ticket, newest.id, newest.happened
    from (select * from ticket_event order by position desc limit 20000) as newest
    cross join lateral (
      select to_timestamp(('x' || substr(replace(newest.id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) as made
    ) as real
    where real.made > now() - interval '30 minutes' and abs(extract(epoch from real.made - newest.at)) < 60`.execute(db)
  const duties = recent.flatMap((event) =>
    listeners(event.happened).map((interaction) => ({
      job: jobId(tellQueue, dutyKey({ event: event.id, interaction })),
      what: `T-${event.ticket}: nobody will do ${interaction} for ${event.happened}`,
    })),
  )
  found.look(duties.length)
  const there = await jobsAmong(
    db,
    duties.map(({ job }) => job),
  )
  found.add(duties.filter(({ job }) => !there.has(job)).map(({ what }) => what))
  const { rows: dead } = await sql<{ data: { interaction: string; ticket: number } }>`
    select data from pgboss.job where name = ${`${tellQueue}-dead`} and state < 'completed'`.execute(db)
  found.look(dead.length)
  found.add(dead.map(({ data }) => `T-${data.ticket}: ${data.interaction} gave up`))
  return found
}

async function jobsAmong(db: Kysely<Tables>, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id::text from pgboss.job where name = ${tellQueue} and id = any (${[...ids]}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
