import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallation, type Installation } from './open-installation.server.ts'
import { openWorker } from './open-worker.server.ts'
import { openWeb, type Web } from './open-web.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { patience } from '../testing/patience.ts'

let web: TestWeb
/** A second server process's worth of everything, on the same database. */
let other: Web
let installation: Installation
let closeOther: () => Promise<void>

beforeAll(async () => {
  web = await openTestWeb()
  installation = await openInstallation(web.installation.config, { worker: false, say: () => {} })
  other = await openWeb(installation, { secret: web.installation.config.secret!, isReady: () => true })
  closeOther = async () => {
    await other.close()
    await installation.close()
  }
})
afterAll(async () => {
  await closeOther()
  await web.close()
})

type Listener = { heard: { kind: string; ticket?: number }[]; ended: () => boolean; stop(): void }

async function listen(who: Character, address = other.address): Promise<Listener> {
  const abort = new AbortController()
  const response = await fetch(`${address.replace('localhost', '127.0.0.1')}/api/v1/live`, {
    headers: { cookie: web.cookies.get(who)! },
    signal: abort.signal,
  })
  const heard: Listener['heard'] = []
  let ended = false
  void (async () => {
    try {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream()))
        for (const match of chunk.matchAll(/^data: (.*)$/gm)) heard.push(JSON.parse(match[1]!))
    } catch {
      // we went away ourselves
    }
    ended = true
  })()
  return { heard, ended: () => ended, stop: () => abort.abort() }
}

const until = async (fits: () => boolean, atMost = patience): Promise<void> => {
  const deadline = Date.now() + atMost
  while (!fits() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10))
}

async function asOwner(text: string): Promise<number | null> {
  const owner = new pg.Client({ connectionString: web.url })
  await owner.connect()
  const { rowCount } = await owner.query(text)
  await owner.end()
  return rowCount
}

const hasHeardOf = (listener: Listener, ticket: number) => listener.heard.some((event) => event.ticket === ticket)

test('a page at another server hears of a change at once, and only those who may see the ticket do', async () => {
  const [mariam, salma, pierre, tom] = await Promise.all([
    listen('mariam'),
    listen('salma'),
    listen('pierre'),
    listen('tom'),
  ])
  const { body } = await web.post('salma', '/api/v1/tickets', { title: 'Live', description: 'Please.' })
  await until(() => hasHeardOf(mariam, body.number) && hasHeardOf(salma, body.number))
  expect(hasHeardOf(mariam, body.number)).toBe(true)
  expect(hasHeardOf(salma, body.number)).toBe(true)
  expect(hasHeardOf(pierre, body.number)).toBe(false)
  expect(hasHeardOf(tom, body.number)).toBe(false)
  expect(mariam.heard[0]).toEqual({ kind: 'catchUp' })
  for (const listener of [mariam, salma, pierre, tom]) listener.stop()
})

test('who loses sight of a ticket hears of it once more, so that it leaves their list', async () => {
  const number = await web.submitted()
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.billing })
  const tom = await listen('tom')
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents })
  await until(() => hasHeardOf(tom, number))
  expect(hasHeardOf(tom, number)).toBe(true)
  expect((await web.get('tom', `/api/v1/tickets/${number}`)).status).toBe(404)
  tom.stop()
})

test('a duplicate’s page hears that its original moved on, and the original’s what becomes of its duplicates', async () => {
  const { body: original } = await web.post('pierre', '/api/v1/tickets', { title: 'First', description: 'Please.' })
  const { body: duplicate } = await web.post('salma', '/api/v1/tickets', { title: 'Second', description: 'Please.' })
  await web.post('mariam', `/api/v1/tickets/${original.number}/assign`, { group: web.groups.documents })
  const of = `/api/v1/tickets/${duplicate.number}`
  await web.post('mariam', `${of}/mark-duplicate`, { original: original.number })
  const [salma, omar] = await Promise.all([listen('salma'), listen('omar')])
  await until(() => salma.heard.length > 0 && omar.heard.length > 0)
  await web.post('mariam', `/api/v1/tickets/${original.number}/close`, { reason: 'Repaired.' })
  await until(() => hasHeardOf(salma, duplicate.number))
  expect(hasHeardOf(salma, duplicate.number)).toBe(true)
  expect(hasHeardOf(salma, original.number)).toBe(false)
  omar.heard.length = 0
  await web.post('salma', `${of}/reopen`, { reason: 'Mine is another.' })
  await until(() => hasHeardOf(omar, original.number))
  expect(hasHeardOf(omar, original.number)).toBe(true)
  expect(hasHeardOf(omar, duplicate.number)).toBe(false)
  for (const listener of [salma, omar]) listener.stop()
})

