import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/server/db/embedded/start-embedded.server.ts'
import { migrate } from '../src/server/db/migrate.server.ts'

export type Place = { fresh(name: string): Promise<string>; stop(): Promise<void> }

const folder = path.join(import.meta.dirname, '../node_modules/.cache/sanad-bench')

/** A PostgreSQL of its own with the settings that an installation has, or BENCH_DATABASE_URL's server. */
export async function openPlace(): Promise<Place> {
  const given = process.env['BENCH_DATABASE_URL']
  const embedded = given === undefined ? await startEmbedded({ folder, log: () => {} }) : undefined
  const admin = given ?? embedded?.url ?? ''
  return {
    /** An empty, migrated database; one of the same name goes. */
    async fresh(name) {
      const database = `sanad_bench_${name}`
      await asAdmin(admin, async (client) => {
        await client.query(`drop database if exists ${database} with (force)`)
        await client.query(`create database ${database} template template0 encoding 'UTF8'`)
      })
      const url = new URL(admin)
      url.pathname = `/${database}`
      await migrate(url.toString())
      return url.toString()
    },
    stop: async () => embedded?.stop(),
  }
}

async function asAdmin(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
