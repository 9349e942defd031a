import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'
import { root } from './run-tool.ts'

// The pages are served from source and change under the reader's eyes; the server starts anew when a file of its own changes.
const port = process.env.PORT ?? '3000'
const api = `http://127.0.0.1:${port}`

const desk = spawn(process.execPath, ['--watch', '--watch-preserve-output', join(root, 'src/start/server.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PORT: port },
})

// The host stays the one that the browser named: the server accepts changes only from its own origin.
const proxy = { '/api': { target: api, changeOrigin: false } }
const pages = await createServer({ root, logLevel: 'warn', clearScreen: false, server: { proxy } })
await pages.listen()

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
desk.on('exit', (code) => void stop(code ?? 0))

if (await answers())
  console.log(`\n  Sanad, for development: ${pages.resolvedUrls?.local[0] ?? ''}  (its server: ${api})\n`)
else if (!stopping)
  console.error(`\n  The pages are served, but the server at ${api} does not answer; its own words stand above.\n`)

/** A first start makes the database, which takes its time. */
async function answers(seconds = 120) {
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
