import type { Readable } from 'node:stream'
import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { newId } from '../../server/ids.server.ts'
import { loadPeople } from '../../users/people.server.ts'
import { exportOf, present } from './exports.server.ts'
import type { ExportFile, ExportFormat, exportForm } from './exports.ts'
import { sightOf, withSight } from './sight-of-export.ts'

/** What can be exported, by the last part of its address: which filters it takes, and how its rows become a file. */
export type Exportable = {
  /** Refuses what the query would refuse. */
  check: (desk: Desk, actor: Person, filters: Record<string, unknown>) => Promise<void>
  write: (
    desk: Desk,
    actor: Person,
    filters: Record<string, unknown>,
    format: ExportFormat,
    onRows: (rows: number) => void,
  ) => Promise<Readable>
}
export type Exportables = Readonly<Record<string, Exportable>>

const mostAtOnce = 5

/**
 * The file is written later, by the worker, with the sight that the actor has now. Refuses filters that the query would refuse,
 * and whoever has too many waiting.
 */
export async function askForExport(
  desk: Desk,
  actor: Person,
  exportables: Exportables,
  { query, format, filters }: Filled<typeof exportForm>,
): Promise<ExportFile> {
  const exportable = Object.hasOwn(exportables, query)
    ? exportables[query]!
    : refuseFields({ field: 'query', code: 'notInList' })
  await exportable.check(desk, actor, filters)
  return desk.change(actor, async ({ db, at }) => {
    await refuseTooMany(db, actor)
    const row = await db
      .insertInto('export_file')
      .values({
        ...{ id: newId(), owner_id: actor.id, query, filters: JSON.stringify(filters), format },
        ...{ state: 'waiting', asked_at: at, sight: JSON.stringify(sightOf(actor)) },
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return present(row)
  })
}

async function refuseTooMany(db: Kysely<Tables>, { id }: Person): Promise<void> {
  const { waiting } = await db
    .selectFrom('export_file')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('owner_id', '=', id)
    .where('state', 'in', ['waiting', 'writing'])
    .executeTakeFirstOrThrow()
  if (waiting >= mostAtOnce) refuse('busy', { retryAfterSeconds: 30 })
}

/** Once more with what it was asked with: its file is gone, or could not be written. */
export async function makeExportAgain(desk: Desk, actor: Person, id: string): Promise<ExportFile> {
  return desk.change(actor, async ({ db, at }) => {
    const found = await exportOf(db, actor, id)
    if (!found) refuse('notFound')
    if (found.state === 'waiting' || found.state === 'writing') return present(found)
    await refuseTooMany(db, actor)
    const row = await db
      .updateTable('export_file')
      .set({
        ...{ state: 'waiting', rows: 0, tries: 0, key: null, size: null },
        ...{ asked_at: at, ready_at: null, read_at: null, leased_until: null, sight: JSON.stringify(sightOf(actor)) },
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return present(row)
  })
}

/** Takes it out of the bell. 404 where the caller has no such export. */
export async function markExportRead(desk: Desk, actor: Person, id: string): Promise<void> {
  await desk.change(actor, async ({ db, at }) => {
    if (!(await exportOf(db, actor, id))) refuse('notFound')
    await db.updateTable('export_file').set({ read_at: at }).where('id', '=', id).where('read_at', 'is', null).execute()
  })
}

const leaseMs = 60_000
const mostTries = 3
const largest = 4 * 1024 ** 3

/** Writes what waits, one after the other; `told` hears who has a file now, or none after all. */
export async function runExports(
  desk: Desk,
  exportables: Exportables,
  blobs: BlobStore,
  told: (people: readonly string[]) => void,
): Promise<void> {
  for (let claimed = await claim(desk); claimed; claimed = await claim(desk)) {
    await write(desk, exportables, blobs, claimed)
    told([claimed.owner_id])
  }
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>

async function claim(desk: Desk) {
  const now = desk.clock.now()
  const due = desk.database.primary
    .selectFrom('export_file')
    .select('id')
    .where((eb) =>
      eb.or([eb('state', '=', 'waiting'), eb.and([eb('state', '=', 'writing'), eb('leased_until', '<', now)])]),
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

async function write(desk: Desk, exportables: Exportables, blobs: BlobStore, claimed: Claimed): Promise<void> {
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
    const { key, size } = await blobs.put(
      await exportable.write(desk, asked, claimed.filters, claimed.format, onRows),
      largest,
    )
    await said
    const done = await mine()
      .set({ state: 'ready', key, size, rows, ready_at: desk.clock.now(), leased_until: null })
      .executeTakeFirst()
    // erased or taken over meanwhile
    if (done.numUpdatedRows === 0n) await blobs.remove(key)
  } catch (error) {
    await said
    if (claimed.tries < mostTries) await mine().set({ state: 'waiting', leased_until: null }).execute()
    else await mine().set({ state: 'failed', leased_until: null, ready_at: desk.clock.now() }).execute()
    throw error
  }
}

const keptFor = 7 * 24 * 3_600_000

/** Files are kept a week; those without a row go too. */
export async function sweepExports(db: Kysely<Tables>, blobs: BlobStore, now: Date): Promise<void> {
  await db
    .deleteFrom('export_file')
    .where('asked_at', '<', new Date(now.getTime() - keptFor))
    .execute()
  for await (const key of blobs.olderThan(new Date(now.getTime() - 3_600_000))) {
    const { rows } = await sql`select from export_file where key = ${key}`.execute(db)
    if (rows.length === 0) await blobs.remove(key)
  }
}
