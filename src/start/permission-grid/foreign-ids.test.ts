import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../server/ids.server.ts'
import { openTestWeb, type Answer, type TestWeb } from '../../testing/web.server.ts'
import { openDigest } from './digest.server.ts'
import { lines, type At, type Line } from './rows/foreign-ids.ts'

/**
 * Every field of a body and of a query string that holds an id, given somebody else's: refused or without effect, and nothing is
 * changed. The published interface says which fields there are; rows/foreign-ids.ts what must come of each, by hand.
 */
let web: TestWeb
let at: At
let digest: Awaited<ReturnType<typeof openDigest>>
beforeAll(async () => {
  web = await openTestWeb()
  const path = (number: number, verb: string) => `/api/v1/tickets/${number}/${verb}`
  const pierres = await web.submitted('pierre', 'The barrier does not open')
  const salmas = await web.submitted()
  await web.post('mariam', path(salmas, 'assign'), { group: web.groups.documents, member: web.ids.omar })
  const closedOfPierre = await web.submitted('pierre', 'A lost invoice')
  await web.post('mariam', path(closedOfPierre, 'close'), { reason: 'It was found.' })
  await web.post('mariam', path(salmas, 'note'), { text: 'A note of hers.' })
  at = {
    web,
    pierres,
    salmas,
    closedOfPierre,
    pierresFile: await fileOfPierre(),
    marksNote: await onlyId('message'),
    billing: web.groups.billing,
    tomsNotice: await noticeOfTom(pierres),
  }
  digest = await openDigest(web)
})
afterAll(() => web.close())

async function fileOfPierre(): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': "UTF-8''plan.txt" }
  return (await web.ask('pierre', 'POST', '/api/v1/files', 'a plan', headers)).body.id
}

async function onlyId(table: 'message'): Promise<string> {
  return (await web.database.primary.selectFrom(table).select('id').executeTakeFirstOrThrow()).id
}

async function noticeOfTom(ticket: number): Promise<string> {
  const id = newId()
  const { id: event } = (await web.eventsOf(ticket))[0]!
  await web.database.pool.query(
    `insert into notice (ticket_number, event_id, interaction, recipient_id, id, says, at)
     values ($1, $2, 'tell-staff-of-reply', $3, $4, '{"variables": {}, "side": "staff", "why": "participant", "status": "open"}', now())`,
    [ticket, event, web.ids.tom, id],
  )
  return id
}

test('every id of the published interface has its line, and every line its id', () => {
  expect(new Set(published())).toEqual(new Set(Object.keys(lines)))
})

test.each(Object.entries(lines).flatMap(([field, some]) => some.map((line) => [field, line.who, line] as const)))(
  '%s by %s',
  async (field, who, line) => {
    const id = String(line.id(at))
    const before = await digest()
    const answer = await send(field, line, id)
    expect([answer.status, JSON.stringify(answer.body).slice(0, 300)]).toEqual([line.gets, expect.any(String)])
    if (line.empty) expect(countIn(answer)).toBe(0)
    if (line.keeps) expect(line.keeps(answer, id)).toBe(true)
    else expect(await digest()).toEqual(before)
    expect(who).toBe(line.who)
  },
)

function send(field: string, line: Line, id: string): Promise<Answer> {
  const [method = '', route = '', name = ''] = field.split(' ')
  const path = line.path?.(at) ?? `/api/v1${route.replace('{number}', String(at.salmas))}`
  if (method !== 'GET') return web.ask(line.who, method, path, line.body?.(at, id) ?? { [name]: id })
  const days = route.startsWith('/statistics') ? '&from=2026-01-01&to=2026-12-31&by=month' : ''
  return web.get(line.who, `${path}?${name}=${id}${days}`)
}

/** Of a page, a count, a file of lines under a head. */
function countIn({ body }: Answer): number {
  if (typeof body === 'string') return body.trim().split('\n').length - 1
  return body.items?.length ?? body.count
}

/** Ids by their form, and the fields that name a ticket or a person in another. */
const byName = ['original', 'ticket', 'customer', 'recipient']

function published(): string[] {
  const { paths } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'))
  const found: string[] = []
  // what a status is called by a customer is no customer
  const asked = Object.entries<Record<string, Operation>>(paths).filter(([path]) => path !== '/api/v1/labels')
  for (const [path, methods] of asked)
    for (const [method, { parameters = [], requestBody }] of Object.entries(methods)) {
      const fields = parameters.filter((one) => one.in === 'query' && isId(one.name, one.schema)).map((one) => one.name)
      if (path.includes('closed-tickets') && parameters.some((one) => one.name === 'number')) fields.push('number')
      fields.push(...idsIn(requestBody?.content['application/json']?.schema ?? {}))
      found.push(...fields.map((field) => `${method.toUpperCase()} ${path.replace('/api/v1', '')} ${field}`))
    }
  return [...new Set(found)]
}

type Schema = {
  format?: string
  items?: Schema
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  oneOf?: Schema[]
}
type Operation = {
  parameters?: { in: string; name: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

function isId(name: string, schema: Schema): boolean {
  const each = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])]
  return byName.includes(name) || each.some(({ format }) => format === 'uuid')
}

function idsIn({ properties = {} }: Schema, before = ''): string[] {
  return Object.entries(properties).flatMap(([name, schema]) =>
    isId(name, schema) ? [before + name] : idsIn(schema, `${before}${name}.`),
  )
}
