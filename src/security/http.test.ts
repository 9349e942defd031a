import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSession } from '../users/sign-in/session.write.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
let ticket: number
beforeAll(async () => {
  web = await openTestWeb()
  ticket = await web.submitted('salma', 'A request')
})
afterAll(() => web.close())

describe('class 3: our own headers, from outside', () => {
  test('x-sanad-* and x-forwarded-* say nothing of who calls, from where, or where we are', async () => {
    const person = await web.database.primary
      .selectFrom('users')
      .select('email')
      .where('id', '=', web.ids.adam)
      .executeTakeFirstOrThrow()
    const posing = {
      'x-sanad-network': '203.0.113.9',
      'x-sanad-user': web.ids.adam,
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-real-ip': '203.0.113.9',
      'x-remote-user': person.email,
      'remote-user': person.email,
    }
    expect((await web.ask(null, 'GET', '/api/v1/me', undefined, posing)).status).toBe(401)
    await web.ask(
      null,
      'POST',
      '/api/auth/sign-in/email',
      { email: person.email, password: 'not the password' },
      posing,
    )
    const tries = await web.database.primary.selectFrom('failed_try').select('bucket').execute()
    expect(tries.map(({ bucket }) => bucket).filter((bucket) => bucket.startsWith('network:'))).toEqual([
      'network:127.0.0.1',
    ])
    // the origin is compared with where we are, not with where a header says that we are
    const foreign = { ...posing, origin: 'https://evil.example' }
    expect((await web.ask('salma', 'PATCH', '/api/v1/me', { name: 'S' }, foreign)).body.code).toBe('foreignOrigin')
  })
})

const statements = [
  "'; drop table users; --",
  '1 or 1=1',
  "' or ''='",
  "x') union select id::text from users --",
  '\\',
  '%',
  // numbers that were taken stay taken, whatever becomes of the statement
  "$1; select nextval('ticket_number')",
  "' or nextval('ticket_number') > 0 --",
  "closedAt, nextval('ticket_number')",
  'closedAt; delete from ticket',
]
const asked = {
  '/api/v1/queries/closed-tickets': [
    'words',
    'number',
    'group',
    'member',
    'customer',
    'score',
    'ended',
    'sort',
    'closedFrom',
    'after',
  ],
  '/api/v1/queries/incoming-requests': ['words', 'queue', 'group', 'member', 'waiting', 'after'],
  '/api/v1/users': ['search', 'role', 'active', 'organisation', 'after'],
  '/api/v1/audit': ['action', 'actor', 'from', 'after'],
  '/api/v1/statistics/closed-tickets-over-time': ['from', 'to', 'by', 'split'],
}

describe('class 14: SQL in filters and sort', () => {
  test.each(Object.entries(asked))('%s takes it as a text or refuses it', async (path, names) => {
    const who = path.includes('/queries/') || path.includes('statistics') ? 'mariam' : 'adam'
    const count = async (): Promise<unknown[]> =>
      (
        await web.database.pool.query(
          `select (select count(*) from users) as people, (select count(*) from ticket) as tickets,
            (select last_value from ticket_number) as numbers`,
        )
      ).rows
    const before = await count()
    for (const name of names)
      for (const text of statements) {
        const { status } = await web.get(who, `${path}?${name}=${encodeURIComponent(text)}`)
        expect([200, 422]).toContain(status)
      }
    expect(await count()).toEqual(before)
  })
})

