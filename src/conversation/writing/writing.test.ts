import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { sendDue } from './held.write.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const path = (ticket: number, rest: string) => `/api/v1/tickets/${ticket}/${rest}`
const versionOf = async (ticket: number): Promise<number> =>
  (await web.get('mariam', `/api/v1/tickets/${ticket}`)).body.version
const messages = async (ticket: number): Promise<string[]> =>
  (await web.get('mariam', path(ticket, 'conversation'))).body.items.map(
    ({ text }: { text: { source: string; texts: Record<string, { text: string }> } }) => text.texts[text.source]!.text,
  )

async function inWork(): Promise<number> {
  const ticket = await web.submitted('salma')
  await web.post('mariam', path(ticket, 'assign'), { group: web.groups.documents, member: web.ids.omar })
  return ticket
}
const hold = async (who: 'omar' | 'mariam' | 'salma', ticket: number, kind: string, text: string, more: object = {}) =>
  web.post(
    who,
    path(ticket, `held/${kind}`),
    { text, version: await versionOf(ticket), ...more },
    // as pages send it: the whole request is one change
    { 'idempotency-key': crypto.randomUUID() },
  )
/** The desk's own clock cannot be moved over HTTP: the row is made older instead. */
const letTimePass = (ticket: number) =>
  web.database.primary
    .updateTable('held_message')
    .set({ due_at: new Date(0) })
    .where('ticket_number', '=', ticket)
    .execute()

describe('a draft', () => {
  test('is its writer’s alone, by kind, and gone when it is sent', async () => {
    const ticket = await inWork()
    const put = (who: 'omar' | 'mariam', kind: string, text: string) =>
      web.ask(who, 'PUT', path(ticket, `drafts/${kind}`), { text })
    expect((await put('omar', 'reply', 'Half a sen')).status).toBe(200)
    await put('omar', 'note', ' ')
    await put('omar', 'propose-solution', 'Attached')
    await put('mariam', 'reply', 'Mine')
    const of = async (who: 'omar' | 'mariam') =>
      (await web.get(who, path(ticket, 'writing'))).body.drafts.map(
        ({ kind, text }: { kind: string; text: string }) => [kind, text],
      )
    expect(await of('omar')).toEqual([
      ['propose-solution', 'Attached'],
      ['reply', 'Half a sen'],
    ])
    expect(await of('mariam')).toEqual([['reply', 'Mine']])
    await web.post('omar', path(ticket, 'reply'), { text: 'Half a sentence.' })
    expect(await of('omar')).toEqual([['propose-solution', 'Attached']])
  })

  test('stays when a program says something in its writer’s name', async () => {
    const ticket = await inWork()
    await web.ask('omar', 'PUT', path(ticket, 'drafts/reply'), { text: 'Half a sen' })
    const scopes = ['ticket.seeGroups', 'ticket.reply']
    const { key } = (await web.post('omar', '/api/v1/api-keys', { name: 'A program', scopes })).body
    const bearer = { authorization: `Bearer ${key}` }
    for (const [address, body] of [
      ['reply', { text: 'The van has left.' }],
      ['held/reply', { text: 'The van is there.', version: await versionOf(ticket) }],
    ] as const)
      expect((await web.ask(null, 'POST', path(ticket, address), body, bearer)).status).toBeLessThan(300)
    await letTimePass(ticket)
    await sendDue(web.installation.desk, () => {})
    expect(await messages(ticket)).toEqual(['The van has left.', 'The van is there.'])
    const { drafts } = (await web.get('omar', path(ticket, 'writing'))).body
    expect(drafts).toMatchObject([{ kind: 'reply', text: 'Half a sen', problem: null }])
  })

  test('a program that may only read stopped, or sent, what its person was about to say, and read their drafts', async () => {
    const ticket = await inWork()
    const by = async (...scopes: string[]) => {
      const { key } = (await web.post('omar', '/api/v1/api-keys', { name: 'A program', scopes })).body
      return (method: string, rest: string) =>
        web.ask(null, method, path(ticket, rest), undefined, { authorization: `Bearer ${key}` })
    }
    const [reads, notes] = [await by('ticket.seeGroups'), await by('ticket.seeGroups', 'ticket.note')]
    const version = await versionOf(ticket)
    await web.post('omar', path(ticket, 'held/reply'), { text: 'It is on its way.', version })
    await web.ask('omar', 'PUT', path(ticket, 'drafts/note'), { text: 'Among us.' })
    for (const program of [reads, notes]) {
      expect((await program('DELETE', 'held/reply')).body).toMatchObject({ status: 403, code: 'notAllowed' })
      expect((await program('POST', 'held/reply/send')).body).toMatchObject({ status: 403, code: 'notAllowed' })
    }
    expect((await reads('GET', 'writing')).body).toEqual({ drafts: [], held: [] })
    expect((await notes('GET', 'writing')).body).toMatchObject({ drafts: [{ text: 'Among us.' }], held: [] })
    expect((await web.get('omar', path(ticket, 'writing'))).body).toMatchObject({
      drafts: [{ text: 'Among us.' }],
      held: [{ text: 'It is on its way.' }],
    })
    const says = await by('ticket.seeGroups', 'ticket.reply')
    expect((await says('DELETE', 'held/reply')).body).toMatchObject({ drafts: [{ text: 'It is on its way.' }] })
  })

  test('is refused where nothing may be written, and unseen where the ticket is', async () => {
    const ticket = await inWork()
    const put = async (who: 'salma' | 'pierre' | 'tom' | 'adam' | null, kind: string) =>
      (await web.ask(who, 'PUT', path(ticket, `drafts/${kind}`), { text: 'x' })).status
    expect(await Promise.all([put('salma', 'reply'), put('salma', 'note'), put('adam', 'note')])).toEqual([
      200, 403, 403,
    ])
    expect(
      await Promise.all([put('pierre', 'reply'), put('tom', 'note'), put(null, 'note'), put('salma', 'x')]),
    ).toEqual([404, 404, 401, 404])
  })
})

