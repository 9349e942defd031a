import { refuseOtherEncoding } from './encoding.server.ts'
import { oneClient } from './one-client.server.ts'
import { refuseHalfRestored, stories } from './migrate.server.ts'

/** For whoever only looks: throws a sentence where migrations of this version did not run yet. Changes nothing. */
export async function refuseUnmigrated(url: string): Promise<void> {
  const client = oneClient({ connectionString: url, application_name: 'sanad look' })
  await client.connect()
  try {
    await refuseOtherEncoding(client)
    await refuseHalfRestored(client)
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('schema_migration') is not null as there`,
    )
    const ran = rows[0]?.there
      ? await client.query<{ name: string }>('select name from schema_migration')
      : { rows: [] }
    const wanting = (await stories()).filter(({ name }) => !ran.rows.some((row) => row.name === name))
    if (wanting.length > 0) throw new Error(sentenceOf(wanting[0]!.name))
  } finally {
    await client.end()
  }
}

const sentenceOf = (first: string): string =>
  `The database is older than this version of Sanad: migrations did not run yet, from ${first} on. ` +
  'Start Sanad of this version, which runs them, and then try again. Nothing was changed.'
