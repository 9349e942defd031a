import type { Client } from 'pg'
import { getConstructionPlans, PgBoss } from 'pg-boss'

const schema = 'pgboss'

/** Creates or upgrades the queue's own tables and lets the application's role use them. `client` may create roles' grants. */
export async function installQueue(client: Client, url: string): Promise<void> {
  const { rows } = await client.query<{ there: string | null }>(
    `select to_regclass('${schema}.version')::text as there`,
  )
  if (rows[0]?.there) await upgrade(client, url)
  else await client.query(getConstructionPlans(schema))
  await client.query(`
    grant usage, create on schema ${schema} to sanad_app;
    grant all on all tables in schema ${schema} to sanad_app;
    grant all on all sequences in schema ${schema} to sanad_app;
    grant execute on all functions in schema ${schema} to sanad_app`)
}

async function upgrade(client: Client, url: string): Promise<void> {
  const { rows } = await client.query<{ version: number }>(`select version from ${schema}.version`)
  if (Number(rows[0]?.version) === newestVersion()) return
  const boss = new PgBoss({ connectionString: url, schema, max: 1, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
}

/** The version that this pg-boss would install, read from its own plan so that no number stands here. */
function newestVersion(): number {
  const match = /version\(version\) values \('(\d+)'\)/i.exec(getConstructionPlans(schema))
  if (!match) throw new Error('pg-boss changed how it writes its version: mend newestVersion()')
  return Number(match[1])
}
