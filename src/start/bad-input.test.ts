import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const counted = [
  'ticket',
  'ticket_event',
  'message',
  'users',
  'user_group',
  'setting',
  'audit_entry',
  'idempotent_answer',
] as const

/** How many rows there are of everything that bad input might have made. */
async function digest(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of counted) {
    const row = await web.database.primary
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    counts[table] = row.rows
  }
  return counts
}

const long = 'x'.repeat(999_000)
const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`

const bodies: [string, unknown][] = [
  ['an unknown field', { title: 'A', description: 'B', status: 'closed' }],
  ['a column of the table', { title: 'A', description: 'B', customer_id: 'x', openedAt: '2020-01-01T00:00:00Z' }],
  ['a number for a text', { title: 1, description: 'B' }],
  ['an array for a text', { title: ['A'], description: 'B' }],
  ['null for a text', { title: null, description: 'B' }],
  ['an array for the body', []],
  ['a string for the body', '"text"'],
  ['a number for the body', '7'],
  ['nothing', undefined],
  ['an empty title', { title: '   ', description: 'B' }],
  ['a text of a megabyte', { title: long, description: 'B' }],
  ['U+0000', { title: 'A\u0000', description: 'B' }],
  ['a lone surrogate', '{"title":"\\ud800","description":"B"}'],
  ['__proto__', '{"title":"A","description":"B","__proto__":{"admin":true}}'],
  ['constructor', '{"title":"A","description":"B","constructor":{"prototype":{}}}'],
  ['deep nesting', `{"title":${deep},"description":"B"}`],
  ['a language that is none', { title: { source: 'english!', texts: { 'english!': 'A' } }, description: 'B' }],
  ['a source without a text', { title: { source: 'en', texts: { ar: 'أ' } }, description: 'B' }],
  ['__proto__ among the languages', '{"title":{"source":"en","texts":{"en":"A","__proto__":"B"}},"description":"B"}'],
  ['a customer that is no address', { title: 'A', description: 'B', customer: 'Someone <a@b.example>' }],
]

describe('bad input is refused cleanly and stores nothing', () => {
  test.each(bodies)('%s', async (_what, body) => {
    const before = await digest()
    const answer = await web.post('mariam', '/api/v1/tickets', withCustomer(body))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers.get('content-type')).toMatch('application/problem+json')
    if (answer.status === 422) for (const error of answer.body.errors) expect(error.message).toBeTypeOf('string')
    expect(await digest()).toEqual(before)
  })

  /** Staff write for a customer; where the case names none, Salma is the one. */
  function withCustomer(body: unknown): unknown {
    const plain = typeof body === 'object' && body !== null && !Array.isArray(body) && !('customer' in body)
    return plain ? { ...body, customer: web.ids.salma } : body
  }
})

test('what is not JSON is malformed', async () => {
  expect((await web.post('salma', '/api/v1/tickets', '{"title":')).body).toMatchObject({
    status: 400,
    code: 'malformed',
  })
})

test('letters of another encoding were taken and kept destroyed', async () => {
  const ask = async (body: Buffer, type = 'application/json') => {
    const headers = { cookie: web.cookies.get('salma')!, origin: web.address, 'content-type': type }
    const answer = await fetch(`${web.address}/api/v1/tickets`, { method: 'POST', headers, body: new Uint8Array(body) })
    return [answer.status, ((await answer.json()) as { code?: string }).code]
  }
  const request = JSON.stringify({ title: 'Café', description: 'Closed.' })
  expect(await ask(Buffer.from(request, 'latin1'))).toEqual([400, 'malformed'])
  for (const charset of ['iso-8859-1', '"UTF-16"'])
    expect(await ask(Buffer.from(request), `application/json; charset=${charset}`)).toEqual([415, 'unsupportedMedia'])
  expect(await ask(Buffer.from(request), 'application/json; charset=UTF-8')).toEqual([201, undefined])
})

test.each([
  ['mariam', 422, '/api/v1/queries/incoming-requests/counts?group=x'],
  ['adam', 422, '/api/v1/groups?search=x'],
  ['adam', 422, '/api/v1/roles?x=1&x=2'],
  ['mariam', 422, '/api/v1/tickets/N?x=1'],
  ['pierre', 404, '/api/v1/tickets/N?x=1'],
  ['salma', 403, '/api/v1/roles?x=1'],
  [null, 401, '/api/v1/roles?x=1'],
] as const)(
  '%s, asking by a name that the address does not know, was answered whole: %i of %s',
  async (who, status, path) => {
    const number = await web.submitted('salma')
    const answer = await web.get(who, path.replace('N', String(number)))
    expect(answer.status).toBe(status)
    if (status === 422) expect(answer.body.errors).toMatchObject([{ code: 'unknown' }])
  },
)

test('every list and figure refuses a name that it does not know', async () => {
  const byHand = ['/api/v1/live', '/api/v1/openapi.json', '/api/v1/docs']
  const paths = web.web.server.routes
    .filter((route) => route.startsWith('GET /api/v1/') && !/[:*]/.test(route))
    .map((route) => route.slice('GET '.length))
    .filter((path) => !byHand.includes(path))
  expect(paths.length).toBeGreaterThan(30)
  const answered: string[] = []
  for (const path of paths)
    for (const who of ['adam', 'mariam'] as const)
      if ((await web.get(who, `${path}?unheardOf=1`)).status < 400) answered.push(`${path} of ${who}`)
  expect(answered).toEqual([])
})

test('a body past one megabyte is too large', async () => {
  const answer = await web.post('salma', '/api/v1/tickets', { title: 'A', description: 'x'.repeat(1_100_000) })
  expect(answer.body).toMatchObject({ status: 413, code: 'tooLarge' })
})

test('another kind of content is not read', async () => {
  const answer = await web.post('salma', '/api/v1/tickets', 'title=A', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  expect(answer.body).toMatchObject({ status: 415, code: 'unsupportedMedia' })
})

test('JSON said to be a file was refused by names that nobody had sent, and failed under an Idempotency-Key', async () => {
  const headers = { 'content-type': 'application/octet-stream' }
  const request = JSON.stringify({ title: 'A', description: 'B' })
  const keyed = { ...headers, 'idempotency-key': 'said to be a file' }
  for (const heads of [headers, keyed])
    expect((await web.post('salma', '/api/v1/tickets', request, heads)).body).toMatchObject({
      status: 415,
      code: 'unsupportedMedia',
    })
  for (const path of ['/api/v1/ticket-links/new', '/api/auth/sign-in/email', '/api/v1/nowhere'])
    expect([path, (await web.post(null, path, '{"token":"x"}', headers)).status]).toEqual([path, 415])
})

test.each(['0', '-1', '1.5', 'abc', '99999999999999999999', '%00', "1'--", '__proto__'])(
  'a ticket called %s is not there',
  async (number) => {
    const answer = await web.get('mariam', `/api/v1/tickets/${number}`)
    expect(answer.status).toBe(404)
  },
)

test.each([
  'limit=0',
  'limit=201',
  'limit=x',
  'after=nonsense',
  'queue=none',
  'group=1',
  'unknown=1',
  'limit=1&limit=2',
  'words=',
])('a list asked with %s is refused with the field named', async (query) => {
  const answer = await web.get('mariam', `/api/v1/queries/incoming-requests?${query}`)
  expect(answer.body).toMatchObject({ status: 422, errors: [{ field: query.split('=')[0] }] })
})

const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')
const yearZero = '0000-06-01T00:00:00.000Z'
const someone = '01900000-0000-7000-8000-00000000dead'

test.each([
  ['/tickets/N/conversation', cursor(yearZero, 1)],
  ['/tickets/N/conversation', cursor('2026-03-01T00:00:00Z', -1)],
  ['/tickets/N/history', cursor('2026-03-01T00:00:00Z', 2 ** 31)],
  ['/queries/closed-tickets', cursor('-closedAt', yearZero, 1001, 1)],
  ['/queries/incoming-requests', cursor('-200000-01-01T00:00:00.000Z', 1)],
  ['/users', cursor('x'.repeat(5), 'nobody')],
  ['/users', cursor('a\0b', someone)],
  ['/users', someone],
  ['/organisations', cursor(1, someone)],
])('a cursor of %s that somebody made up, %s, was an error of ours', async (path, after) => {
  const number = await web.submitted('salma')
  const who = path.startsWith('/tickets') || path.startsWith('/queries') ? 'mariam' : 'adam'
  const answer = await web.get(who, `/api/v1${path.replace('N', String(number))}?after=${after}`)
  expect(answer.body).toMatchObject({ status: 422, errors: [{ field: 'after' }] })
})

test.each([
  ['from', 'from=0001-01-01&to=0001-01-02'],
  ['to', 'to=0001-01-01'],
  ['to', 'to=9999-12-31&by=week'],
  ['from', 'from=9999-12-31&by=month'],
])('a statistic asked at an end of the calendar was an error of ours: %s of %s', async (field, asked) => {
  const answer = await web.get('mariam', `/api/v1/statistics/closed-tickets-over-time?${asked}`)
  expect(answer.body).toMatchObject({ status: 422, errors: [{ field }] })
})

test('a part of an address longer than any name was an error of ours', async () => {
  for (const path of ['roles', 'users', 'tickets'])
    expect((await web.get('adam', `/api/v1/${path}/${'x'.repeat(201)}`)).body).toMatchObject({
      status: 404,
      code: 'notFound',
    })
})

test('wrong filters of an export were named as fields that nobody had sent', async () => {
  const body = { query: 'closed-tickets', format: 'csv', filters: { limit: 5, closedFrom: 'soon' } }
  const fields = (await web.post('mariam', '/api/v1/exports', body)).body.errors.map(
    ({ field }: { field: string }) => field,
  )
  expect(fields).toEqual(['filters.limit', 'filters.closedFrom'])
})

test('an address that is not there is a problem, not a page', async () => {
  expect((await web.get('mariam', '/api/v1/nothing')).body).toMatchObject({ status: 404, code: 'notFound' })
})

test.each(['/api/v1/roles/%00', '/api/v1/users/%ED%A0%80', '/api/v1/tickets/%'])(
  'an address that no text can be, %s, is refused as a problem',
  async (path) => {
    const answer = await web.get('adam', path)
    expect([400, 404]).toContain(answer.status)
    expect(answer.headers.get('content-type')).toMatch('application/problem+json')
  },
)
