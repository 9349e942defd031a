// What parse-apart.server.ts starts: it reads one mail after the other, in a thread that can be ended in the middle of one.
import { parentPort } from 'node:worker_threads'
import { parseMail } from './parse-mail.server.ts'
import type { Said } from './parse-apart.server.ts'

const port = parentPort!
const say = (said: Said): void => port.postMessage(said)

port.on('message', (raw: Uint8Array) => {
  say({ kind: 'begun' })
  parseMail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)).then(
    (mail) => say({ kind: 'read', mail }),
    (error: unknown) => say({ kind: 'refused', why: error instanceof Error ? error.message : String(error) }),
  )
})
