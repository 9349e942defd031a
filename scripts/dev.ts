import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createLogger, createServer, type Plugin } from 'vite'
import { root } from './run-tool.ts'

// The pages are served from source and change under the reader's eyes; the server starts anew when a file of its own changes.
const port = process.env.PORT ?? '3000'
const api = `http://127.0.0.1:${port}`
let stopping = false

/** A page that reloads while the server starts anew waits for it: many a file belongs to both sides. */
const waitsForTheServer: Plugin = {
  name: 'waits-for-the-server',
  configureServer: ({ middlewares }) => {
    middlewares.use('/api', async (_request, _answer, next) => {
      await answers(30)
      next()
    })
  },
}

/** A server that starts anew cuts the open lines of the pages, each of which would be a page of red otherwise. */
const log = createLogger('warn', { allowClearScreen: false })
const tell = log.error.bind(log)
log.error = (message, options) => {
  if (!/http proxy error/.test(message) || !/ECONN(?:RESET|REFUSED)|socket hang up/.test(message))
    tell(message, options)
}

// The host stays the one that the browser named: the server accepts changes only from its own origin.
const proxy = { '/api': { target: api, changeOrigin: false } }
const pages = await createServer({
  root,
  customLogger: log,
  clearScreen: false,
  plugins: [waitsForTheServer],
  server: { proxy },
})
await pages.listen()
const address = pages.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? ''

const desk = spawn(process.execPath, ['--watch', '--watch-preserve-output', join(root, 'src/start/server.ts')], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, PORT: port },
})
// The server names its own address, whose pages are those of the last build, if there was one.
createInterface({ input: desk.stdout }).on('line', (line) =>
  console.log(line.replace(`http://localhost:${port}`, address)),
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
desk.on('exit', (code) => void stop(code ?? 0))

if (await answers(120)) console.log(`\n  Sanad, for development: ${address}  (its server: ${api})\n`)
else if (!stopping)
  console.error(`\n  The pages are served, but the server at ${api} does not answer; its own words stand above.\n`)

/** A first start makes the database, which takes its time. */
async function answers(seconds: number) {
  const until = Date.now() + seconds * 1000
  while (Date.now() < until && !stopping) {
    const answer = await fetch(`${api}/healthz`).catch(() => undefined)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return false
}

async function stop(code = 0) {
  if (stopping) return
  stopping = true
  desk.kill('SIGTERM')
  await pages.close()
  process.exitCode = code
}