test('a customer heard each time that staff wrote a note, or changed one', async () => {
  const [mariam, salma] = await Promise.all([listen('mariam'), listen('salma')])
  const { number } = (await web.post('salma', '/api/v1/tickets', { title: 'Live', description: 'Please.' })).body
  const of = `/api/v1/tickets/${number}`
  await until(() => hasHeardOf(mariam, number) && hasHeardOf(salma, number))
  salma.heard.length = 0
  const does = async (verb: string, body: object) => {
    mariam.heard.length = 0
    expect((await web.post('mariam', `${of}/${verb}`, body)).status).toBe(200)
    await until(() => hasHeardOf(mariam, number))
  }
  await does('note', { text: 'Among us.' })
  const { items } = (await web.get('mariam', `${of}/conversation`)).body
  await does('edit-note', { message: items[0].id, text: 'Among us two.' })
  expect(hasHeardOf(salma, number)).toBe(false)
  await does('reply', { text: 'We look into it.' })
  await until(() => hasHeardOf(salma, number))
  expect(hasHeardOf(salma, number)).toBe(true)
  for (const listener of [mariam, salma]) listener.stop()
})

test('a mail that did not arrive is no event of its ticket, and a page that shows it hears all the same', async () => {
  const number = await web.submitted()
  const mariam = await listen('mariam')
  const pierre = await listen('pierre')
  await until(() => mariam.heard.length > 0 && pierre.heard.length > 0)
  mariam.heard.length = 0
  web.installation.hints.publish({ undelivered: [number] })
  await until(() => hasHeardOf(mariam, number))
  expect(hasHeardOf(mariam, number)).toBe(true)
  expect(hasHeardOf(pierre, number)).toBe(false)
  for (const listener of [mariam, pierre]) listener.stop()
})

test('a change that nobody hinted at is found within a few seconds', async () => {
  const mariam = await listen('mariam')
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  // the desk in the box commits without hints, as a process that died right after its commit would
  const number = await web.submitted()
  await until(() => hasHeardOf(mariam, number))
  expect(hasHeardOf(mariam, number)).toBe(true)
  mariam.stop()
})

test('after the database cut the connection, hints go on', async () => {
  const rowCount = await asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'sanad live' and datname = current_database()`,
  )
  expect(rowCount).toBe(2)
  const mariam = await listen('mariam')
  const { body } = await web.post('salma', '/api/v1/tickets', { title: 'Again', description: 'Please.' })
  await until(() => hasHeardOf(mariam, body.number))
  expect(hasHeardOf(mariam, body.number)).toBe(true)
  mariam.stop()
})

test('a page whose server’s line to the others was cut for a moment never asked what it had missed', async () => {
  const mariam = await listen('mariam')
  await until(() => mariam.heard.length > 0)
  mariam.heard.length = 0
  await asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'sanad live' and datname = current_database()`,
  )
  await until(() => mariam.heard.some(({ kind }) => kind === 'catchUp'))
  expect(mariam.heard).toContainEqual({ kind: 'catchUp' })
  mariam.stop()
})

test('a change that was hinted at while the database answered nobody was told to no page', async () => {
  const mariam = await listen('mariam')
  await until(() => mariam.heard.length > 0)
  const { desk, hints } = installation
  const read = desk.read.bind(desk)
  const leave = hints.subscribe(({ tickets }) => {
    if (tickets.length > 0) desk.read = read
  })
  desk.read = () => {
    throw new Error('The database is away.')
  }
  const { body } = await web.post('salma', '/api/v1/tickets', { title: 'Missed', description: 'Please.' })
  await until(() => hasHeardOf(mariam, body.number))
  expect(hasHeardOf(mariam, body.number)).toBe(true)
  leave()
  mariam.stop()
})

