import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

// Every changing route that the running server publishes is either the desk's daily work and one's own affairs, named here, or
// an administrator's, and then it is done here and must be in the audit log. A route that is in neither list fails the test.

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

/** Tickets have a history of their own; what is one's own is nobody's administration; what changes nothing leaves no trace. */
const notAdministration: readonly RegExp[] = [
  /^(POST|PUT|DELETE) \/api\/v1\/tickets(\/|$)/u,
  /^(POST|PATCH|DELETE) \/api\/v1\/me(\/|$)/u,
  /^(POST|PATCH|DELETE) \/api\/v1\/saved-queries(\/|$)/u,
  /^(POST|PATCH|DELETE) \/api\/v1\/canned-answers(\/|$)/u,
  /^POST \/api\/v1\/(files|notices\/read|ticket-links|ticket-links\/look|ticket-links\/new|ticket-links\/revoke)$/u,
  /^POST \/api\/auth\//u,
  /^POST \/api\/v1\/(invitations\/accept|registrations|registrations\/confirm|links\/look)$/u,
  /^(POST|PATCH) \/api\/v1\/reports\//u,
  // files of what one may see anyway, for oneself
  /^POST \/api\/v1\/exports(\/|$)/u,
  // asks and answers
  /\/preview$/u,
  /^POST \/api\/v1\/(mail-settings\/test|mailboxes\/try|interactions\/\{name\}\/test)$/u,
]

/** Seen to be audited by the tests of their own parts, which have what they need: a mail, a provider, a file of people. */
const elsewhere: readonly string[] = [
  'POST /api/v1/setup',
  'POST /api/v1/users/import',
  'PUT /api/v1/sign-in-provider',
  'DELETE /api/v1/sign-in-provider',
  'POST /api/v1/held-mails/drop',
  'POST /api/v1/held-mails/release',
  'POST /api/v1/inbound-mails/{id}/decide',
  'POST /api/v1/inbound-mails/{id}/run-again',
  'POST /api/v1/mailboxes',
  'PATCH /api/v1/mailboxes/{id}',
  'DELETE /api/v1/mailboxes/{id}',
  'POST /api/v1/users/{id}/second-factor/off',
]

type Step = { path?: (made: Record<string, string>) => string; body?: object; keep?: [name: string, field: string] }

const role = { key: 'auditor', name: 'Auditor', permissions: ['audit.read'] }
const server = { host: 'smtp.example.com', port: 587, security: 'startTls', senderAddress: 'desk@example.com' }

/** In this order: what is made first is changed and taken away afterwards. */
const steps: Record<string, Step> = {
  'PATCH /api/v1/settings': { body: { organisation: 'Audited' } },
  'PATCH /api/v1/labels': { body: { closed: { staff: { en: 'Done' } } } },
  'POST /api/v1/fields': { body: { key: 'yard', type: 'short-text', label: 'Yard' } },
  'PATCH /api/v1/fields/{key}': { path: () => '/api/v1/fields/yard', body: { order: 7 } },
  'POST /api/v1/fields/{key}/retire': { path: () => '/api/v1/fields/yard/retire' },
  'POST /api/v1/fields/{key}/restore': { path: () => '/api/v1/fields/yard/restore' },
  'PATCH /api/v1/interactions/{name}': {
    path: () => '/api/v1/interactions/notify-customer-of-receipt',
    body: { enabled: false },
  },
  'PUT /api/v1/mail-settings': { body: server },
  'DELETE /api/v1/mail-settings': {},
  'POST /api/v1/mails/{id}/retry': { path: ({ mail }) => `/api/v1/mails/${mail}/retry` },
  'POST /api/v1/failed-tellings/retry': {},
  'POST /api/v1/users': {
    body: { name: 'Rami Aziz', email: 'rami@example.com', roles: ['customer'] },
    keep: ['user', 'id'],
  },
  'PATCH /api/v1/users/{id}': { path: ({ user }) => `/api/v1/users/${user}`, body: { name: 'Rami A.' } },
  'POST /api/v1/users/{id}/invite': { path: ({ user }) => `/api/v1/users/${user}/invite` },
  'POST /api/v1/users/{id}/revoke-invitation': { path: ({ user }) => `/api/v1/users/${user}/revoke-invitation` },
  'POST /api/v1/users/{id}/erase': {
    path: ({ user }) => `/api/v1/users/${user}/erase`,
    body: { confirm: 'rami@example.com' },
  },
  'POST /api/v1/groups': { body: { name: 'Audited', members: [] }, keep: ['group', 'id'] },
  'PATCH /api/v1/groups/{id}': { path: ({ group }) => `/api/v1/groups/${group}`, body: { name: 'Audited anew' } },
  'POST /api/v1/organisations': { body: { name: 'Red Sea Tours' }, keep: ['organisation', 'id'] },
  'PATCH /api/v1/organisations/{id}': {
    path: ({ organisation }) => `/api/v1/organisations/${organisation}`,
    body: { name: 'Red Sea' },
  },
  'DELETE /api/v1/organisations/{id}': { path: ({ organisation }) => `/api/v1/organisations/${organisation}` },
  'POST /api/v1/roles': { body: role, keep: ['role', 'key'] },
  'PATCH /api/v1/roles/{key}': { path: ({ role: key }) => `/api/v1/roles/${key}`, body: { name: 'Reader' } },
  'DELETE /api/v1/roles/{key}': { path: ({ role: key }) => `/api/v1/roles/${key}` },
  'PATCH /api/v1/roles': {
    body: { changes: [{ role: 'customer', permission: 'ticket.seeOrganisation', granted: true }] },
  },
  'POST /api/v1/roles/{key}/reset': { path: () => '/api/v1/roles/customer/reset' },
  'POST /api/v1/api-keys': { body: { name: 'Audited', scopes: ['user.read'] }, keep: ['key', 'id'] },
  'DELETE /api/v1/api-keys/{id}': { path: ({ key }) => `/api/v1/api-keys/${key}` },
}

