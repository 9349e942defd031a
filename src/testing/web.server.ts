import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../server/config.ts'
import { openInstallation } from '../start/open-installation.server.ts'
import { openWeb } from '../start/open-web.server.ts'
import { sessionCookie } from '../users/sign-in/session-cookie.server.ts'
import { startSession } from '../users/sign-in/session.write.server.ts'
import { cast, type Character } from './cast.server.ts'
import { openTestDesk } from './desk.server.ts'

export type TestWeb = Awaited<ReturnType<typeof openTestWeb>>

export type Answer = { status: number; body: any; headers: Headers } // oxlint-disable-line no-explicit-any -- read by tests

const secret = 'a secret for tests, long enough to be one'

/** The real server on a port of its own over a desk in a box, and everyone of the cast signed in. */
export async function openTestWeb(more: Partial<Config> = {}) {
  const box = await openTestDesk()
  const data = mkdtempSync(join(tmpdir(), 'sanad-web-'))
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: box.url,
    data,
    secret,
    logLevel: 'silent',
    worker: false,
    ...more,
  }
  const installation = await openInstallation(config, { worker: false, say: () => {} })
  const web = await openWeb(installation, { secret, isReady: () => true })
  const address = web.address.replace('localhost', '127.0.0.1')
  const cookies = new Map<Character, string>()
  for (const who of Object.keys(cast) as Character[]) cookies.set(who, await signedIn(box.ids[who]))

  async function signedIn(user: string): Promise<string> {
    const session = { user, at: new Date(), network: '127.0.0.1', userAgent: 'test' }
    const token = await startSession(box.database.primary, session)
    return sessionCookie(token, { secret, secure: false }).split(';')[0]!
  }

  /** A request as somebody of the cast, or as nobody. A body that is a string is sent as it is. */
  async function ask(
    who: Character | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(address + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(who ? { cookie: cookies.get(who)! } : {}),
        ...(method === 'GET' ? {} : { origin: address }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }

  return {
    ...box,
    data,
    secret,
    installation,
    web,
    address,
    ask,
    cookies,
    signedIn,
    get: (who: Character | null, path: string) => ask(who, 'GET', path),
    post: (who: Character | null, path: string, body?: unknown, headers?: Record<string, string>) =>
      ask(who, 'POST', path, body, headers),
    async close() {
      await web.close()
      await installation.close()
      await box.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
