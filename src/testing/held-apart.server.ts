import type pg from 'pg'
import { expect } from 'vitest'
import type { TestWeb } from './web.server.ts'

/** A line to the database that holds what the statement locks until `work` is done with it. */
export async function whileHeld(
  web: TestWeb,
  statement: string,
  work: (door: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const door = await web.installation.desk.database.pool.connect()
  try {
    await door.query(`begin; ${statement}`)
    await work(door)
  } finally {
    await door.query('commit')
    door.release()
  }
}

/** Until somebody waits for what the door holds. */
export const waitsFor = (door: pg.PoolClient) =>
  expect
    .poll(
      async () =>
        (await door.query('select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))'))
          .rowCount,
      { timeout: 8000 },
    )
    .toBe(1)
