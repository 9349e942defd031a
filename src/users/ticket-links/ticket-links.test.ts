import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { newId } from '../../server/ids.server.ts'
import { openSealer } from '../../server/seal.server.ts'
import { isOurs, readLink, signLink } from './ticket-link.server.ts'
import { mintLinks, openTicketLinks } from './ticket-links.server.ts'

const secret = 'a secret for tests, long enough to be one'
const mint = mintLinks(secret)

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const db = () => web.database.primary

/** A ticket of somebody's and the token of a link to it, mailed just now or some days ago. */
async function mailed(who: 'salma' | 'pierre' | 'omar' = 'salma', daysAgo = 0) {
  const ticket = await web.submitted(who)
  const at = new Date(Date.now() - daysAgo * 24 * 3_600_000)
  const path = (await mint(db(), web.ids[who], ticket, at))!
  return { ticket, token: path.slice('/t/'.length) }
}

/** Opens a link as a page does; what a browser keeps of the answer. */
async function open(token: string) {
  const answer = await web.post(null, '/api/v1/ticket-links', { token })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    ...answer,
    cookie,
    as: (method: string, path: string, body?: unknown) => web.ask(null, method, path, body, { cookie }),
  }
}

describe('a link in a mail', () => {
  test('opens its ticket without a password, as its customer', async () => {
    const { ticket, token } = await mailed()
    const visit = await open(token)
    expect(visit.body).toEqual({ ticket, name: 'Salma Idris', otherAccount: false })
    expect(visit.headers.get('set-cookie')).toMatch(
      /^sanad\.ticket_link=[\w-]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect((await visit.as('GET', `/api/v1/tickets/${ticket}`)).body).toMatchObject({
      number: ticket,
      side: 'customer',
    })
    expect((await visit.as('GET', '/api/v1/me')).body).toMatchObject({ onlyTicket: ticket, isStaff: false })
    const reply = await visit.as('POST', `/api/v1/tickets/${ticket}/reply`, { text: 'Thank you.' })
    expect(reply.status).toBe(200)
    expect((await web.eventsOf(ticket)).at(-1)).toMatchObject({ happened: 'replyAdded', actor_id: web.ids.salma })
  })

  test('of one of the staff showed whoever had the mail what they were writing among staff, and let them send or stop it', async () => {
    await db().insertInto('user_role').values({ user_id: web.ids.omar, role_key: 'customer' }).execute()
    const { ticket, token } = await mailed('omar')
    const path = (rest: string) => `/api/v1/tickets/${ticket}/${rest}`
    await web.post('mariam', path('assign'), { group: web.groups.documents, member: web.ids.omar })
    const { version } = (await web.get('omar', `/api/v1/tickets/${ticket}`)).body
    await web.post('omar', path('held/note'), { text: 'They will complain.', version })
    await web.ask('omar', 'PUT', path('drafts/propose-solution'), { text: 'Perhaps this.' })
    await web.ask('omar', 'PUT', path('drafts/reply'), { text: 'To be said to the customer.' })
    const visit = await open(token)
    expect((await visit.as('GET', path('writing'))).body).toMatchObject({ drafts: [{ kind: 'reply' }], held: [] })
    for (const [method, rest] of [
      ['DELETE', 'held/note'],
      ['POST', 'held/note/send'],
    ] as const)
      expect((await visit.as(method, path(rest))).body).toMatchObject({ status: 403, code: 'notAllowed' })
    expect((await web.get('omar', path('writing'))).body).toMatchObject({
      drafts: [{ kind: 'propose-solution' }, { kind: 'reply' }],
      held: [{ text: 'They will complain.' }],
    })
  })

  test('opens nothing else: no other ticket of theirs, no list, no account', async () => {
    const { token } = await mailed()
    const other = await web.submitted('salma')
    const visit = await open(token)
    expect((await visit.as('GET', `/api/v1/tickets/${other}`)).status).toBe(404)
    expect((await visit.as('POST', `/api/v1/tickets/${other}/reply`, { text: 'Mine.' })).status).toBe(404)
    for (const [method, path, body] of [
      ['GET', '/api/v1/queries/my-tickets', undefined],
      ['GET', '/api/v1/notices', undefined],
      ['POST', '/api/v1/tickets', { title: 'A', description: 'B' }],
      ['PATCH', '/api/v1/me', { name: 'Other' }],
      ['GET', '/api/v1/users', undefined],
    ] as const)
      expect([path, (await visit.as(method, path, body)).status]).toEqual([path, 401])
  })

  test('every address of the interface that is not the ticket’s own is shut to a visitor', async () => {
    const { ticket, token } = await mailed()
    const visit = await open(token)
    const own = [
      '/api/v1/tickets/:number',
      '/api/v1/ticket-links',
      '/api/v1/files',
      '/api/v1/me',
      '/api/v1/settings',
      '/api/v1/fields',
      '/api/v1/labels',
    ]
    const shut = web.web.server.routes.filter((route) => {
      const [method, path] = route.split(' ') as [string, string]
      return path.startsWith('/api/v1/') && method === 'GET' && !own.some((prefix) => path.startsWith(prefix))
    })
    expect(shut.length).toBeGreaterThan(10)
    const anyone = [
      '/api/v1/openapi.json',
      '/api/v1/setup',
      '/api/v1/invitations',
      '/api/v1/live',
      '/api/v1/logo',
      '/api/v1/docs',
    ]
    for (const route of shut.filter((each) => !anyone.some((path) => each.includes(path)))) {
      const path = route
        .split(' ')[1]!
        .replace(/:number/u, String(ticket))
        .replace(/:\w+/gu, web.ids.salma)
      const { status, body } = await visit.as('GET', path)
      const open = await web.get(null, path)
      expect([route, status, body?.code]).toEqual([route, open.status, open.body?.code])
    }
  })

  test('proves the address that it was mailed to', async () => {
    await db().updateTable('users').set({ email_verified: false }).where('id', '=', web.ids.pierre).execute()
    const { token } = await mailed('pierre')
    await open(token)
    const row = await db()
      .selectFrom('users')
      .select('email_verified')
      .where('id', '=', web.ids.pierre)
      .executeTakeFirst()
    expect(row?.email_verified).toBe(true)
  })

  test('to look at it changes nothing: only what a page posts acts', async () => {
    const { ticket, token } = await mailed()
    expect((await web.get(null, `/t/${token}?do=accept-solution`)).headers.get('set-cookie')).toBeNull()
    expect((await web.rowOf(ticket)).seq).toBe(1)
  })

  test('a yes and stars pressed in an older mail went to an answer and a closing that came after it', async () => {
    const { ticket, token } = await mailed()
    const does = async (who: 'omar' | 'mariam' | 'salma', verb: string, body: object = {}) =>
      expect([verb, (await web.post(who, `/api/v1/tickets/${ticket}/${verb}`, body)).status]).toEqual([verb, 200])
    const offers = async (solution: string) => {
      await does('omar', 'propose-solution', { solution })
      await does('mariam', 'approve-solution')
    }
    const look = async () => (await web.post(null, '/api/v1/ticket-links/look', { token })).body
    await does('mariam', 'assign', { group: web.groups.documents, member: web.ids.omar })
    expect(await look()).toMatchObject({ status: 'inProgress', about: [] })
    await offers('The first.')
    const seen = await look()
    expect(seen).toMatchObject({ status: 'responded', about: [`${ticket}.1`] })
    await does('omar', 'withdraw-solution', { reason: 'It is another one.' })
    expect((await look()).about).toEqual([])
    await offers('The second.')
    expect((await look()).about).toEqual([`${ticket}.2`])
    const visit = await open(token)
    const decides = (verb: string, body: object) => visit.as('POST', `/api/v1/tickets/${ticket}/${verb}`, body)
    // a page that stood open since the first answer
    expect((await decides('accept-solution', { version: seen.version })).body).toMatchObject({
      code: 'changedMeanwhile',
    })
    expect((await decides('accept-solution', { version: (await look()).version })).status).toBe(200)

    const closed = await look()
    expect(closed.about).toEqual([`${ticket}.2`, String((await web.rowOf(ticket)).closed_at!.getTime())])
    await does('salma', 'reopen', { reason: 'It is back.' })
    await does('mariam', 'close', { reason: 'By telephone.' })
    expect((await look()).about).not.toContain(closed.about[1])
    expect((await decides('rate', { score: 5, version: closed.version })).body).toMatchObject({
      code: 'changedMeanwhile',
    })
    expect((await web.rowOf(ticket)).score).toBeNull()
    expect((await decides('rate', { score: 5, version: (await look()).version })).status).toBe(200)
  })

  test('a foreign page cannot open one in somebody’s browser', async () => {
    const { token } = await mailed()
    const answer = await web.post(null, '/api/v1/ticket-links', { token }, { origin: 'https://evil.example' })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  })

  test('a signed-in person keeps their own session; another’s link is said to be another’s', async () => {
    const { ticket, token } = await mailed()
    const own = await web.post('salma', '/api/v1/ticket-links', { token })
    expect([own.body, own.headers.get('set-cookie')]).toEqual([
      { ticket, name: 'Salma Idris', otherAccount: false },
      null,
    ])
    expect((await web.post('omar', '/api/v1/ticket-links', { token })).body).toMatchObject({ otherAccount: true })
  })
})

describe('a link that is no longer valid', () => {
  const refused = async (token: string) => expect((await open(token)).body).toMatchObject({ code: 'linkNotValid' })

  test('is older than thirty days, cut, changed, or made by nobody here', async () => {
    await refused((await mailed('salma', 31)).token)
    const { token } = await mailed()
    await refused(token.slice(1))
    await refused(`${token.slice(0, 9)}${token[9] === 'A' ? 'B' : 'A'}${token.slice(10)}`)
    await refused(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)
    for (const odd of ['%', '*', 'x', '0'.repeat(72)]) await refused(odd)
    for (const odd of ['', null, ['x'], { x: 1 }, 7])
      expect((await web.post(null, '/api/v1/ticket-links', { token: odd })).status).toBe(422)
  })

  test('a visit is no link and a link is no visit', async () => {
    const { ticket, token } = await mailed()
    const { cookie } = await open(token)
    await refused(cookie.split('=')[1]!)
    const asCookie = await web.ask(null, 'GET', `/api/v1/tickets/${ticket}`, undefined, {
      cookie: `sanad.ticket_link=${token}`,
    })
    expect(asCookie.status).toBe(401)
  })

  test('was ended by its person, with the visits that it began', async () => {
    const { ticket, token } = await mailed()
    const visit = await open(token)
    expect((await visit.as('POST', '/api/v1/ticket-links/revoke')).status).toBe(200)
    await refused(token)
    expect((await visit.as('GET', `/api/v1/tickets/${ticket}`)).status).toBe(401)
  })

  test('went to an address that is no longer theirs, or to someone deactivated meanwhile', async () => {
    const { ticket, token } = await mailed('pierre')
    const visit = await open(token)
    await db()
      .updateTable('users')
      .set({ email: 'pierre@elsewhere.example' })
      .where('id', '=', web.ids.pierre)
      .execute()
    await refused(token)
    expect((await visit.as('GET', `/api/v1/tickets/${ticket}`)).status).toBe(401)
    await db()
      .updateTable('users')
      .set({ email: 'pierre@example.com', active: false })
      .where('id', '=', web.ids.pierre)
      .execute()
    await refused(token)
    await db().updateTable('users').set({ active: true }).where('id', '=', web.ids.pierre).execute()
  })

  test('of someone with a second factor there is none, and an old one opens nothing', async () => {
    const { ticket, token } = await mailed('pierre')
    const at = new Date()
    await db()
      .insertInto('second_factor')
      .values({ user_id: web.ids.pierre, secret: 'x', confirmed_at: at, created_at: at })
      .execute()
    await refused(token)
    expect(await mint(db(), web.ids.pierre, ticket, at)).toBeNull()
    await db().deleteFrom('second_factor').execute()
  })

  test('a fresh one is mailed to the address that it went to, three times an hour; the answer is always the same', async () => {
    const { token } = await mailed('salma', 40)
    const answers = []
    for (const each of [token, token, token, token, token, 'nonsense'])
      answers.push(await web.post(null, '/api/v1/ticket-links/new', { token: each }))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body])))).toEqual(new Set(['[202,{}]']))
    const mails = await db().selectFrom('mail').selectAll().where('interaction', '=', 'account-ticket-link').execute()
    expect(mails.map(({ address }) => address)).toEqual(Array.from({ length: 3 }, () => 'salma@example.com'))
    const { link } = mails[0]!.says.variables as { link: string }
    expect((await open(link.slice('/t/'.length))).status).toBe(200)
  })
})

