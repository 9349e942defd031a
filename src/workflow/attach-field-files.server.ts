import type { Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { attachFiles } from '../entities/ticket/ticket-file.write.server.ts'
import { textIdOf, wasHere, type FieldFile } from '../settings/added-fields/custom-files.server.ts'

/** Files that were given to added fields become theirs; one that comes back is there already. */
export async function attachFieldFiles(
  db: Transaction<Tables>,
  ticket: number,
  owner: string | null,
  files: readonly FieldFile[],
): Promise<void> {
  for (const file of files)
    if (owner !== null && !(await wasHere(db, ticket, file)))
      await attachFiles(db, ticket, textIdOf(file.key), owner, [file.id])
}
