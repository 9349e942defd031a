import { access, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Config } from '../server/config.ts'

/** In the data folder: Sanad ran on a database of its operator's. The embedded one that may still lie beside it is an old one. */
const mark = 'database-is-elsewhere'

type Where = Pick<Config, 'data' | 'databaseUrl'>

/** At the start of whatever serves or works; commands that look leave no mark. */
export async function markElsewhere({ data, databaseUrl }: Where): Promise<void> {
  if (databaseUrl)
    await writeFile(
      join(data, mark),
      'Sanad ran on the database that DATABASE_URL names. Delete this file to use the one in this folder again.\n',
    )
}

/** A nightly backup without the server’s environment kept the database of before the move, and said that all was well. */
export async function refuseElsewhere({ data, databaseUrl }: Where): Promise<void> {
  if (databaseUrl || !(await isThere(join(data, mark)))) return
  throw new Error(
    `Sanad ran on the database that DATABASE_URL names, and here no DATABASE_URL is given: please give it, as the server has it. ` +
      `Where the database in ${resolve(data)} is to be used instead, delete ${resolve(data, mark)} first.`,
  )
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