test('whoever had opened the link still waited for what was held back while their address was not proven', async () => {
  const { ticket, token } = await mailed('pierre')
  await db().updateTable('users').set({ email_verified: false }).where('id', '=', web.ids.pierre).execute()
  const [created_at, later] = [new Date(), new Date(Date.now() + 3_600_000)]
  const held = (who: 'pierre' | 'salma', about: number) => ({
    id: newId(),
    ticket_number: about,
    event_id: null,
    interaction: 'tell-customer-of-reply',
    recipient_id: web.ids[who],
    address: `${who}@example.com`,
    message_id: '',
    says: '{}',
    subject: null,
    body_text: null,
    body_html: null,
    language: null,
    state: 'pending' as const,
    tries: 0,
    next_try_at: later,
    leased_until: null,
    last_error: 'Held back',
    created_at,
    sent_at: null,
  })
  const mails = [held('pierre', ticket), held('pierre', await web.submitted('pierre')), held('salma', ticket)]
  await db().insertInto('mail').values(mails).execute()
  expect((await open(token)).status).toBe(200)
  const due = await db()
    .selectFrom('mail')
    .select('id')
    .where('next_try_at', '<', later)
    .where(
      'id',
      'in',
      mails.map(({ id }) => id),
    )
    .execute()
  expect(due.map(({ id }) => id).toSorted()).toEqual(
    mails
      .slice(0, 2)
      .map(({ id }) => id)
      .toSorted(),
  )
})

test('a link says what it was made of, and only the right use, address and secret agree', () => {
  const sealer = openSealer(secret, 'ticket links')
  const link = {
    ticket: 2 ** 40,
    person: '01900000-0000-7000-8000-00000000abcd',
    turn: 7,
    until: new Date('2026-04-01T00:00:00Z'),
  }
  const token = signLink(sealer, 'mail', link, 'a@example.com')
  expect(readLink(token)).toEqual(link)
  expect(isOurs(sealer, 'mail', token, 'a@example.com')).toBe(true)
  expect(isOurs(sealer, 'visit', token, 'a@example.com')).toBe(false)
  expect(isOurs(sealer, 'mail', token, 'b@example.com')).toBe(false)
  expect(isOurs(openSealer('another', 'ticket links'), 'mail', token, 'a@example.com')).toBe(false)
})

test('a visit ends after a day', async () => {
  const { token } = await mailed()
  const { cookie } = await open(token)
  const later = { now: () => new Date(Date.now() + 25 * 3_600_000) }
  const links = openTicketLinks({ database: web.database, secret, clock: later })
  expect(await links.visitor({ cookie })).toBeNull()
})
