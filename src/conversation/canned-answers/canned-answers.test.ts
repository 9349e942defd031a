import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { filledIn } from './canned-answers.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const path = '/api/v1/canned-answers'
const add = (who: Character | null, body: object) =>
  web.post(who, path, { name: 'Which one?', text: 'Which one?', ...body })
const names = async (who: Character): Promise<string[]> =>
  (await web.get(who, path)).body.items.map(({ name }: { name: string }) => name)

test('own ones are their owner’s; a group’s are the group’s; those for all are all staff’s', async () => {
  const group = web.groups.documents
  expect((await add('omar', { name: 'Omar’s', shared: 'own' })).status).toBe(201)
  expect((await add('mariam', { name: 'For all', shared: 'all' })).status).toBe(201)
  // Mariam may share, but not in the name of a group that she is not in
  expect((await add('mariam', { shared: 'group', group })).body.errors[0]).toMatchObject({
    field: 'group',
    code: 'notInList',
  })
  expect((await add('mariam', { shared: 'group' })).body.errors[0]).toMatchObject({ field: 'group', code: 'required' })
  expect(await names('omar')).toEqual(['For all', 'Omar’s'])
  expect(await names('jana')).toEqual(['For all'])
})

test('sharing needs its permission, and staff alone have answers', async () => {
  expect((await add('omar', { shared: 'all' })).status).toBe(403)
  expect((await add('salma', { shared: 'own' })).status).toBe(403)
  expect((await web.get('salma', path)).status).toBe(403)
  expect((await web.get(null, path)).status).toBe(401)
})

test('each is changed and removed by whoever may; for others it is not there', async () => {
  const own = (await add('omar', { name: 'Mine', shared: 'own' })).body.id
  const all = (await add('mariam', { name: 'Ours', shared: 'all' })).body.id
  const patch = async (who: Character, id: string, body: object) =>
    (await web.ask(who, 'PATCH', `${path}/${id}`, body)).status
  expect(await patch('omar', own, { name: 'Mine, better' })).toBe(200)
  expect(await patch('mariam', own, { name: 'Hers' })).toBe(404)
  expect(await patch('omar', all, { name: 'His' })).toBe(403)
  expect(await patch('omar', own, { shared: 'all' })).toBe(403)
  expect(await patch('salma', all, { name: 'x' })).toBe(404)
  expect(await patch('lina', all, { text: { source: 'en', texts: { en: 'Hello', ar: 'مرحبًا' } } })).toBe(200)
  expect((await web.ask('omar', 'DELETE', `${path}/${all}`)).status).toBe(403)
  expect((await web.ask('lina', 'DELETE', `${path}/${all}`)).status).toBe(204)
  expect((await web.ask('omar', 'DELETE', `${path}/x`)).status).toBe(404)
})

test('who gave a colleague’s shared answer back to its owner alone was told that there is none', async () => {
  const { id } = (await add('mariam', { name: 'Lent', shared: 'all' })).body
  const given = await web.ask('adam', 'PATCH', `${path}/${id}`, { shared: 'own' })
  expect(given.status).toBe(200)
  expect(given.body).toMatchObject({ shared: 'own', own: false, owner: { id: web.ids.mariam } })
  expect(await names('mariam')).toContain('Lent')
  expect(await names('adam')).not.toContain('Lent')
})

test('answers of one name looked like one, and were two by a space', async () => {
  const { id, name } = (await add('omar', { name: ' Opening  hours', shared: 'own' })).body
  expect(name).toBe('Opening hours')
  expect((await web.ask('omar', 'PATCH', `${path}/${id}`, { name: 'Opening\u00a0 times' })).body.name).toBe(
    'Opening times',
  )
})

test('what is known only where it is used is filled in; the rest stays', () => {
  const values = { customer: 'Salma', number: 'T-1042', title: 'x', me: 'Omar', organisation: 'Marsa' }
  expect(filledIn('Dear {{customer}}, {{ number }} {{nothing}} {{__proto__}}', values)).toBe(
    'Dear Salma, T-1042 {{nothing}} {{__proto__}}',
  )
})
