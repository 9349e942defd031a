import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { compileCache } from '../src/testing/compiled.ts'
import { cloneDatabase, type ClonedDatabase } from '../src/testing/postgres.server.ts'

export type Product = {
  /** One address a server process; they share one database. */
  addresses: string[]
  address: string
  /** What the first process said at its start: the address, and the set-up link while there is no administrator. */
  said: string
  /** For what no interface can bring about, as a restored backup. */
  databaseUrl: string
  stop(): Promise<void>
}

export const secret = 'the secret of a browser journey, long enough'

type Options = { servers?: number; environment?: Record<string, string>; database?: ClonedDatabase }

/** The product as a user starts it, on a database of its own; several servers when a journey wants to see them together. */
export async function startProduct(options: Options = {}): Promise<Product> {
  const database = options.database ?? (await cloneDatabase())
  const environment = {
    DATABASE_URL: database.url,
    SANAD_SECRET: secret,
    PORT: '0',
    LOG_LEVEL: 'warn',
    ...options.environment,
  }
  const processes: Started[] = []
  for (let index = 0; index < (options.servers ?? 1); index++) processes.push(await start(environment))
  return {
    addresses: processes.map(({ address }) => address),
    address: processes[0]!.address,
    said: processes[0]!.said(),
    databaseUrl: database.url,
    async stop() {
      await Promise.all(processes.map(({ child }) => ended(child)))
      await database.drop()
    },
  }
}

type Started = { child: ChildProcess; address: string; said: () => string }

async function start(environment: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/start/server.ts')], {
    env: {
      ...process.env,
      ...compileCache,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  child.stderr.on('data', (chunk: Buffer) => (complained += String(chunk)))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk)
      const found = /Sanad is at (http:\/\/\S+)/.exec(said)
      if (found) resolve(found[1]!)
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}${complained}`)))
  })
  // the set-up link, where there is one, follows the address
  if (!environment['SANAD_ADMIN_EMAIL']) await new Promise((resolve) => setTimeout(resolve, 300))
  return { child, address, said: () => said }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
