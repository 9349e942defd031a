import type { Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { ExportFile } from './exports.ts'
import type { ExportSight } from '../../entities/export-table.ts'
import { stillSees } from './sight-of-export.ts'

const mostShown = 20

/** The newest exports that someone asked for, while they are kept. */
export async function exportsOf(db: Kysely<Tables>, owner: Person): Promise<ExportFile[]> {
  const rows = await ofOwner(db, owner).orderBy('asked_at', 'desc').execute()
  return rows
    .filter((row) => isTheirs(owner, row))
    .slice(0, mostShown)
    .map(present)
}

/** The caller’s own; undefined where there is none that they may have. */
export async function exportOf(db: Kysely<Tables>, owner: Person, id: string) {
  const row = await ofOwner(db, owner).where('id', '=', id).executeTakeFirst()
  return row && isTheirs(owner, row) ? row : undefined
}

/** To a key with fewer rights than its person an export that holds more than it may see is not there. */
const isTheirs = (owner: Person, { sight }: { sight: ExportSight | null }): boolean =>
  owner.key === undefined || stillSees(owner, sight)

const ofOwner = (db: Kysely<Tables>, owner: Person) =>
  db.selectFrom('export_file').selectAll().where('owner_id', '=', owner.id)

export const present = (row: Awaited<ReturnType<ReturnType<typeof ofOwner>['execute']>>[number]): ExportFile => ({
  id: row.id,
  query: row.query,
  format: row.format,
  state: row.state,
  rows: row.rows,
  size: row.size,
  askedAt: row.asked_at.toISOString(),
  readyAt: row.ready_at?.toISOString() ?? null,
  readAt: row.read_at?.toISOString() ?? null,
})
