import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
let marsa: string
beforeAll(async () => {
  web = await openTestWeb()
  marsa = (await web.post('adam', '/api/v1/organisations', { name: 'Marsa Freight' })).body.id
})
afterAll(() => web.close())

const put = (who: Character, organisation: unknown) =>
  web.ask('adam', 'PATCH', `/api/v1/users/${web.ids[who]}`, { organisation })
const mayOrganisation = (may: boolean) =>
  web.database.primary
    .updateTable('role')
    .set((eb) => ({
      permissions: may
        ? eb.fn<string[]>('array_append', ['permissions', eb.val('ticket.seeOrganisation')])
        : eb.fn<string[]>('array_remove', ['permissions', eb.val('ticket.seeOrganisation')]),
    }))
    .where('key', '=', 'customer')
    .execute()
const list = async (who: Character, query = '') =>
  (await web.get(who, `/api/v1/queries/my-tickets${query}`)).body.items as {
    number: number
    customer: { name: string }
  }[]

test('organisations are named once, renamed, found, and only by who manages people', async () => {
  const made = await web.post('adam', '/api/v1/organisations', { name: 'Nile Textiles' })
  expect(made).toMatchObject({ status: 201, body: { name: 'Nile Textiles', people: 0 } })
  expect((await web.post('adam', '/api/v1/organisations', { name: 'nile textiles' })).body.code).toBe('alreadyThere')
  const path = `/api/v1/organisations/${made.body.id}`
  expect((await web.ask('adam', 'PATCH', path, { name: 'Nile Cotton' })).body.name).toBe('Nile Cotton')
  expect((await web.get('adam', '/api/v1/organisations?search=nile')).body.items).toMatchObject([
    { name: 'Nile Cotton' },
  ])
  for (const who of ['salma', 'omar', 'mariam'] as const) {
    expect((await web.get(who, '/api/v1/organisations')).status).toBe(403)
    expect((await web.post(who, '/api/v1/organisations', { name: 'Mine' })).status).toBe(403)
    expect((await web.ask(who, 'PATCH', path, { name: 'Mine' })).status).toBe(403)
  }
  expect((await put('salma', '01900000-0000-7000-8000-00000000dead')).body).toMatchObject({
    status: 422,
    errors: [{ field: 'organisation' }],
  })
})

test('a customer of the organisation reads its tickets where the permission says so, and does nothing to them', async () => {
  await put('salma', marsa)
  const seen = await put('pierre', marsa)
  expect(seen.body.organisation).toEqual({ id: marsa, name: 'Marsa Freight' })
  const number = await web.submitted('salma', 'The crane stands still')
  await web.post('mariam', `/api/v1/tickets/${number}/note`, { text: 'Among ourselves.' })
  const path = `/api/v1/tickets/${number}`
  expect((await web.get('pierre', path)).status).toBe(404)
  await mayOrganisation(true)
  const ticket = await web.get('pierre', path)
  expect(ticket).toMatchObject({ status: 200, body: { side: 'customer', may: [] } })
  expect(JSON.stringify((await web.get('pierre', `${path}/conversation`)).body)).not.toContain('Among')
  for (const [verb, body] of [
    ['reply', { text: 'Hello' }],
    ['cancel', {}],
    ['note', { text: 'x' }],
    ['translate', { field: 'title', language: 'fr', text: 'La grue' }],
  ] as const)
    expect([verb, (await web.post('pierre', `${path}/${verb}`, body)).status]).toEqual([verb, 403])
  expect((await web.get('pierre', '/api/v1/queries/incoming-requests')).status).toBe(403)
  expect((await web.get('pierre', '/api/v1/me')).body).toMatchObject({ isStaff: false, seesColleagues: true })
  // who is not of the organisation sees nothing, with the same permission
  await put('pierre', null)
  expect((await web.get('pierre', path)).status).toBe(404)
  expect((await web.get('pierre', '/api/v1/me')).body.seesColleagues).toBe(false)
  await put('pierre', marsa)
  await mayOrganisation(false)
})

test('the list of requests shows one’s own, or the organisation’s when asked', async () => {
  const mine = await web.submitted('pierre', 'A request of Pierre')
  const hers = await web.submitted('salma', 'A request of Salma')
  expect((await list('pierre')).map(({ number }) => number)).toEqual([mine])
  expect((await list('pierre', '?of=organisation')).map(({ number }) => number)).toEqual([mine])
  await mayOrganisation(true)
  expect((await list('pierre')).map(({ number }) => number)).toEqual([mine])
  const both = await list('pierre', '?of=organisation')
  expect(both.slice(0, 2)).toMatchObject([
    { number: hers, customer: { name: 'Salma Idris' } },
    { number: mine, customer: { name: 'Pierre Lemaire' } },
  ])
  expect((await list('pierre', '?of=organisation&words=crane')).map(({ customer }) => customer.name)).toEqual([
    'Salma Idris',
  ])
  await mayOrganisation(false)
})