describe('class 18: mass assignment', () => {
  const columnsOf = async (table: string): Promise<string[]> =>
    (
      await web.database.pool.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name = $1`,
        [table],
      )
    ).rows.map(({ name }) => name)
  const camel = (name: string) => name.replace(/_(\w)/gu, (_all, letter: string) => letter.toUpperCase())

  test.each([
    [
      'salma',
      'POST',
      (): string => '/api/v1/tickets',
      { title: 'T', description: 'D' },
      'ticket',
      ['title', 'description', 'language', 'custom'],
    ],
    ['mariam', 'POST', (): string => `/api/v1/tickets/${ticket}/assign`, {}, 'ticket', ['version']],
    ['salma', 'PATCH', (): string => '/api/v1/me', {}, 'users', ['name', 'language', 'time_zone']],
    [
      'adam',
      'PATCH',
      (): string => `/api/v1/users/${web.ids.pierre}`,
      {},
      'users',
      ['name', 'email', 'language', 'time_zone', 'active'],
    ],
  ] as const)(
    '%s %s: a column that the form does not name changes nothing',
    async (who, method, path, body, table, named) => {
      for (const column of await columnsOf(table)) {
        if ((named as readonly string[]).includes(column)) continue
        for (const name of new Set([column, camel(column)])) {
          if ((named as readonly string[]).includes(name) || name === 'organisation') continue
          const answer = await web.ask(who, method, path(), { ...body, [name]: web.ids.adam })
          expect([
            name,
            answer.status,
            answer.body.errors?.some((one: { field: string }) => one.field === name),
          ]).toEqual([name, 422, true])
        }
      }
    },
  )
})

describe('headers', () => {
  const guarded = (headers: Headers) => {
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/u)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
    return true
  }

  test('every page and every answer of the interface carries the policy, and tells nothing of what it is made with', async () => {
    const gets = web.web.server.routes.filter((route) => route.startsWith('GET ') && !route.includes('live'))
    const paths = gets.map((route) => route.slice(4).replace(/:\w+|\*/gu, '1'))
    for (const path of ['/', '/sign-in', '/tickets/1', '/account', '/settings/sign-in', '/api/nothing', ...paths])
      for (const who of [null, 'adam'] as const) expect(guarded((await web.get(who, path)).headers)).toBe(true)
  })

  test('no page has a script of its own inside, so the policy needs no exception', () => {
    const page = join(import.meta.dirname, '../../dist/index.html')
    const html = readFileSync(existsSync(page) ? page : join(import.meta.dirname, '../../index.html'), 'utf8')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/u)
    expect(html).not.toMatch(/\son\w+=/u)
    expect(readdirSync(join(import.meta.dirname, '../../public')).filter((name) => name.endsWith('.html'))).toEqual([])
  })

  test('what is about a person is kept by nobody between', async () => {
    for (const path of ['/api/auth/get-session', '/api/v1/me'])
      expect((await web.get('salma', path)).headers.get('cache-control') ?? 'no-store').toContain('no-store')
  })

  test('no answer of the interface is kept by a browser or a proxy, unless its route says otherwise', async () => {
    for (const path of ['/api/v1/me', '/api/v1/users', '/api/v1/users.csv', '/api/v1/audit.csv', '/api/v1/tickets/1'])
      expect((await web.get('adam', path)).headers.get('cache-control')).toBe('no-store')
    expect((await web.post('salma', '/api/v1/tickets', {})).headers.get('cache-control')).toBe('no-store')
  })

  test('every cookie of ours is out of reach of scripts and of other sites', async () => {
    const cookies: string[] = []
    const keep = (headers: Headers) => cookies.push(...headers.getSetCookie())
    keep((await web.get('salma', '/api/v1/me')).headers)
    await startSession(web.database.primary, { user: web.ids.salma, at: new Date(), network: '::1', userAgent: '' })
    keep((await web.post('pierre', '/api/auth/sign-out', {})).headers)
    keep((await web.get(null, '/api/auth/outside/callback?code=x&state=y')).headers)
    expect(cookies.length).toBeGreaterThanOrEqual(3)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; *HttpOnly/iu)
      expect(cookie).toMatch(/; *SameSite=Lax/iu)
      expect(cookie).not.toMatch(/; *Domain=/iu)
    }
  })
})

describe('class 22: more than anybody means to send', () => {
  const signIn = '/api/auth/sign-in/email'
  test('a password of a megabyte is refused before it is looked at', async () => {
    await web.setSettings({ registration: true })
    const body = { email: 'omar@example.com', password: 'x'.repeat(1_000_000) }
    expect((await web.post(null, signIn, body)).status).toBe(413)
    const confirm = { token: 'x', password: body.password }
    const refused = await web.post(null, '/api/v1/registrations/confirm', confirm)
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } })
  })

  test('a value within a value, ten thousand deep, is refused, wherever it stands', async () => {
    const deep = (open: string, close: string) => `${open.repeat(10_000)}1${close.repeat(10_000)}`
    for (const value of [deep('[', ']'), deep('{"a":', '}')]) {
      const bodies = [
        `{"title":${value},"description":"d"}`,
        `{"title":"t","description":"d","custom":${value}}`,
        value,
      ]
      for (const body of bodies)
        expect((await web.post('salma', '/api/v1/tickets', body)).status).toBeOneOf([400, 413, 422])
      expect((await web.post(null, signIn, `{"email":${value},"password":"p"}`)).status).toBeOneOf([400, 413, 422])
    }
    expect((await web.get('salma', '/api/v1/me')).status).toBe(200)
  })
})
