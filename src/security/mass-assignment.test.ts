import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDigest } from '../start/permission-grid/digest.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

// Every route by which people, groups, roles, organisations, keys, fields and one's own account are written, as the published
// interface lists them: whatever else a body names, of any column of theirs, is refused by its name and changes nothing.

const headings =
  /^\/api\/v1\/(users|groups|roles|organisations|api-keys|fields|me|invitations|registrations|settings)\b/u
const tables = [
  'users',
  'user_role',
  'user_group',
  'group_member',
  'group_role',
  'role',
  'organisation',
  'api_key',
  'added_field',
  'account',
  'session',
  'second_factor',
]
const usual = ['__proto__', 'isAdmin', 'permissions', 'roles', 'members', 'createdAt', 'userId', 'id']

type Schema = { properties?: Record<string, unknown>; additionalProperties?: boolean }
type Operation = { requestBody?: { content: { 'application/json'?: { schema: Schema } } } }
const published = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>
}
const routes = Object.entries(published.paths)
  .filter(([path]) => headings.test(path))
  .flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema
      return schema ? [[method.toUpperCase(), path, Object.keys(schema.properties ?? {})] as const] : []
    }),
  )

let web: TestWeb
let columns: string[]
beforeAll(async () => {
  web = await openTestWeb()
  await web.setSettings({ registration: true })
  await web.post('adam', '/api/v1/roles', { key: 'tester', name: 'Tester', permissions: ['ticket.assign'] })
  await web.post('adam', '/api/v1/fields', { key: 'yard', type: 'yes-no', label: 'Yard' })
  const { rows } = await web.database.pool.query<{ name: string }>(
    'select distinct column_name as name from information_schema.columns where table_name = any($1)',
    [tables],
  )
  columns = rows.map(({ name }) => name)
})
afterAll(() => web.close())

const addressOf = async (path: string): Promise<string> => {
  const organisation = path.includes('organisations')
    ? (await web.post('adam', '/api/v1/organisations', { name: `O${Math.random()}` })).body.id
    : ''
  const id = path.includes('groups') ? web.groups.billing : organisation || web.ids.pierre
  return path.replace('{id}', id).replace('{key}', path.includes('fields') ? 'yard' : 'tester')
}

const camel = (name: string) => name.replace(/_(\w)/gu, (_all, letter: string) => letter.toUpperCase())

test('there are forms to try it on', () => expect(routes.length).toBeGreaterThan(20))

describe.each(routes)('%s %s', (method, path, named) => {
  test.each(['adam', 'salma'] as const)('%s changes nothing by what the form does not name', async (who) => {
    const address = await addressOf(path)
    const digest = await openDigest(web)
    const before = await digest()
    const foreign = [...new Set([...usual, ...columns.flatMap((name) => [name, camel(name)])])].filter(
      (name) => !named.includes(name),
    )
    for (let at = 0; at < foreign.length; at += 10)
      await expectRefused(who, method, address, foreign.slice(at, at + 10))
    expect(await digest()).toEqual(before)
  })
})

async function expectRefused(who: 'adam' | 'salma', method: string, address: string, foreign: readonly string[]) {
  // another's id, wherever one could stand; written as text, since a key __proto__ made in code is none
  const body = `{${foreign.map((name) => `${JSON.stringify(name)}:${JSON.stringify(web.ids.adam)}`).join(',')}}`
  const answer = await web.ask(who, method, address, body)
  if (who === 'salma' && answer.status !== 422) return expect([401, 403, 404]).toContain(answer.status)
  expect(answer.status).toBe(422)
  const refused = (answer.body.errors as { field: string; code: string }[]).filter(({ code }) => code === 'unknown')
  expect(refused.map(({ field }) => field).toSorted()).toEqual(foreign.toSorted())
}

test.each(['/api/v1/users', '/api/v1/users.csv'])(
  'customers get 403 on %s, and nobody else’s page either',
  async (path) => {
    expect((await web.get('salma', path)).status).toBe(403)
    expect((await web.get('salma', `/api/v1/users/${web.ids.omar}`)).status).toBe(403)
  },
)
