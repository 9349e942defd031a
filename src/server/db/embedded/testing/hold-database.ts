import { createInterface } from 'node:readline'
import { startEmbedded } from '../start-embedded.server.ts'

// A small application around the database, for the tests to kill: says on stdout what happens, obeys on stdin.
const say = (event: object) => process.stdout.write(`${JSON.stringify(event)}\n`)

const database = await startEmbedded({
  folder: process.argv[2] ?? '',
  log: (sentence) => say({ event: 'log', sentence }),
  onRestart: () => say({ event: 'restart' }),
})
async function leave() {
  await database.stop()
  process.exit(0)
}

process.on('SIGTERM', () => void leave())
const orders = createInterface({ input: process.stdin })
orders.on('line', (order) => {
  if (order === 'owned?') say({ event: 'owned', owned: database.owned })
  if (order === 'exit') process.exit(0)
})
// The test itself was killed: nothing may stay behind.
orders.on('close', () => void leave())

// Last: whoever hears it may send a signal at once, which must find its handler.
const { url, socketFolder, owned } = database
say({ event: 'ready', url, socketFolder, owned })
