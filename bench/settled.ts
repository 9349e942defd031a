import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

const open = `
  select exists (select from mail where state in ('pending', 'sending') and next_try_at <= now())
    or exists (select from pgboss.job where name = 'tell' and state in ('created', 'active')) as open`

/** Waits until every change is told of, and every mail that is due written. */
export async function settled(client: pg.Client): Promise<void> {
  while ((await client.query<{ open: boolean }>(open)).rows[0]!.open) await pause(100)
}
