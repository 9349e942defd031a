import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/server/db/embedded/start-embedded.server.ts'
import { migrate } from '../src/server/db/migrate.server.ts'

export type Place = {
  fresh(name: string): Promise<string>
  kept(name: string): Promise<string | undefined>
  stop(): Promise<void>
}

export const folder = path.join(import.meta.dirname, '../node_modules/.cache/sanad-bench')

/** A PostgreSQL of its own with the settings that an installation has, or BENCH_DATABASE_URL's server. */
export async function openPlace(): Promise<Place> {
  const given = process.env['BENCH_DATABASE_URL']
  const embedded = given === undefined ? await startEmbedded({ folder, log: () => {} }) : undefined
  const admin = given ?? embedded?.url ?? ''
  const urlOf = (name: string): string => {
    const url = new URL(admin)
    url.pathname = `/${databaseOf(name)}`
    return url.toString()
  }
  return {
    /** An empty, migrated database; one of the same name goes. */
    async fresh(name) {
      const url = urlOf(name)
      await asAdmin(admin, async (client) => {
        await client.query(`drop database if exists ${databaseOf(name)} with (force)`)
        await client.query(`create database ${databaseOf(name)} template template0 encoding 'UTF8'`)
      })
      await migrate(url)
      return url
    },
    /** The one that an earlier run left, brought up to date; undefined when there is none. */
    async kept(name) {
      const known = await asAdmin(admin, (client) =>
        client.query(`select from pg_database where datname = $1`, [databaseOf(name)]),
      )
      if (known.rowCount === 0) return undefined
      await migrate(urlOf(name))
      return urlOf(name)
    },
    stop: async () => embedded?.stop(),
  }
}

const databaseOf = (name: string): string => `sanad_bench_${name}`

async function asAdmin<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
