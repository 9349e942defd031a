import { ImapFlow, type SearchObject } from 'imapflow'
import { day, minute } from '../../../fields/date-time/spans.ts'
import type { Clock } from '../../../server/clock.ts'
import type { Security } from '../mail-host.ts'
import { largestMail } from './largest-mail.ts'

export type ImapSettings = {
  host: string
  port: number
  security: Security
  username: string
  password: string
  folder: string
}

/** Everything below `next` was taken in. When the server numbers anew it says so by another `validity`. */
export type HighWater = { validity: number; next: number }

export type ImapReading = {
  settings: ImapSettings
  /** null: never read. */
  mark: HighWater | null
  /** What came before stays there. */
  from: Date
  /** Resolves when the mail is safe; only then is it counted as taken. */
  take: (raw: Buffer) => Promise<void>
  marked: (mark: HighWater) => Promise<void>
  /** Asked about a mail that the server refuses to hand out, while it does the newest: whether to go on without it. */
  passOver: (uid: number, said: string) => Promise<boolean>
  clock: Clock
  /** All that lay there at that moment is taken: when the look began, since more may have come while it was going on. */
  heard: (asOf: Date) => Promise<void>
  /** Milliseconds until it is looked at even where the server says nothing. */
  lookEvery?: number
}

/**
 * Reads one mailbox until told to stop or until the line breaks (then it throws). It waits for the server to speak (IDLE) and
 * looks once a minute all the same. After an outage it goes on at the mark, so a gap is fetched again.
 */
export async function readImap(reading: ImapReading, signal: AbortSignal): Promise<void> {
  const client = clientOf(reading.settings)
  const broken = new Promise<never>((_resolve, reject) => {
    client.on('error', reject)
    client.on('close', () => reject(new Error('The mail server closed the line.')))
  })
  broken.catch(() => {})
  const stop = () => client.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await Promise.race([read(client, reading, signal), broken])
  } catch (error) {
    if (!signal.aborted) throw explained(error)
  } finally {
    signal.removeEventListener('abort', stop)
    client.close()
  }
}

/** Not connected yet. `patience` in milliseconds: for the connection, and for the greeting. */
export function clientOf({ host, port, security, username, password }: ImapSettings, patience = 20_000): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    // a password never goes out in the clear where it should not
    doSTARTTLS: security === 'startTls' ? true : security === 'none' ? false : undefined,
    auth: { user: username, pass: password },
    logger: false,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 5 * minute,
  })
}

async function read(client: ImapFlow, reading: ImapReading, signal: AbortSignal): Promise<void> {
  await client.connect()
  let asOf = reading.clock.now()
  const box = await client.mailboxOpen(reading.settings.folder)
  const validity = Number(box.uidValidity)
  let next = await startOf(client, reading, validity, box.uidNext)
  await reading.marked({ validity, next })
  const bell = openBell(client)
  while (!signal.aborted) {
    bell.silence()
    next = await takeNew(client, reading, { validity, next }, signal)
    await reading.heard(asOf)
    await bell.next(reading.lookEvery ?? minute)
    asOf = reading.clock.now()
    await client.noop()
  }
}

/** Numbered anew: all that came since is looked at again, and what was taken in before is known by what it says. */
async function startOf(
  client: ImapFlow,
  { mark, from }: ImapReading,
  validity: number,
  uidNext: number,
): Promise<number> {
  if (mark?.validity === validity) return mark.next
  return (await firstSince(client, from)) ?? uidNext
}

/** A server is asked for days alone, on its own calendar, and says when a mail came to the second. */
async function firstSince(client: ImapFlow, from: Date): Promise<number | undefined> {
  const found = await search(client, { since: new Date(from.getTime() - day) })
  if (found.length === 0) return undefined
  const came: number[] = []
  for await (const { uid, internalDate } of client.fetch(found, { internalDate: true }, { uid: true }))
    if (internalDate && new Date(internalDate).getTime() + 1000 > from.getTime()) came.push(uid)
  return came.length > 0 ? Math.min(...came) : undefined
}

/** Where the server will not look, nobody knows what lies there: that is not the same as nothing. */
async function search(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const found = await client.search(query, { uid: true })
  if (!Array.isArray(found)) throw new Error('The mail server refused to look for what is new.')
  return found
}

async function takeNew(
  client: ImapFlow,
  { take, marked, passOver }: ImapReading,
  { validity, next }: HighWater,
  signal: AbortSignal,
): Promise<number> {
  // "7:*" names the last mail even where it is older than 7
  const found = await search(client, { uid: `${next}:*` })
  const uids = found.filter((each) => each >= next).toSorted((one, other) => one - other)
  let reached = next
  for (const uid of uids) {
    if (signal.aborted) break
    const source = await sourceOf(client, uid).catch(async (error: unknown) => {
      const refused = refusalOf(error, uid)
      if (!(await isHandedOut(client, uids.at(-1)!)) || !(await passOver(uid, refused.message))) throw refused
      return undefined
    })
    if (source) await take(source)
    reached = uid + 1
    await marked({ validity, next: reached })
  }
  return reached
}

/** undefined: it lies there no more. */
async function sourceOf(client: ImapFlow, uid: number, maxLength = largestMail): Promise<Buffer | undefined> {
  const message = await client.fetchOne(String(uid), { source: { maxLength } }, { uid: true })
  return message ? message.source : undefined
}

/** Throws again what is no refusal: a cut line says nothing about the mail. */
function refusalOf(error: unknown, uid: number): Error {
  const { responseStatus } = error as { responseStatus?: string }
  if (responseStatus !== 'NO' && responseStatus !== 'BAD') throw error
  return new Error(`Mail ${uid}: ${explained(error).message}`, { cause: error })
}

const isHandedOut = (client: ImapFlow, uid: number): Promise<boolean> =>
  sourceOf(client, uid, 1).then(Boolean, () => false)

/** Rings when the server says that there is something, also while one was not listening. */
function openBell(client: ImapFlow) {
  let rang = false
  let ring = () => {}
  client.on('exists', () => {
    rang = true
    ring()
  })
  return {
    silence: () => void (rang = false),
    next: (atMost: number) =>
      new Promise<void>((resolve) => {
        if (rang) return resolve()
        const timer = setTimeout(resolve, atMost)
        timer.unref()
        ring = () => {
          clearTimeout(timer)
          resolve()
        }
        // ends by itself as soon as another command is said
        client.idle().catch(() => {})
      }),
  }
}

/** What the server itself said is more use than "Command failed". */
export function explained(error: unknown): Error {
  const { responseText, message, authenticationFailed } = error as Record<string, string | boolean | undefined>
  const said = responseText ?? message ?? String(error)
  return new Error(authenticationFailed ? `The mail server refused the login: ${said}` : String(said), { cause: error })
}
