import { sql } from 'kysely'
import type { Measured } from '../server/http/metrics.server.ts'
import type { Live } from './live.server.ts'
import type { Installation } from './open-installation.server.ts'

/** What an operator watches besides the requests: what waits, what failed, and how full the pool is. */
export function measuredOf({ database }: Installation, live: Live): Measured[] {
  const { pool, primary } = database
  // counts come as numbers, what is extracted from a moment as text
  const number = async (query: ReturnType<typeof sql<{ value: number | string | null }>>) =>
    Number((await query.execute(primary)).rows[0]?.value ?? 0)
  return [
    { name: 'live_listeners', help: 'Open pages that listen.', read: () => live.listeners() },
    { name: 'pool_connections', help: 'Database connections held.', read: () => pool.totalCount },
    { name: 'pool_idle', help: 'Database connections at rest.', read: () => pool.idleCount },
    { name: 'pool_waiting', help: 'Requests that wait for a connection.', read: () => pool.waitingCount },
    {
      name: 'tellings_waiting',
      help: 'Duties of events that nobody has done yet.',
      read: () => number(sql`select count(*) as value from pgboss.job_common where name = 'tell' and state < 'active'`),
    },
    {
      name: 'tellings_oldest_seconds',
      help: 'How long the oldest of them has waited.',
      read: () =>
        number(sql`
          select extract(epoch from now() - min(created_on)) as value
          from pgboss.job_common where name = 'tell' and state < 'active'`),
    },
    {
      name: 'mails_waiting',
      help: 'Mails in the outbox.',
      read: () => number(sql`select count(*) as value from mail where state in ('pending', 'sending')`),
    },
    {
      name: 'mails_oldest_seconds',
      help: 'For how long the mail that waits longest should have gone already.',
      // a try that failed puts off the next one, and not since when it waits; one under way has not failed yet
      read: () =>
        number(sql`
          select greatest(0, extract(epoch from now() - min(
            case when tries > (state = 'sending')::int then created_at else next_try_at end))) as value
          from mail where state in ('pending', 'sending')`),
    },
    {
      name: 'mails_held',
      help: 'Mails from before a restore that an administrator has to send or drop.',
      read: () => number(sql`select count(*) as value from mail where state = 'held'`),
    },
    {
      name: 'tellings_failed',
      help: 'Duties of telling that failed for good.',
      read: () =>
        number(sql`select count(*) as value from pgboss.job where name = 'tell-dead' and state < 'completed'`),
    },
    {
      name: 'mails_in_failed',
      help: 'Mails that came in and could not be handled.',
      read: () => number(sql`select count(*) as value from inbound_mail where state = 'failed'`),
    },
    {
      name: 'mails_failed',
      help: 'Mails that finally failed and are shown to administrators.',
      read: () => number(sql`select count(*) as value from mail where state = 'dead'`),
    },
  ]
}
