import type { Desk } from './desk.server.ts'

/**
 * Makes good the hints that were lost: looks every two seconds for events that nobody spoke of. A sequence does not wait
 * for commits, so it looks a little behind the newest as well and remembers what it has seen. What could not be told, since the
 * database went away in between, is found again.
 */
export function watchNewerEvents(desk: Desk, found: (events: [ticket: number, position: number][]) => Promise<void>) {
  const behind = 500
  let seen = new Set<number>()
  let newest: number | undefined

  async function look(): Promise<void> {
    newest ??= await newestPosition(desk)
    const rows = await desk
      .read()
      .selectFrom('ticket_event')
      .select(['ticket_number', 'position'])
      .where('position', '>', newest - behind)
      .orderBy('position')
      .limit(5_000)
      .execute()
    const first = seen.size === 0 && rows.every((row) => row.position <= newest!)
    const fresh = rows.filter((row) => !seen.has(row.position) && (row.position > newest! || !first))
    if (fresh.length > 0) await found(fresh.map((row) => [row.ticket_number, row.position]))
    newest = rows.at(-1)?.position ?? newest
    seen = new Set([...rows.map((row) => row.position), ...[...seen].filter((position) => position > newest! - behind)])
  }

  let looking = false
  async function turn(): Promise<void> {
    if (looking) return
    looking = true
    await look().catch(() => {})
    looking = false
  }

  const timer = setInterval(() => void turn(), 2_000)
  timer.unref()
  void turn()
  return {
    /** Spoken of already, by a hint. */
    heard: (positions: readonly number[]) => positions.forEach((position) => seen.add(position)),
    stop: () => clearInterval(timer),
  }
}

async function newestPosition(desk: Desk): Promise<number> {
  const row = await desk
    .read()
    .selectFrom('ticket_event')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0
}
