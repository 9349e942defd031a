import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isUnreachable } from '../server/db/unreachable.server.ts'
import type { Say } from './find-database.server.ts'

/** Machines that start together come up in any order: a server that is not there yet is waited for, but not for ever. */
const patience = 15_000

/** Answers once the named server lets us in; else throws a sentence that says which setting to mend, and never the password. */
export async function reachDatabase(url: string, say: Say, patienceMs = patience): Promise<void> {
  refuseUnreadable('DATABASE_URL', url)
  const end = performance.now() + patienceMs
  for (let tries = 0; ; tries++) {
    const error = await tryOnce(url)
    if (!error) return
    if (!isUnreachable(error) || performance.now() > end)
      throw new Error(sentenceOf('DATABASE_URL', url, error), { cause: error })
    if (tries === 0) say(`Waiting for ${placeOf(url)} ...`)
    await pause(500)
  }
}

/** One that is away is done without, and said; one that refuses us would for ever, and every question to it would fail. */
export async function lookAtReplica(url: string, say: Say): Promise<void> {
  refuseUnreadable('DATABASE_REPLICA_URL', url)
  const error = await tryOnce(url)
  if (!error) return
  if (!isUnreachable(error)) throw new Error(sentenceOf('DATABASE_REPLICA_URL', url, error), { cause: error })
  say(
    `The replica, ${placeOf(url)}, cannot be reached (${error.message || error.code}): the primary answers until it is.`,
  )
}

export type Trouble = Error & { code?: string }
type Setting = 'DATABASE_URL' | 'DATABASE_REPLICA_URL'

async function tryOnce(url: string): Promise<Trouble | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'sanad start',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return undefined
  } catch (error) {
    // a host with several addresses fails once for each of them
    return error instanceof AggregateError ? (error.errors[0] as Trouble) : (error as Trouble)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The driver opens the files that an address names as it reads it; its own words for what it cannot read are fragments. */
function refuseUnreadable(setting: Setting, url: string): void {
  try {
    void new pg.Client({ connectionString: url })
  } catch (cause) {
    const { path, code, message } = cause as NodeJS.ErrnoException
    throw new Error(
      path
        ? `${setting} names the file “${path}”, which cannot be read (${code}): please correct its name in the address, or let the user of the server read it.`
        : `${setting} cannot be read (${message}): please write % # / ? @ and : in its user name or password as %25 %23 %2F %3F %40 and %3A.`,
      { cause },
    )
  }
}

export function sentenceOf(setting: Setting, url: string, { code = '', message }: Trouble): string {
  const reason = message || code
  if (code === '3D000')
    return `${setting} names ${placeOf(url)}, and the server has no such database: please create it, or correct the name.`
  // said whoever the user is: a right password would not help
  if (code === '28000' && /no encryption/.test(reason))
    return `${setting} names ${placeOf(url)}, which does not let this machine in without TLS (${reason}): please add ?sslmode=verify-full to the address, or let this machine in as it comes (pg_hba.conf).`
  if (/CERT|UNABLE_TO_VERIFY/.test(code))
    return `${setting} names ${placeOf(url)}, whose certificate is not believed (${reason}): please name the server as its certificate does, and who signed it with sslrootcert=/… in the address.`
  // 28: who one is said to be; without a code: our own side stopped, as for want of a password
  if (code.startsWith('28') || /password|SASL|SCRAM/i.test(reason))
    return `${setting} names ${placeOf(url)}, which refuses the user “${userOf(url)}” (${reason}): please correct the user or the password.`
  return `${setting} names ${placeOf(url)}, which cannot be reached (${reason}): please see that PostgreSQL runs there and lets this machine in, or correct ${setting}.`
}

/** As the driver reads it, so that the sentence names what was really tried. */
function placeOf(url: string): string {
  const { host, port, database } = new pg.Client({ connectionString: url })
  return `the database “${database ?? ''}” at ${host}${host.startsWith('/') ? '' : `, port ${port}`}`
}

const userOf = (url: string): string => new pg.Client({ connectionString: url }).user ?? ''
