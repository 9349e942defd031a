import { realpathSync } from 'node:fs'
import pg from 'pg'
import { errorCode } from './error-code.ts'
import type { Home } from './home.server.ts'

/** `busy`: a server is there, but starting, recovering or stopping. `silent`: nobody listens. */
export type Answer = 'ready' | 'busy' | 'silent' | 'no such database'

const answers: Record<string, Answer> = {
  ENOENT: 'silent',
  ECONNREFUSED: 'silent',
  '3D000': 'no such database',
  // Too many clients: it could not be more alive.
  '53300': 'ready',
}

/** Throws where the server that answers is not the one of this folder. */
export async function ping(home: Home, database = 'postgres'): Promise<Answer> {
  const client = connection(home, database)
  client.on('error', () => {})
  try {
    await client.connect()
    await refuseStranger(client, home)
    return 'ready'
  } catch (error) {
    if (error instanceof Stranger) throw error
    return answers[errorCode(error) ?? ''] ?? 'busy'
  } finally {
    await client.end().catch(() => {})
  }
}

/** By the socket in the folder, as the superuser; not connected yet. */
export function connection(home: Home, database: string): pg.Client {
  return new pg.Client({
    host: home.socket,
    port: 5432,
    user: 'postgres',
    database,
    ssl: false,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    application_name: 'sanad supervisor',
  })
}

class Stranger extends Error {}

async function refuseStranger(client: pg.Client, home: Home): Promise<void> {
  const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
  const folder = rows[0]?.folder ?? ''
  if (folder === home.cluster || real(folder) === home.cluster) return
  throw new Stranger(`The socket in ${home.socket} belongs to another database, in ${folder}.`)
}

function real(folder: string): string | undefined {
  try {
    return realpathSync(folder)
  } catch {
    return undefined
  }
}
