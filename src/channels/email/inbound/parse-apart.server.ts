import { Worker } from 'node:worker_threads'
import type { ParsedMail } from './parsed-mail.ts'

/** A mail that the parser refuses, falls over or does not end: it does so however often it is asked. */
export class UnreadableMail extends Error {
  override readonly name = 'UnreadableMail'
}

/** What the thread says of the mail that it was given. */
export type Said = { kind: 'begun' } | { kind: 'read'; mail: ParsedMail } | { kind: 'refused'; why: string }

/** One of sixty megabytes takes some seconds. */
const longest = 60_000
const idle = 30_000

let thread: Worker | undefined
let letGo: NodeJS.Timeout | undefined
let line: Promise<unknown> = Promise.resolve()

/**
 * Reads a mail in a thread of its own, one after the other: what a stranger sends can keep a parser busy for minutes (a megabyte
 * of tables within tables keeps sanitize-html for one), and everybody would wait for it. A mail that takes too long, or
 * that its reader falls over, ends the thread and is unreadable. Anything else is thrown where only this try went wrong.
 */
export function parseMail(raw: Buffer, atMost = longest): Promise<ParsedMail> {
  const reading = line.then(() => parseNow(raw, atMost))
  line = reading.catch(() => {})
  return reading
}

async function parseNow(raw: Buffer, atMost: number): Promise<ParsedMail> {
  clearTimeout(letGo)
  const worker = (thread ??= begin())
  worker.ref()
  try {
    const mail = await answerOf(worker, raw, atMost)
    return { ...mail, attachments: mail.attachments.map((each) => ({ ...each, content: asBuffer(each.content) })) }
  } finally {
    // nothing is kept awake by a thread that waits, nor by its end
    worker.unref()
    letGo = setTimeout(end, idle, worker).unref()
  }
}

function answerOf(worker: Worker, raw: Buffer, atMost: number): Promise<ParsedMail> {
  return new Promise((resolve, reject) => {
    let patience: NodeJS.Timeout | undefined
    const settle = (how: () => void) => {
      clearTimeout(patience)
      worker.off('message', hear).off('error', fall).off('exit', leave)
      how()
    }
    const fail = (why: string) =>
      settle(() => {
        end(worker)
        reject(patience ? new UnreadableMail(why) : new Error(`The thread that reads mails did not begin: ${why}`))
      })
    const fall = (error: Error) => fail(error.message)
    const leave = () => fail('Its reader ended.')
    const hear = (said: Said) => {
      if (said.kind === 'begun') patience = setTimeout(fail, atMost, 'It takes too long to read.')
      else if (said.kind === 'read') settle(() => resolve(said.mail))
      else settle(() => reject(new UnreadableMail(said.why)))
    }
    worker.on('message', hear).on('error', fall).on('exit', leave)
    const copy = Uint8Array.from(raw)
    worker.postMessage(copy, [copy.buffer])
  })
}

function begin(): Worker {
  const worker = new Worker(new URL('./parsing-thread.server.ts', import.meta.url))
  // it can fall over what a mail left behind when nobody waits for it any more
  return worker.on('error', () => end(worker)).on('exit', () => end(worker))
}

function end(worker: Worker): void {
  if (thread === worker) thread = undefined
  void worker.terminate()
}

/** As they were before they came over: of a buffer its bytes alone come. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)
