import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { sendDue } from './held.write.server.ts'

// What its writer does on a ticket while a message of theirs is held, and what they hear when it cannot go out.

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

type Who = 'omar' | 'mariam' | 'salma'
const path = (ticket: number, rest: string) => `/api/v1/tickets/${ticket}/${rest}`
const versionOf = async (ticket: number): Promise<number> =>
  (await web.get('mariam', `/api/v1/tickets/${ticket}`)).body.version
const messages = async (ticket: number): Promise<string[]> =>
  (await web.get('mariam', path(ticket, 'conversation'))).body.items.map(
    ({ text }: { text: { source: string; texts: Record<string, { text: string }> } }) => text.texts[text.source]!.text,
  )
const writing = async (who: Who, ticket: number) => (await web.get(who, path(ticket, 'writing'))).body
const cameBack = async (who: Who, ticket: number) =>
  (await web.get(who, '/api/v1/notices')).body.cameBack.filter((each: { ticket: number }) => each.ticket === ticket)
/** As pages send it: the whole request is one change. */
const hold = (who: Who, ticket: number, kind: string, text: string, version: number) =>
  web.post(who, path(ticket, `held/${kind}`), { text, version }, { 'idempotency-key': crypto.randomUUID() })
const act = async (who: Who, ticket: number, verb: string, body: object = {}) =>
  expect((await web.post(who, path(ticket, verb), body)).status).toBeLessThan(300)
const toOmar = () => ({ group: web.groups.documents, member: web.ids.omar })

async function inWork(): Promise<number> {
  const ticket = await web.submitted('salma')
  await act('mariam', ticket, 'assign', toOmar())
  return ticket
}
async function secondsPass(ticket: number): Promise<string[]> {
  await web.database.primary
    .updateTable('held_message')
    .set({ due_at: new Date(0) })
    .where('ticket_number', '=', ticket)
    .execute()
  const writers: string[] = []
  await sendDue(web.installation.desk, (those) => void writers.push(...those))
  return writers
}

test('who sends a reply and then assigns, takes, closes or joins the ticket finds that the reply went out', async () => {
  const original = await web.submitted('salma')
  const acts: Record<string, object> = {
    assign: toOmar(),
    take: {},
    close: { reason: 'Done.' },
    'mark-duplicate': { original },
  }
  for (const [verb, body] of Object.entries(acts)) {
    const ticket = await web.submitted('salma')
    await hold('mariam', ticket, 'reply', `Before ${verb}.`, await versionOf(ticket))
    await act('mariam', ticket, verb, body)
    expect(await secondsPass(ticket)).toEqual([])
    expect(await messages(ticket)).toEqual([`Before ${verb}.`])
    expect(await writing('mariam', ticket)).toEqual({ drafts: [], held: [] })
  }
})

test('a reply and a solution sent within the same seconds both go out', async () => {
  const ticket = await inWork()
  const version = await versionOf(ticket)
  await hold('omar', ticket, 'reply', 'It is on its way.', version)
  await hold('omar', ticket, 'propose-solution', 'Restart it.', version)
  await secondsPass(ticket)
  expect(await messages(ticket)).toEqual(['It is on its way.'])
  expect((await web.rowOf(ticket)).solution_state).toBe('inReview')
  expect(await writing('omar', ticket)).toEqual({ drafts: [], held: [] })
})

test('what somebody else did before or after the writer’s own act still stops it', async () => {
  for (const order of [
    ['mariam', 'omar'],
    ['omar', 'mariam'],
  ] as const) {
    const ticket = await inWork()
    await hold('omar', ticket, 'reply', 'Which driver?', await versionOf(ticket))
    for (const who of order) await act(who, ticket, 'reply', { text: `By ${who}.` })
    expect(await secondsPass(ticket)).toEqual([web.ids.omar])
    expect((await writing('omar', ticket)).drafts).toMatchObject([
      { text: 'Which driver?', problem: 'changedMeanwhile' },
    ])
  }
})

