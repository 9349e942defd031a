import pg from 'pg'
import { closedLoop, type Run } from './closed-loop.ts'
import { openLine, type Ask, type Line } from './http-line.ts'

/** A statement as the product sent it, and how many rows it gave. */
export type Statement = { text: string; name?: string; values?: unknown[]; rows: number }
export type Task =
  | { by: 'http'; port: number; items: Ask[]; atOnce: number }
  | { by: 'driver'; url: string; items: Statement[][]; atOnce: number }

// A process of its own: whoever measures does not stand on the server's feet.
const clients = new Map<string, pg.Client[]>()

process.on('message', (task: Task) => {
  void answer(task)
})
process.on('disconnect', () => process.exit(0))

async function answer(task: Task): Promise<void> {
  try {
    process.send!(await (task.by === 'http' ? overHttp(task) : bare(task)))
  } catch (error) {
    process.send!({ seconds: 0, latencies: new Float64Array(0), failures: [(error as Error).stack] })
  }
}

async function overHttp({ port, items, atOnce }: Task & { by: 'http' }): Promise<Run> {
  const open = await Promise.all(Array.from({ length: atOnce }, () => openLine(port)))
  const run = await closedLoop(items, atOnce, (item, lane) => askAll(open[lane]!, item))
  open.forEach((line) => line.close())
  return run
}

/** A page asks for several things; here one after the other, on one line. */
async function askAll(line: Line, item: Ask): Promise<string | null> {
  for (const ask of [item, ...(item.afterwards ?? [])]) {
    const failure = await line.ask(ask)
    if (failure !== null) return failure
  }
  return null
}

async function bare({ url, items, atOnce }: Task & { by: 'driver' }): Promise<Run> {
  const open = clients.get(url) ?? []
  while (open.length < atOnce) open.push(await connect(url))
  clients.set(url, open)
  return closedLoop(items, atOnce, async (statements, lane) => {
    for (const { rows, ...statement } of statements) {
      const answer = await open[lane]!.query(statement)
      if (answer.rows.length !== rows)
        return `${answer.rows.length} rows instead of ${rows}: ${statement.text.slice(0, 200)}`
    }
    return null
  })
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c role=sanad_app -c synchronous_commit=on -c timezone=UTC',
  })
  await client.connect()
  return client
}
