import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../server/config.ts'

/**
 * For a command that looks at what is there: given another environment than the server's it would make an empty installation,
 * and find nothing wrong with it.
 */
export async function refuseWithoutDatabase({ databaseUrl, data }: Config): Promise<void> {
  if (databaseUrl) return
  const entries = await readdir(data).catch((error: NodeJS.ErrnoException) => {
    // what else is wrong with the folder is said where it is opened
    return error.code === 'ENOENT' ? [] : null
  })
  if (entries === null || entries.some((entry) => /^pg\d+$/.test(entry))) return
  throw new Error(
    `There is no database in ${resolve(data)}. Give this command the environment that the server has: ` +
      'SANAD_DATA names its data folder, DATABASE_URL a database of your own.',
  )
}