test('whose reply did not go out hears of it wherever they are, until they touch it', async () => {
  const ticket = await inWork()
  await hold('omar', ticket, 'reply', 'Which driver?', await versionOf(ticket))
  await act('salma', ticket, 'reply', { text: 'The driver of yesterday.' })
  expect(await cameBack('omar', ticket)).toEqual([])
  expect(await secondsPass(ticket)).toEqual([web.ids.omar])
  expect(await cameBack('omar', ticket)).toEqual([{ ticket, kind: 'reply', at: expect.any(String) }])
  expect(await cameBack('mariam', ticket)).toEqual([])
  await web.ask('omar', 'PUT', path(ticket, 'drafts/reply'), { text: 'I see: yesterday’s.' })
  expect(await cameBack('omar', ticket)).toEqual([])
})

test('a second reply does not take the place of a first that cannot go out', async () => {
  const ticket = await inWork()
  const version = await versionOf(ticket)
  await hold('omar', ticket, 'reply', 'First.', version)
  await act('salma', ticket, 'reply', { text: 'Wait!' })
  for (const seen of [version, await versionOf(ticket)]) {
    const second = await hold('omar', ticket, 'reply', 'Second.', seen)
    expect([second.status, second.body.code]).toEqual([409, 'changedMeanwhile'])
  }
  const program = await web.post('omar', path(ticket, 'held/reply'), { text: 'Second.', version })
  expect([program.status, program.body.code]).toEqual([409, 'changedMeanwhile'])
  // the page keeps what could not be sent
  await web.ask('omar', 'PUT', path(ticket, 'drafts/reply'), { text: 'Second.' })
  await secondsPass(ticket)
  expect(await messages(ticket)).toEqual(['Wait!'])
  expect((await writing('omar', ticket)).drafts).toMatchObject([{ text: 'First.\n\nSecond.' }])
})

test('what was begun after a reply was sent is still there when that goes out', async () => {
  const ticket = await inWork()
  await hold('omar', ticket, 'reply', 'First.', await versionOf(ticket))
  await web.ask('omar', 'PUT', path(ticket, 'drafts/reply'), { text: 'And anoth' })
  await secondsPass(ticket)
  expect(await messages(ticket)).toEqual(['First.'])
  expect((await writing('omar', ticket)).drafts).toMatchObject([{ kind: 'reply', text: 'And anoth', problem: null }])
})

test('a reply that came back, or was taken back, was written over by what the page saved without knowing of it', async () => {
  const keep = async (ticket: number, text: string, knows: string[]) =>
    (await web.ask('omar', 'PUT', path(ticket, 'drafts/reply'), { text, knows })).body.drafts
  const comesBack = async (ticket: number) => {
    await act('salma', ticket, 'reply', { text: 'Wait!' })
    await secondsPass(ticket)
  }
  const takenBack = async (ticket: number) => web.ask('omar', 'DELETE', path(ticket, 'held/reply'))
  for (const [ends, problem] of [
    [comesBack, 'changedMeanwhile'],
    [takenBack, null],
  ] as const) {
    const ticket = await inWork()
    await hold('omar', ticket, 'reply', 'First.', await versionOf(ticket))
    await keep(ticket, 'Sec', [])
    await ends(ticket)
    const [{ back }] = (await writing('omar', ticket)).drafts
    expect(back).toEqual([{ id: expect.any(String), text: 'First.' }])
    // as often as it is tried
    for (const text of ['Second', 'Second, lon'])
      expect(await keep(ticket, text, [])).toMatchObject([{ text: `First.\n\n${text}`, problem }])
    expect(await keep(ticket, ' ', [])).toMatchObject([{ text: 'First.', problem }])
    expect(await keep(ticket, 'In other words.', [back[0].id])).toMatchObject([
      { text: 'In other words.', problem: null },
    ])
    // from another window, which never heard of it
    expect(await keep(ticket, 'Third.', [])).toMatchObject([{ text: 'First.\n\nThird.' }])
    const version = await versionOf(ticket)
    const sent = await web.post('omar', path(ticket, 'held/reply'), { text: 'Third.', version, knows: [] })
    expect(sent.body).toMatchObject({ drafts: [{ text: 'First.' }], held: [{ text: 'Third.' }] })
    expect(await keep(ticket, ' ', [back[0].id])).toEqual([])
  }
})

