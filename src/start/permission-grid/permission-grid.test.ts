import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type Answer, type TestWeb } from '../../testing/web.server.ts'
import { pagesFolder } from '../open-web.server.ts'
import { openDigest } from './digest.server.ts'
import { gridObjects, objectOf, type GridObject } from './grid-objects.server.ts'
import { gridPeople, type Credentials, type GridPeople } from './grid-people.server.ts'
import { columns, readRows, type Column, type Row } from './grid-rows.ts'
import { account } from './rows/account.ts'
import { open } from './rows/open.ts'
import { people } from './rows/people.ts'
import { queries } from './rows/queries.ts'
import { shaping } from './rows/shaping.ts'
import { tellings } from './rows/tellings.ts'
import { tickets } from './rows/tickets.ts'

const rows = [tickets, queries, people, shaping, tellings, account, open].flatMap(readRows)

let web: TestWeb
let ask: GridPeople
let objects: Record<string, GridObject>
let digest: Awaited<ReturnType<typeof openDigest>>

beforeAll(async () => {
  web = await openTestWeb()
  const ticket = await web.submitted()
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  ask = await gridPeople(web, ticket)
  objects = gridObjects(web, ticket)
  digest = await openDigest(web)
})
afterAll(() => web.close())

test('every route that is served has its row, and every row its route', () => {
  const served = web.web.server.routes.map((route) => route.replace(/\([^)]*\)/g, '')).filter((route) => !isPage(route))
  const known = rows.map(({ route }) => route)
  const missing = [...new Set(served)].filter((route) => !known.includes(route))
  const gone = known.filter((route) => !served.includes(route))
  const twice = known.filter((route, index) => known.indexOf(route) !== index)
  expect(
    { missing, gone, twice },
    `A new route needs one line in src/start/permission-grid/rows/, a status a column, from what is required of it:
METHOD /its/address ${columns.join(' ')}
(grid-rows.ts says who they are; a new kind of :id is named in grid-objects.server.ts)`,
  ).toEqual({ missing: [], gone: [], twice: [] })
})

describe.each(rows.map((row) => [row.route, row] as const))('%s', (_route, row) => {
  test('answers everyone as the grid says', async () => {
    const object = objectOf(objects, row.route)
    const wrong: string[] = []
    const shared = object && (await object.make())
    const before = await digest()
    for (const [column, status] of row.cells.filter(([, expected]) => isRefusal(expected))) {
      const ways = await eachWay(row, column, shared)
      wrong.push(...ways.filter(({ answer }) => answer.status !== status).map((way) => unlike(column, status, way)))
      if (object && status === 404) wrong.push(...(await betraying(row, column, ways, object)))
    }
    const after = await digest()
    for (const table of Object.keys(before))
      if (before[table] !== after[table]) wrong.push(`what was refused changed ${table}`)
    for (const [column, status] of row.cells.filter(([, expected]) => !isRefusal(expected))) {
      const ways = await eachWay(row, column, object && (await object.make()))
      wrong.push(...ways.filter(({ answer }) => answer.status !== status).map((way) => unlike(column, status, way)))
    }
    expect(wrong, `not as the grid says:\n${wrong.join('\n')}`).toEqual([])
  })
})

type Way = { way: string; answer: Answer }

const unlike = (column: Column, status: number, { way, answer }: Way): string =>
  `${column} ${way} should get ${status}, got ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`

const isRefusal = (status: number): boolean => [401, 403, 404].includes(status)

/** The built pages are files and no routes of ours. */
function isPage(route: string): boolean {
  const [method, path] = route.split(' ')
  return method === 'GET' && !path!.startsWith('/api/') && existsSync(join(pagesFolder, path!))
}

async function eachWay(row: Row, column: Column, object: string | null): Promise<Way[]> {
  const ways: Way[] = []
  for (const { way, headers } of await ask(column)) ways.push({ way, answer: await send(row, headers, object) })
  return ways
}

/** Whoever may not know of a thing gets what they would get for one that never was. */
async function betraying(row: Row, column: Column, ways: Way[], { absent }: GridObject): Promise<string[]> {
  const never = await eachWay(row, column, absent)
  return ways.flatMap(({ answer }, index) => {
    const [there, absence] = [answer, never[index]!.answer].map(({ status, body }) => JSON.stringify([status, body]))
    return there === absence ? [] : [`${column}: ${there} for one that is there, ${absence} for one that never was`]
  })
}

async function send({ method, address }: Row, headers: Credentials, object: string | null): Promise<Answer> {
  const names = object?.split(' ')
  const path = address.replace(/:\w+/g, () => names!.shift()!)
  const body = method === 'GET' || method === 'DELETE' ? undefined : { nonsense: true }
  if (path === '/api/v1/live') return firstAnswer(path, headers)
  return web.ask(null, method, path, body, headers)
}

/** A stream does not end by itself. */
async function firstAnswer(path: string, headers: Credentials): Promise<Answer> {
  const hangUp = new AbortController()
  const response = await fetch(web.address + path, { headers, signal: hangUp.signal })
  hangUp.abort()
  return { status: response.status, body: null, headers: response.headers }
}