describe('what is sent can be taken back', () => {
  test('nothing is said and nobody is told before its time; then it goes out once', async () => {
    const ticket = await inWork()
    const { status, body } = await hold('omar', ticket, 'reply', 'Here it is.')
    expect(status).toBe(201)
    expect(body).toMatchObject({ drafts: [], held: [{ kind: 'reply', text: 'Here it is.' }] })
    expect(new Date(body.held[0].dueAt).getTime() - Date.now()).toBeGreaterThan(5_000)
    await sendDue(web.installation.desk, () => {})
    expect(await messages(ticket)).toEqual([])
    await letTimePass(ticket)
    await Promise.all([
      sendDue(web.installation.desk, () => {}),
      sendDue(web.installation.desk, () => {}),
      web.post('omar', path(ticket, 'held/reply/send')),
    ])
    expect(await messages(ticket)).toEqual(['Here it is.'])
    expect((await web.get('omar', path(ticket, 'writing'))).body).toEqual({ drafts: [], held: [] })
    expect((await web.ask('omar', 'DELETE', path(ticket, 'held/reply'))).status).toBe(404)
  })

  test('taken back it is a draft again, before what was begun since', async () => {
    const ticket = await inWork()
    await hold('omar', ticket, 'note', 'Too early')
    await web.ask('omar', 'PUT', path(ticket, 'drafts/note'), { text: 'and more' })
    const { body } = await web.ask('omar', 'DELETE', path(ticket, 'held/note'))
    expect(body.held).toEqual([])
    expect(body.drafts).toMatchObject([{ kind: 'note', text: 'Too early\n\nand more', problem: null }])
    await sendDue(web.installation.desk, () => {})
    expect(await messages(ticket)).toEqual([])
  })

  test('is nobody else’s to take back, to send or to see', async () => {
    const ticket = await inWork()
    await hold('omar', ticket, 'reply', 'Mine')
    expect((await web.ask('mariam', 'DELETE', path(ticket, 'held/reply'))).status).toBe(404)
    expect((await web.post('mariam', path(ticket, 'held/reply/send'))).status).toBe(404)
    expect((await web.get('mariam', path(ticket, 'writing'))).body.held).toEqual([])
  })

  test('what would be refused later is refused at once, and leaves no trace', async () => {
    const ticket = await inWork()
    const before = await web.rowOf(ticket)
    expect((await hold('salma', ticket, 'note', 'No')).status).toBe(403)
    expect((await hold('omar', ticket, 'reply', 'Late', { version: 1 })).body.code).toBe('changedMeanwhile')
    expect((await hold('omar', ticket, 'reply', 'x', { files: [web.ids.omar] })).status).toBe(422)
    expect((await hold('omar', ticket, 'reply', ' ')).status).toBe(422)
    expect(await web.rowOf(ticket)).toEqual(before)
    expect(await messages(ticket)).toEqual([])
  })

  test('a thread that changed while it was held stops it; the text waits as a draft with the reason', async () => {
    const ticket = await inWork()
    await hold('omar', ticket, 'reply', 'Which driver?')
    await web.post('salma', path(ticket, 'reply'), { text: 'The driver of yesterday.' })
    await letTimePass(ticket)
    await sendDue(web.installation.desk, () => {})
    expect(await messages(ticket)).toEqual(['The driver of yesterday.'])
    expect((await web.get('omar', path(ticket, 'writing'))).body).toMatchObject({
      held: [],
      drafts: [{ kind: 'reply', text: 'Which driver?', problem: 'changedMeanwhile' }],
    })
  })

  test('the next one of its kind sends the one before', async () => {
    const ticket = await inWork()
    const version = await versionOf(ticket)
    await web.post('omar', path(ticket, 'held/reply'), { text: 'One.', version })
    const key = { 'idempotency-key': crypto.randomUUID() }
    const second = await web.post('omar', path(ticket, 'held/reply'), { text: 'Two.', version }, key)
    expect(second.status).toBe(201)
    expect(await messages(ticket)).toEqual(['One.'])
    expect(second.body.held).toMatchObject([{ text: 'Two.' }])
  })

  test('one that can no longer be said is kept when the next of its kind is written', async () => {
    const ticket = await inWork()
    await hold('omar', ticket, 'propose-solution', 'First.')
    await web.post('mariam', path(ticket, 'close'), { reason: 'Done.' })
    expect((await hold('omar', ticket, 'propose-solution', 'Second.')).status).toBe(409)
    const writing = async () => (await web.get('omar', path(ticket, 'writing'))).body
    expect((await writing()).held).toMatchObject([{ text: 'First.' }])
    await letTimePass(ticket)
    await sendDue(web.installation.desk, () => {})
    expect(await writing()).toMatchObject({ held: [], drafts: [{ text: 'First.', problem: 'notPossibleNow' }] })
  })

  test('with no seconds set it goes out at once', async () => {
    await web.installation.database.primary
      .insertInto('setting')
      .values({ key: 'undoSeconds', value: '0', changed_at: new Date() })
      .execute()
    const ticket = await inWork()
    expect((await hold('omar', ticket, 'propose-solution', 'Like this.')).body).toEqual({ drafts: [], held: [] })
    expect((await web.rowOf(ticket)).solution_state).toBe('inReview')
  })
})
