import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import type { Desk } from '../src/events/desk.server.ts'
import { readConfig } from '../src/server/config.ts'
import { openInstallation } from '../src/start/open-installation.server.ts'
import { openWeb } from '../src/start/open-web.server.ts'
import type { Statement } from './driver.ts'
import type { Ask } from './http-line.ts'
import { secret } from './operations.ts'

export type Recorder = { desk: Desk; record(asks: readonly Ask[]): Promise<Statement[][]>; stop(): Promise<void> }

type Query = (...given: unknown[]) => unknown
const recording = new AsyncLocalStorage<Statement[]>()

/**
 * What the product asks the database for each request, word for word: the request is answered in this process, each commit is
 * made a rollback, and the list of statements can then be replayed by the driver alone, once, in earnest.
 */
export async function openRecorder(url: string): Promise<Recorder> {
  const config = readConfig({ DATABASE_URL: url, PORT: '0' })
  const installation = await openInstallation(config, { worker: false, say: () => {} })
  const heard = new WeakSet<pg.PoolClient>()
  installation.database.pool.on('acquire', (client) => {
    if (!heard.has(client)) listen(client)
    heard.add(client)
  })
  const web = await openWeb(installation, { secret, isReady: () => true })
  async function answer(ask: Ask, statements: Statement[]): Promise<void> {
    const headers = {
      cookie: ask.cookie ?? '',
      host: 'localhost',
      origin: 'http://localhost',
      'content-type': 'application/json',
    }
    const request = { method: ask.method, url: ask.path, headers, payload: ask.body ?? '' }
    const given = await recording.run(statements, async () => web.server.inject(request))
    if (given.statusCode !== ask.expect.status) throw new Error(`${ask.path}: ${given.body}`)
  }
  return {
    desk: installation.desk,
    async record(asks) {
      const lists: Statement[][] = []
      for (const ask of asks) {
        const statements: Statement[] = []
        for (const each of [ask, ...(ask.afterwards ?? [])]) await answer(each, statements)
        lists.push(statements)
      }
      return lists
    },
    async stop() {
      await web.close()
      await installation.close()
    },
  }
}

function listen(client: pg.PoolClient): void {
  const query = client.query.bind(client) as unknown as Query
  const listening: Query = (given, ...rest) => {
    const list = recording.getStore()
    if (!list) return query(given, ...rest)
    const asked = typeof given === 'string' ? { text: given, values: rest.find(Array.isArray) } : (given as Statement)
    const statement: Statement = { text: asked.text, values: asked.values ?? [], rows: 0 }
    if ('name' in asked && asked.name) statement.name = asked.name
    list.push(statement)
    const sent = asked.text === 'commit' ? 'rollback' : given
    const counted = (result: pg.QueryResult) => {
      statement.rows = result.rows.length
      // Kysely looks whether its commit was one
      if (sent === 'rollback') result.command = 'COMMIT'
    }
    const callback = rest.at(-1)
    if (typeof callback === 'function') {
      const noticed = (error: Error | null, result: pg.QueryResult) => {
        if (!error) counted(result)
        callback(error, result)
      }
      return query(sent, ...rest.slice(0, -1), noticed)
    }
    return (query(sent, ...rest) as Promise<pg.QueryResult>).then((result) => {
      counted(result)
      return result
    })
  }
  client.query = listening as unknown as typeof client.query
}