test('rights that were changed under an Idempotency-Key were hinted at before they were changed', async () => {
  const { hints } = web.installation
  const publish = hints.publish.bind(hints)
  const kept: Promise<{ rowCount: number | null }>[] = []
  const owner = new pg.Client({ connectionString: web.url })
  await owner.connect()
  // a commit that takes its time
  await owner.query(`
    create function doze() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return null; end $$;
    create constraint trigger doze after update on idempotent_answer
      deferrable initially deferred for each row execute function doze()`)
  hints.publish = (hint) => {
    if (hint.rights) kept.push(owner.query(`select from idempotent_answer where key = 'reset once'`))
    publish(hint)
  }
  const reset = await web.post('adam', '/api/v1/roles/supportDesk/reset', {}, { 'idempotency-key': 'reset once' })
  hints.publish = publish
  expect(reset.status).toBe(200)
  expect((await Promise.all(kept)).map(({ rowCount }) => rowCount)).toEqual([1])
  await owner.query('drop function doze() cascade')
  await owner.end()
})

test('deactivating someone ends their open stream', async () => {
  const jana = await listen('jana')
  const answer = await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.jana}`, { active: false })
  expect(answer.status).toBe(200)
  await until(() => jana.ended())
  expect(jana.ended()).toBe(true)
  expect((await web.get('jana', '/api/v1/me')).status).toBe(401)
})

test('signing out ends the stream of a page that is still open, at once and at every server', async () => {
  const tom = await listen('tom')
  expect((await web.post('tom', '/api/auth/sign-out')).status).toBe(200)
  await until(() => tom.ended())
  expect(tom.ended()).toBe(true)
})

test('whoever asked for the heads of the stream alone was never answered', async () => {
  const headers = { cookie: web.cookies.get('mariam')! }
  const there = other.address.replace('localhost', '127.0.0.1')
  const asked = fetch(`${there}/api/v1/live`, { method: 'HEAD', headers, signal: AbortSignal.timeout(patience) })
  expect((await asked).status).toBe(404)
})

test('nobody listens without being signed in', async () => {
  expect((await web.get(null, '/api/v1/live')).body).toMatchObject({ status: 401, code: 'notSignedIn' })
})

test('a stranger who asked for new links without end had every open page looked up, at every server', async () => {
  const hints: unknown[] = []
  const leave = web.installation.hints.subscribe((hint) => void (hint.rights && hints.push(hint)))
  for (let asked = 0; asked < 5; asked += 1)
    expect((await web.post(null, '/api/v1/ticket-links/new', { token: 'x'.repeat(40) })).status).toBe(202)
  expect((await web.ask('salma', 'PATCH', '/api/v1/me', { theme: 'dark' })).status).toBe(200)
  // hints keep their order: this one comes after those that there are none of
  expect((await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.pierre}`, { name: 'Pierre L.' })).status).toBe(200)
  await until(() => hints.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(hints).toHaveLength(1)
  leave()
})

test('one person kept as many pages open as they liked; the two hundred and first is told to come back', async () => {
  const pages = await Promise.all(Array.from({ length: 200 }, () => listen('lina')))
  const there = other.address.replace('localhost', '127.0.0.1')
  const refused = await fetch(`${there}/api/v1/live`, { headers: { cookie: web.cookies.get('lina')! } })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
  const salma = await listen('salma')
  await until(() => salma.heard.length > 0)
  expect(salma.heard[0]).toEqual({ kind: 'catchUp' })
  for (const page of [...pages, salma]) page.stop()
})

test('whoever loses a right hears of it at once, and nobody else does', async () => {
  const [mariam, salma] = await Promise.all([listen('mariam'), listen('salma')])
  await until(() => mariam.heard.length > 0 && salma.heard.length > 0)
  const rights = (listener: Listener) => listener.heard.filter(({ kind }) => kind === 'rights').length
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.mariam}`, { groups: [] })
  await until(() => rights(mariam) > 0)
  expect([rights(mariam), rights(salma)]).toEqual([1, 0])
  mariam.stop()
  salma.stop()
})

test('whoever lost a role by an import kept for a minute what they saw by it', async () => {
  const csv = 'email,roles\nomar@example.com,customer'
  expect((await web.post('adam', '/api/v1/users/import', { csv })).status).toBe(202)
  const omar = await listen('omar')
  await until(() => omar.heard.length > 0)
  const worker = await openWorker(web.installation, {
    secret: web.installation.config.secret!,
    address: web.address,
    onTrouble: () => {},
  })
  await until(() => omar.heard.some(({ kind }) => kind === 'rights'), 30_000)
  expect(omar.heard).toContainEqual({ kind: 'rights' })
  await worker.stop()
  omar.stop()
})
