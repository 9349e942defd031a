import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { refuse, refuseFields, Refusal } from '../../server/errors/refusal.ts'
import { newId } from '../../server/ids.server.ts'
import type { Exportables } from './exportable.server.ts'
import { exportOf, present } from './exports.server.ts'
import type { ExportFile, exportForm } from './exports.ts'
import { sightOf } from './sight-of-export.ts'

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
  await exportable.check(desk, actor, filters).catch(refuseAsFilters)
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

/** The query names its own fields; here they came as `filters`. */
function refuseAsFilters(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'invalidFields') throw error
  refuseFields(...(error.details.errors ?? []).map((each) => ({ ...each, field: `filters.${each.field}` })))
}

async function refuseTooMany(db: Kysely<Tables>, { id }: Person): Promise<void> {
  // one after the other: those who ask at the same moment would all find none waiting
  await sql`select pg_advisory_xact_lock(hashtextextended(${`exports of ${id}`}, 0))`.execute(db)
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
