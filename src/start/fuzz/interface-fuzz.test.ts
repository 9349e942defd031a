import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, type Character } from '../../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { openJudge } from './judge.ts'
import type { Schema } from './schema-values.ts'
import { requestsOf, type FuzzRequest, type Known, type Operation } from './requests.ts'

// SANAD_FUZZ_REQUESTS and SANAD_FUZZ_SEED: more of them, and others
const wanted = Number(process.env['SANAD_FUZZ_REQUESTS'] ?? 5_000)
const seed = Number(process.env['SANAD_FUZZ_SEED'] ?? 20_261_128)
const ofEach = 8
const atOnce = 8

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
  for (const [verb, body] of stories) {
    const number = await web.submitted()
    await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents, member: web.ids.omar })
    if (verb) await web.post('omar', `/api/v1/tickets/${number}/${verb}`, body)
  }
})
afterAll(() => web.close())

const stories: [verb: string | null, body?: object][] = [
  [null],
  ['propose-solution', { solution: 'Here.' }],
  ['note', { text: 'Hm.' }],
]

// one speaks to a mail server, which a made-up address would make it wait for; one never ends; one would send them all away; the
// rest of signing in is soon refused for too many tries of one network
const leftOut = /^(POST \/api\/v1\/mail-settings\/test|GET \/api\/v1\/live|POST \/api\/auth\/.*)$/u

test(`${wanted} made-up requests: none fails, none is answered otherwise than published, every 422 names its field`, async () => {
  const published = (await web.get(null, '/api/v1/openapi.json')).body
  const operations = operationsOf(published.paths).filter(({ method, path }) => !leftOut.test(`${method} ${path}`))
  const judge = openJudge(published.components.schemas.Problem)
  const findings = new Map<string, string>()
  const answered = new Set<number>()
  for (let batch = 0, left = wanted; left > 0; batch++) {
    await setRight()
    const requests = madeUp(operations, await known(), batch).slice(0, left)
    left -= requests.length
    await inTurns(requests, async ([operation, request]) => {
      const answer = await ask(request)
      answered.add(answer.status)
      const wrong = judge(operation, request, answer)
      if (wrong) findings.set(`${operation.method} ${operation.path} ${wrong}`, JSON.stringify(request).slice(0, 2_000))
    })
  }
  const told = [...findings].map(([wrong, request]) => `${wrong}\n    ${request}`)
  expect(told, `with seed ${seed}:\n${told.join('\n')}`).toEqual([])
  // it would prove little if everything were refused at the door
  expect([...answered]).toEqual(expect.arrayContaining([200, 201, 204, 400, 401, 403, 404, 409, 422]))
})

type Described = Pick<Operation, 'responses'> & {
  parameters?: Operation['parameters']
  requestBody?: { content: Record<string, { schema: Schema }> }
}

function operationsOf(paths: Record<string, Record<string, Described>>): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path,
      // the key by which a change is repeated stands there by reference, and is no matter of one operation
      parameters: parameters.filter((one) => 'in' in one),
      body: requestBody?.content['application/json']?.schema ?? null,
      responses,
    })),
  )
}

/** Some of each operation, since to build what makes them costs more than to make them; then one of each after the other. */
function madeUp(operations: readonly Operation[], there: Known, batch: number): [Operation, FuzzRequest][] {
  const each = operations.map((operation, index) => ({
    operation,
    requests: fc.sample(requestsOf(operation, there), { numRuns: ofEach, seed: seed + batch * 1_000 + index }),
  }))
  return Array.from({ length: ofEach }, (_, turn) => turn).flatMap((turn) =>
    each.map(({ operation, requests }) => [operation, requests[turn]!] satisfies [Operation, FuzzRequest]),
  )
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of waiting) await work(one)
    }),
  )
}

function ask({ who, method, path, body }: FuzzRequest) {
  // JSON has no undefined, and what stands for nothing is sent as nothing
  return web.ask(who, method, path, body === undefined ? undefined : JSON.stringify(body))
}

/** Made-up requests of an administrator sign people out, deactivate them and take their roles: all of it is given back. */
async function setRight(): Promise<void> {
  const db = web.database.primary
  await sql`update users set active = true, service = false where email like '%@example.com'`.execute(db)
  await db.deleteFrom('second_factor').execute()
  await sql`update role set requires_second_factor = false`.execute(db)
  for (const who of Object.keys(cast) as Character[]) {
    for (const role of cast[who].roles)
      await db
        .insertInto('user_role')
        .values({ user_id: web.ids[who], role_key: role })
        .onConflict((some) => some.doNothing())
        .execute()
    web.cookies.set(who, await web.signedIn(web.ids[who]))
  }
  await db
    .insertInto('group_member')
    .values({ group_id: web.groups.supportDesk, user_id: web.ids.mariam, since: new Date() })
    .onConflict((some) => some.doNothing())
    .execute()
}

/** What there is to be named at this moment. */
async function known(): Promise<Known> {
  const values: Record<string, string[]> = {
    '/api/v1/interactions/{name}': ['notify-desk-of-new-ticket', 'ask-owner-for-feedback'],
    '/api/v1/help/{topic}': ['adding-users'],
    '/api/v1/reports/monthly-performance/{month}': ['2026-02', '2026-10', '2099-01', '2026-13'],
  }
  for (const [path, table, column] of places) {
    const { rows } = await sql<{
      name: string
    }>`select ${sql.ref(column)}::text as name from ${sql.table(table)} limit 100`.execute(web.database.primary)
    values[path] = rows.map(({ name }) => name)
  }
  return { values, ids: [...Object.values(web.ids), ...Object.values(web.groups)] }
}

const places = [
  ['/api/v1/tickets/{number}', 'ticket', 'number'],
  ['/api/v1/users/{id}', 'users', 'id'],
  ['/api/v1/users/import/{id}', 'user_import', 'id'],
  ['/api/v1/groups/{id}', 'user_group', 'id'],
  ['/api/v1/organisations/{id}', 'organisation', 'id'],
  ['/api/v1/roles/{key}', 'role', 'key'],
  ['/api/v1/fields/{key}', 'added_field', 'key'],
  ['/api/v1/saved-queries/{id}', 'saved_query', 'id'],
  ['/api/v1/api-keys/{id}', 'api_key', 'id'],
  ['/api/v1/mails/{id}', 'mail', 'id'],
  ['/api/v1/mailboxes/{id}', 'mailbox', 'id'],
  ['/api/v1/inbound-mails/{id}', 'inbound_mail', 'id'],
  ['/api/v1/files/{id}', 'upload', 'id'],
  ['/api/v1/me/sessions/{id}', 'session', 'id'],
] as const
