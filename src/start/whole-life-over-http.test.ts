import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

test('the whole life of a ticket through the interface, as any program would drive it', async () => {
  const { post, get, groups, ids } = web
  const submitted = await post('salma', '/api/v1/tickets', {
    title: 'لا يمكن تنزيل مذكرة التسليم',
    description: 'تظهر رسالة خطأ.',
  })
  expect(submitted).toMatchObject({
    status: 201,
    body: { status: 'open', title: { source: 'ar' }, waiting: { for: 'desk' } },
  })
  const ticket = `/api/v1/tickets/${submitted.body.number}`

  expect((await post('mariam', `${ticket}/assign`, { group: groups.documents, member: ids.omar })).status).toBe(200)
  const taken = await get('omar', ticket)
  expect(taken.body).toMatchObject({ status: 'inProgress', assignee: { member: { name: 'Omar Siddiqui' } } })
  expect(taken.body.may).toContain('propose-solution')

  const proposed = await post('omar', `${ticket}/propose-solution`, {
    solution: 'It is attached.',
    version: taken.body.version,
  })
  expect(proposed.body.solution).toMatchObject({ state: 'inReview', round: 1 })
  expect((await post('omar', `${ticket}/approve-solution`)).status).toBe(403)
  expect((await post('lina', `${ticket}/approve-solution`, { version: proposed.body.version })).status).toBe(200)

  const offered = await get('salma', ticket)
  expect(offered.body).toMatchObject({ status: 'responded', may: expect.arrayContaining(['accept-solution']) })
  const accepted = await post('salma', `${ticket}/accept-solution`, { version: offered.body.version })
  expect(accepted.body).toMatchObject({ status: 'closed', ended: 'accepted' })
  const rated = await post('salma', `${ticket}/rate`, { score: 4, comment: 'Good' })
  expect(rated.body.rating).toMatchObject({ score: 4, comment: { source: 'en' } })

  const history = await get('mariam', `${ticket}/history`)
  expect(history.body.items.map((event: { happened: string }) => event.happened)).toEqual([
    'ticketSubmitted',
    'ticketAssigned',
    'solutionProposed',
    'solutionApproved',
    'solutionAccepted',
    'ticketRated',
  ])
})

test('submitting answers with what reading answers, for whoever submits', async () => {
  const { post, get, ids } = web
  const own = await post('salma', '/api/v1/tickets', { title: 'Where is it?', description: 'The parcel of last week.' })
  expect(own.body).toEqual((await get('salma', `/api/v1/tickets/${own.body.number}`)).body)
  const forHer = { title: 'Called by phone', description: 'She asks where it is.', customer: ids.salma }
  const byStaff = await post('mariam', '/api/v1/tickets', forHer)
  expect(byStaff.body).toEqual((await get('mariam', `/api/v1/tickets/${byStaff.body.number}`)).body)
  expect(byStaff.body).toMatchObject({ customer: { id: ids.salma }, side: 'staff', joined: [], files: [] })
})

test('refusals come in their order: signed in, there, allowed, well said, possible', async () => {
  const { post, get } = web
  const number = (await post('salma', '/api/v1/tickets', { title: 'A', description: 'B' })).body.number
  const ticket = `/api/v1/tickets/${number}`
  expect((await post(null, `${ticket}/take`, { nonsense: 1 })).body.code).toBe('notSignedIn')
  expect((await post('tom', `${ticket}/take`, { nonsense: 1 })).body.code).toBe('notFound')
  expect((await post('salma', `${ticket}/take`, { nonsense: 1 })).body).toMatchObject({
    status: 403,
    code: 'notAllowed',
  })
  expect((await post('mariam', `${ticket}/close`, { nonsense: 1 })).body).toMatchObject({
    status: 422,
    errors: [
      { field: 'nonsense', code: 'unknown', message: 'There is no such field.' },
      { field: 'reason', code: 'required' },
    ],
  })
  expect((await post('mariam', `${ticket}/reopen`, { reason: 'x' })).body).toMatchObject({
    status: 409,
    code: 'notPossibleNow',
    now: { status: 'open', version: 1 },
  })
  expect((await get('tom', '/api/v1/tickets/99999999')).body).toEqual((await get('tom', ticket)).body)
})

test('a refusal speaks the reader’s language', async () => {
  const refused = await web.get('lina', '/api/v1/tickets/99999999')
  expect(refused.body.title).toMatch(/^لا يوجد شيء هنا/)
})

test('a request from a foreign page is refused, with or without a known cookie', async () => {
  const body = { title: 'A', description: 'B' }
  const foreign = await web.post('salma', '/api/v1/tickets', body, { origin: 'https://evil.example' })
  expect(foreign.body).toMatchObject({ status: 403, code: 'foreignOrigin' })
})

test('the same Idempotency-Key sent fifty times at once makes one ticket and one answer', async () => {
  const body = { title: 'Only once', description: 'Please.' }
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => web.post('pierre', '/api/v1/tickets', body, { 'idempotency-key': 'one' })),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 201 })
  const mine = await web.get('pierre', '/api/v1/queries/my-tickets')
  expect(mine.body.items).toHaveLength(1)
  const other = await web.post('pierre', '/api/v1/tickets', { ...body, title: 'Other' }, { 'idempotency-key': 'one' })
  expect(other.body).toMatchObject({ status: 422, code: 'keyReused' })
})

test('a repeat of a key no longer answers with a ticket that its caller has lost sight of', async () => {
  const number = await web.submitted()
  const path = `/api/v1/tickets/${number}`
  await web.post('mariam', `${path}/assign`, { group: web.groups.billing })
  const key = { 'idempotency-key': 'taken once' }
  expect((await web.post('tom', `${path}/reply`, { text: 'Hello.' }, key)).status).toBe(200)
  expect((await web.post('tom', `${path}/reply`, { text: 'Hello.' }, key)).status).toBe(200)
  await web.post('mariam', `${path}/assign`, { group: web.groups.documents })
  expect((await web.post('tom', `${path}/reply`, { text: 'Hello.' }, key)).body).toMatchObject({ status: 404 })
})

test('the rounds of a reopened ticket stay readable', async () => {
  const number = await web.submitted()
  const path = `/api/v1/tickets/${number}`
  await web.post('mariam', `${path}/assign`, { group: web.groups.documents, member: web.ids.omar })
  await web.post('omar', `${path}/propose-solution`, { solution: 'First.' })
  await web.post('lina', `${path}/approve-solution`)
  await web.post('salma', `${path}/accept-solution`)
  const reopened = await web.post('salma', `${path}/reopen`, { reason: 'Not quite.' })
  expect(reopened.body).toMatchObject({ solution: null, rounds: [{ round: 1, state: 'accepted' }] })
})