const entries = async (): Promise<{ action: string; actor: { name: string } | null; network: string | null }[]> =>
  (await web.get('adam', '/api/v1/audit?limit=200')).body.items

async function published(): Promise<string[]> {
  const { paths } = (await web.get(null, '/api/v1/openapi.json')).body as { paths: Record<string, object> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .map((method) => `${method.toUpperCase()} ${path}`),
  )
}

test('every changing route is known here as administration, or as none', async () => {
  const routes = await published()
  const isNone = (route: string) => notAdministration.some((shape) => shape.test(route))
  const unknown = routes.filter((route) => !isNone(route) && !(route in steps) && !elsewhere.includes(route))
  expect(unknown).toEqual([])
  expect([...Object.keys(steps), ...elsewhere].filter((route) => !routes.includes(route))).toEqual([])
})

test('everything that an administrator changes is in the audit log, with who did it and from where', async () => {
  const made: Record<string, string> = { mail: await keptMail() }
  const silent: string[] = []
  for (const [route, { path, body, keep }] of Object.entries(steps)) {
    const [method = '', pattern = ''] = route.split(' ')
    const before = (await entries()).length
    const answer = await web.ask('adam', method, path?.(made) ?? pattern, body)
    expect([route, answer.status, answer.body]).toEqual([route, expect.toBeOneOf([200, 201, 204]), answer.body])
    if (keep) made[keep[0]] = answer.body[keep[1]]
    const after = await entries()
    if (after.length === before) silent.push(route)
    else expect([route, after[0]]).toMatchObject([route, { actor: { name: 'Adam Root' }, network: '127.0.0.1' }])
  }
  expect(silent).toEqual([])
})

async function keptMail(): Promise<string> {
  const { number } = (await web.post('salma', '/api/v1/tickets', { title: 'A crane', description: 'It stands.' })).body
  const [event] = await web.eventsOf(number)
  const id = randomUUID()
  await web.database.primary
    .insertInto('mail')
    .values({
      id,
      event_id: event!.id,
      ticket_number: number,
      interaction: 'notify-customer-of-receipt',
      recipient_id: web.ids.salma,
      address: 'salma@example.com',
      says: JSON.stringify({ variables: {}, side: 'customer', why: 'customer', status: 'open' }) as never,
      message_id: `<${id}@example.com>`,
      state: 'dead',
      subject: null,
      body_text: null,
      body_html: null,
      language: null,
      tries: 8,
      next_try_at: new Date(),
      leased_until: null,
      last_error: '550 No such mailbox',
      sent_at: null,
      created_at: new Date(),
    })
    .execute()
  return id
}