test('people are found by any word of their name or address, and by their organisation', async () => {
  const found = async (query: string) =>
    (await web.get('adam', `/api/v1/users?${query}`)).body.items.map(({ name }: { name: string }) => name)
  expect(await found('search=lem')).toEqual(['Pierre Lemaire'])
  expect(await found('search=najj')).toEqual(['Mariam Al-Najjar'])
  expect(await found('search=Mariam%20AL-NAJ')).toEqual(['Mariam Al-Najjar'])
  expect(await found('search=tom@example.com')).toEqual(['Tom Baker'])
  expect(await found(`organisation=${marsa}`)).toEqual(['Pierre Lemaire', 'Salma Idris'])
  await web.post('adam', '/api/v1/users', {
    name: 'منى الخطيب',
    email: 'mona@example.com',
    password: 'a long password',
  })
  expect(await found(`search=${encodeURIComponent('الخط')}`)).toEqual(['منى الخطيب'])
  for (const odd of ["'", '\\', ':*', '&|!', '%', '((', '<->', "a'b\\"])
    expect(await found(`search=${encodeURIComponent(odd)}`)).toBeInstanceOf(Array)
})

test('an organisation that is removed leaves its people here, who see no colleague any more', async () => {
  const { id } = (await web.post('adam', '/api/v1/organisations', { name: 'Red Sea Tours' })).body
  await put('salma', id)
  await put('pierre', id)
  await mayOrganisation(true)
  const number = await web.submitted('salma', 'The bus is late')
  expect((await web.get('pierre', `/api/v1/tickets/${number}`)).status).toBe(200)
  expect((await web.ask('mariam', 'DELETE', `/api/v1/organisations/${id}`)).status).toBe(403)
  expect((await web.ask('adam', 'DELETE', `/api/v1/organisations/${id}`)).status).toBe(204)
  expect((await web.get('pierre', `/api/v1/tickets/${number}`)).status).toBe(404)
  expect((await web.get('adam', `/api/v1/users/${web.ids.salma}`)).body.organisation).toBeNull()
  expect((await web.ask('adam', 'DELETE', `/api/v1/organisations/${id}`)).status).toBe(404)
  const { items } = (await web.get('adam', `/api/v1/audit?subject=organisation:${id}`)).body
  expect(items[0]).toMatchObject({ action: 'organisation.removed', before: { name: 'Red Sea Tours', people: 2 } })
  await mayOrganisation(false)
})

const pages = async (path: string, between: () => Promise<unknown>) => {
  const names: string[] = []
  for (let next: string | null = '', turn = 0; next !== null && turn < 100; turn++) {
    const { body } = await web.get('adam', `${path}?limit=2${next && `&after=${next}`}`)
    names.push(...body.items.map(({ name }: { name: string }) => name))
    next = body.next
    if (turn === 0) await between()
  }
  return names
}

test('whoever read a list by name while its last row was renamed missed others, and of a removed one the rest', async () => {
  for (const name of ['AA', 'AB', 'AC', 'AD']) await web.post('adam', '/api/v1/organisations', { name })
  const idOf = async (name: string) => (await web.get('adam', `/api/v1/organisations?search=${name}`)).body.items[0].id
  const [aa, ab] = [await idOf('AA'), await idOf('AB')]
  const remaining = async (between: () => Promise<unknown>) =>
    (await pages('/api/v1/organisations', between)).filter((name) => /^A[CD]$/.test(name))
  const rename = () => web.ask('adam', 'PATCH', `/api/v1/organisations/${ab}`, { name: 'ZZ' })
  expect(await remaining(rename)).toEqual(['AC', 'AD'])
  const remove = () => web.ask('adam', 'DELETE', `/api/v1/organisations/${aa}`)
  await web.ask('adam', 'PATCH', `/api/v1/organisations/${aa}`, { name: 'AB' })
  await web.post('adam', '/api/v1/organisations', { name: 'AA' })
  expect(await remaining(remove)).toEqual(['AC', 'AD'])
  const everybody = (await pages('/api/v1/users', () => Promise.resolve())).toSorted()
  const second = (await web.get('adam', '/api/v1/users?limit=2')).body.items[1]
  const renamed = await pages('/api/v1/users', () =>
    web.ask('adam', 'PATCH', `/api/v1/users/${second.id}`, { name: 'Zzz' }),
  )
  expect(renamed.filter((name) => name !== 'Zzz').toSorted()).toEqual(everybody)
})
