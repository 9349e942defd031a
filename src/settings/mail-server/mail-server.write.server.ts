import type { Transaction } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { StoredServer } from './mail-server.server.ts'

export async function writeMailServer(db: Transaction<Tables>, server: Omit<StoredServer, 'one'>): Promise<void> {
  await db
    .insertInto('mail_server')
    .values(server)
    .onConflict((conflict) => conflict.column('one').doUpdateSet(server))
    .execute()
}

export async function removeMailServer(db: Transaction<Tables>): Promise<void> {
  await db.deleteFrom('mail_server').execute()
}
