import type { Person } from '../../entities/person/actor.ts'
import type { Change } from '../../events/desk.server.ts'
import { newId } from '../../server/ids.server.ts'

export type NewImport = { by: Person; network: string; invite: boolean; csv: string; rows: number }

/** Lays an import down for the worker; with this change it is there, and no process needs to live for it. */
export async function putImport({ db, at }: Change, { by, network, invite, csv, rows }: NewImport) {
  const begun = { state: 'waiting', counts: null, rejected: null, finished_at: null } as const
  return db
    .insertInto('user_import')
    .values({
      id: newId(),
      by_id: by.id,
      permissions: [...by.permissions].sort(),
      at,
      network,
      invite,
      csv,
      rows,
      ...begun,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
