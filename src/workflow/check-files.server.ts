import type { Transaction } from 'kysely'
import { actorId, type Actor } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import { areOwnUploads } from '../entities/ticket/own-uploads.server.ts'
import { refuseFields } from '../server/errors/refusal.ts'

/** Files are named by whoever sent them, once: 422 like the rest of the body. */
export async function checkFiles(
  db: Transaction<Tables>,
  actor: Actor,
  files: readonly string[] | undefined,
): Promise<void> {
  if (!files?.length) return
  const owner = actorId(actor)
  if (owner === null || !(await areOwnUploads(db, owner, files))) refuseFields({ field: 'files', code: 'notInList' })
}
