import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { changeGroup } from '../../groups/change-group.write.server.ts'
import { openTestDesk, refusalOf, type TestDesk } from '../../testing/desk.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { closedTicketsFilters } from '../closed-tickets/closed-tickets.ts'
import { changeUser } from '../../users/change-user.write.server.ts'
import { savedQueryEndpoints } from './saved-query-endpoints.server.ts'
import type { SavedQuery } from './saved-queries.ts'

let at: TestDesk
let call: ReturnType<typeof callsTo>
beforeAll(async () => {
  at = await openTestDesk()
  call = callsTo(at.desk, savedQueryEndpoints({ 'closed-tickets': closedTicketsFilters }))
})
afterAll(() => at.close())

const path = '/api/v1/saved-queries'
const ask = async <Answer>(who: Character, address: string, given: object = {}) =>
  (await call<Answer>(await at.person(who), address, given)).answer
const save = (who: Character, body: object) =>
  ask<SavedQuery>(who, `POST ${path}`, { body: { query: 'closed-tickets', ...body } })
const change = (who: Character, id: string, body: object) =>
  ask<SavedQuery>(who, `PATCH ${path}/:id`, { params: { id }, body })
const names = async (who: Character) =>
  (await ask<{ items: SavedQuery[] }>(who, `GET ${path}`, { query: { query: 'closed-tickets' } })).items.map(
    ({ name, own }) => [name, own],
  )

test('a query is kept with its filters, for oneself until it is shared with a group', async () => {
  const filters = { ended: 'desk,silence', score: '1,2', sort: 'score' }
  const saved = await save('omar', { name: 'Late and unhappy', filters })
  expect(saved).toMatchObject({ filters, owner: { name: 'Omar Siddiqui' }, group: null, own: true })
  expect(await names('omar')).toEqual([['Late and unhappy', true]])
  expect(await names('jana')).toEqual([])
  const shared = await change('omar', saved.id, { group: at.groups.documents, name: 'Unhappy' })
  expect(shared).toMatchObject({ name: 'Unhappy', group: { name: 'Documents' }, filters })
  expect(await names('jana')).toEqual([['Unhappy', false]])
  expect(await names('tom')).toEqual([])
})

test('only its owner changes or removes it; others do not learn that it is there', async () => {
  const { id } = await save('omar', { name: 'Mine', filters: {}, group: at.groups.documents })
  expect(await refusalOf(change('jana', id, { name: 'Hers' }))).toMatchObject({ code: 'notAllowed' })
  expect(await refusalOf(change('tom', id, { name: 'His' }))).toMatchObject({ code: 'notFound' })
  expect(await refusalOf(ask('tom', `DELETE ${path}/:id`, { params: { id } }))).toMatchObject({ code: 'notFound' })
  expect(await refusalOf(ask('tom', `DELETE ${path}/:id`, { params: { id: 'x' } }))).toMatchObject({ code: 'notFound' })
  await ask('omar', `DELETE ${path}/:id`, { params: { id } })
  expect((await names('omar')).flat()).not.toContain('Mine')
})

test('what the query would refuse is not saved, nor shared where one is not', async () => {
  const wrong: [body: object, field: string][] = [
    [{ name: 'x', filters: { colour: 'red' } }, 'filters.colour'],
    [{ name: 'x', filters: { score: '9' } }, 'filters.score'],
    [{ name: 'x', filters: {}, group: at.groups.billing }, 'group'],
    [{ name: 'x', filters: {}, query: 'everything' }, 'query'],
    [{ name: ' ', filters: {} }, 'name'],
    [{ name: 'x', filters: [] }, 'filters'],
  ]
  for (const [body, field] of wrong)
    expect(await refusalOf(save('omar', body))).toMatchObject({
      code: 'invalidFields',
      details: { errors: [{ field }] },
    })
})

test('what somebody shared who left stayed with the group for good: it is theirs alone until they come back', async () => {
  await save('omar', { name: 'Before I left', filters: {}, group: at.groups.documents })
  expect((await names('jana')).flat()).toContain('Before I left')
  await changeUser(at.desk, await at.person('adam'), at.ids.omar, { active: false }, 'test')
  expect((await names('jana')).flat()).not.toContain('Before I left')
  await changeUser(at.desk, await at.person('adam'), at.ids.omar, { active: true }, 'test')
  expect((await names('jana')).flat()).toContain('Before I left')
})

test('whoever left the group could not rename what they had shared with it', async () => {
  const documents = at.groups.documents
  const { id } = await save('omar', { name: 'Ours', filters: {}, group: documents })
  await changeGroup(at.desk, await at.person('adam'), documents, { members: [at.ids.jana] }, 'test')
  expect(await change('omar', id, { name: 'Theirs', group: documents })).toMatchObject({ name: 'Theirs' })
  expect((await names('jana')).flat()).toContain('Theirs')
  expect(await change('omar', id, { name: 'Mine again', group: null })).toMatchObject({ group: null })
  expect(await refusalOf(change('omar', id, { group: documents }))).toMatchObject({ code: 'invalidFields' })
})