test('what is saved in the moment in which a reply comes back waits for it', async () => {
  const ticket = await inWork()
  await hold('omar', ticket, 'reply', 'First.', await versionOf(ticket))
  await Promise.all([
    web.ask('omar', 'DELETE', path(ticket, 'held/reply')),
    web.ask('omar', 'PUT', path(ticket, 'drafts/reply'), { text: 'Second', knows: [] }),
  ])
  expect((await writing('omar', ticket)).drafts).toMatchObject([{ text: 'First.\n\nSecond' }])
})

test('what was typed after sending was gone when that had to wait for the ticket before it went out', async () => {
  for (const kind of ['reply', 'note', 'propose-solution'] as const) {
    const ticket = await inWork()
    await hold('omar', ticket, kind, 'First.', await versionOf(ticket))
    await web.ask('omar', 'PUT', path(ticket, `drafts/${kind}`), { text: 'Sec' })
    const door = await web.installation.desk.database.pool.connect()
    await door.query(`begin; select from ticket where number = ${ticket} for no key update`)
    const going = secondsPass(ticket)
    try {
      const waiting = 'select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))'
      await expect.poll(async () => (await door.query(waiting)).rowCount, { timeout: 8000 }).toBe(1)
      await web.ask('omar', 'PUT', path(ticket, `drafts/${kind}`), { text: 'Second' })
    } finally {
      await door.query('commit')
      door.release()
    }
    expect(await going).toEqual([])
    expect(await writing('omar', ticket)).toMatchObject({ drafts: [{ kind, text: 'Second' }], held: [] })
  }
})

test('what is sent from several windows at the same moment goes out, each once, and none fails', async () => {
  const ticket = await inWork()
  const version = await versionOf(ticket)
  const texts = Array.from({ length: 8 }, (_, index) => `From window ${index}.`)
  const plain = (text: string) => web.post('omar', path(ticket, 'held/reply'), { text, version })
  const sent = await Promise.all(
    texts.map((text, index) => (index % 2 ? plain(text) : hold('omar', ticket, 'reply', text, version))),
  )
  expect(sent.map(({ status }) => status)).toEqual(texts.map(() => 201))
  expect(await secondsPass(ticket)).toEqual([])
  expect((await messages(ticket)).toSorted()).toEqual(texts)
  expect(await writing('omar', ticket)).toEqual({ drafts: [], held: [] })
})

test('one message that could not go out just now kept back everybody’s', async () => {
  const { desk } = web.installation
  const [locked, changed, free] = [await inWork(), await inWork(), await inWork()]
  for (const ticket of [locked, changed, free])
    await hold('omar', ticket, 'reply', 'It is on its way.', await versionOf(ticket))
  await act('mariam', changed, 'reply', { text: 'I have answered.' })
  const first = web.database.primary.updateTable('held_message').where('ticket_number', '=', locked)
  await first.set({ due_at: new Date(0) }).execute()
  const door = await desk.database.pool.connect()
  await door.query(`begin; select from ticket where number = ${locked} for update`)
  const told: string[] = []
  const change: typeof desk.change = (actor, work) =>
    desk.change(actor, async (inside) => {
      await sql`set local lock_timeout = '200ms'`.execute(inside.db)
      return work(inside)
    })
  for (const ticket of [changed, free])
    await web.database.primary
      .updateTable('held_message')
      .set({ due_at: new Date(1000) })
      .where('ticket_number', '=', ticket)
      .execute()
  await expect(sendDue({ ...desk, change }, (writers) => void told.push(...writers))).rejects.toThrow(
    '1 of 3 messages could not go out',
  )
  expect(await messages(free)).toEqual(['It is on its way.'])
  expect(told).toEqual([web.ids.omar])
  await door.query('rollback')
  door.release()
  expect(await secondsPass(locked)).toEqual([])
  expect(await messages(locked)).toEqual(['It is on its way.'])
})
