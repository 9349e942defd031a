import type { Tables } from '../entities/tables.ts'
import type { Config } from '../server/config.ts'
import { refuseWithoutRole } from '../server/db/application-role.server.ts'
import { openDatabase, type Database } from '../server/db/database.server.ts'
import { refuseUnmigrated } from '../server/db/unmigrated.server.ts'
import { findDatabase, type Say } from './find-database.server.ts'

/** The database of an installation for a command that looks: it neither migrates nor writes down the built-in roles. */
export async function openToLook(
  config: Config,
  say: Say,
): Promise<{ database: Database<Tables>; close(): Promise<void> }> {
  const found = await findDatabase(config, say)
  const database = openDatabase<Tables>({ url: found.url })
  const close = async () => {
    await database.close()
    await found.stop()
  }
  try {
    await refuseUnmigrated(found.url)
    await refuseWithoutRole(database.pool)
  } catch (error) {
    await close()
    throw error
  }
  return { database, close }
}
