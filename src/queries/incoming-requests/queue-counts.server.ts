import { sql } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { visibleAsStaff } from '../../permissions/visible.server.ts'
import { inQueue } from './incoming-requests.server.ts'
import { countedAtMost, queues, type Queue } from './queues.ts'

/** How many tickets each queue holds, none counted further than the rail shows; one round trip. */
export async function queueCounts(desk: Desk, actor: Person): Promise<Record<Queue, number>> {
  const db = desk.read()
  const counts = queues.map((queue) => {
    const some = db
      .selectFrom('ticket')
      .select(sql`1`.as('one'))
      .where(visibleAsStaff(actor))
      .where(inQueue(queue, actor))
      .limit(countedAtMost)
    return sql`(select count(*) from (${some}) as bounded)`.as(queue)
  })
  const row = await db.selectNoFrom(counts).executeTakeFirstOrThrow()
  return row as Record<Queue, number>
}
