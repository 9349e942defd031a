import { addAbortSignal } from 'node:stream'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { hour } from '../../fields/date-time/spans.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { sweepUnknown } from '../../server/files/sweep-unknown.server.ts'
import { loadPeople } from '../../users/people.server.ts'
import type { Exportables } from './exportable.server.ts'
import { withSight } from './sight-of-export.ts'

const leaseMs = 60_000
/** Milliseconds before it is tried again: an outage of a minute costs nobody their file. */
const pauses = [10_000, 60_000]
const mostTries = pauses.length + 1
/** Bytes of one file. */
const largest = 4 * 1024 ** 3

/**
 * Writes what waits, one after the other; `told` hears who has a file now, or none after all. Asked to end, it gives back what it
 * was writing: whoever runs next begins it anew.
 */
export async function runExports(
  desk: Desk,
  exportables: Exportables,
  blobs: BlobStore,
  told: (people: readonly string[]) => void,
  ending = new AbortController().signal,
): Promise<void> {
  while (!ending.aborted) {
    const claimed = await claim(desk)
    if (!claimed) return
    try {
      await write(desk, exportables, blobs, claimed, ending)
    } finally {
      told([claimed.owner_id])
    }
  }
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>

async function claim(desk: Desk) {
  const now = desk.clock.now()
  const due = desk.database.primary
    .selectFrom('export_file')
    .select('id')
    .where((eb) =>
      eb.and([
        eb('state', 'in', ['waiting', 'writing']),
        // one that waits has a lease where it may not be begun yet
        eb.or([eb('leased_until', 'is', null), eb('leased_until', '<', now)]),
      ]),
    )
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
  return desk.database.primary
    .updateTable('export_file')
    .set((eb) => ({ state: 'writing', rows: 0, tries: eb('tries', '+', 1), leased_until: leaseFrom(now) }))
    .where('id', 'in', due)
    .returningAll()
    .executeTakeFirst()
}

const leaseFrom = (now: Date): Date => new Date(now.getTime() + leaseMs)

async function write(
  desk: Desk,
  exportables: Exportables,
  blobs: BlobStore,
  claimed: Claimed,
  ending: AbortSignal,
): Promise<void> {
  const db = desk.database.primary
  const mine = () =>
    db
      .updateTable('export_file')
      .where('id', '=', claimed.id)
      // asked for again meanwhile, it is another file, perhaps for narrower eyes
      .where('asked_at', '=', claimed.asked_at)
      .where('tries', '=', claimed.tries)
      .where('state', '=', 'writing')
  let said = Promise.resolve<unknown>(undefined)
  let rows = 0
  const onRows = (more: number) => {
    rows += more
    const sofar = rows
    // one after the other, and the rows are not held up by their count
    said = said
      .then(() =>
        mine()
          .set({ rows: sofar, leased_until: leaseFrom(desk.clock.now()) })
          .execute(),
      )
      .catch(() => {})
  }
  try {
    const owner = (await loadPeople(db, [claimed.owner_id])).get(claimed.owner_id)
    const exportable = exportables[claimed.query]
    if (!owner || !exportable || claimed.tries > mostTries) throw new Error('There is nobody to write it for')
    const asked = claimed.sight ? withSight(owner, claimed.sight) : owner
    const bytes = addAbortSignal(ending, await exportable.write(desk, asked, claimed.filters, claimed.format, onRows))
    // broken off before the store listens, it would be heard by nobody, and end the process
    bytes.on('error', () => {})
    const { key, size } = await blobs.put(bytes, largest)
    await said
    const done = await mine()
      .set({ state: 'ready', key, size, rows, ready_at: desk.clock.now(), leased_until: null })
      .executeTakeFirst()
    // erased or taken over meanwhile
    if (done.numUpdatedRows === 0n) await blobs.remove(key)
  } catch (error) {
    await said
    if (ending.aborted) {
      // a stop is no failure: of long exports three upgrades would fail one for good
      await mine()
        .set({ state: 'waiting', tries: claimed.tries - 1, leased_until: null })
        .execute()
      return
    }
    const pause = pauses[claimed.tries - 1]
    if (pause !== undefined)
      await mine()
        .set({ state: 'waiting', leased_until: new Date(desk.clock.now().getTime() + pause) })
        .execute()
    else await mine().set({ state: 'failed', leased_until: null, ready_at: desk.clock.now() }).execute()
    throw error
  }
}

const keptFor = 7 * 24 * hour

/** Files are kept a week; those without a row go too. */
export async function sweepExports(
  db: Kysely<Tables>,
  blobs: BlobStore,
  now: Date,
  ending = new AbortController().signal,
): Promise<void> {
  await db
    .deleteFrom('export_file')
    .where('asked_at', '<', new Date(now.getTime() - keptFor))
    .execute()
  await sweepUnknown(blobs, new Date(now.getTime() - hour), (keys) => knownOf(db, keys), ending)
}

async function knownOf(db: Kysely<Tables>, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from export_file where key = any (${[...keys]}::text[])`.execute(db)
  return rows.map(({ key }) => key)
}
