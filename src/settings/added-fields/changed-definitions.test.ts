import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const add = async (body: object) => expect((await web.post('adam', '/api/v1/fields', body)).status).toBe(201)
const change = (key: string, body: object) => web.ask('adam', 'PATCH', `/api/v1/fields/${key}`, body)
const submitted = async (custom: object = {}) =>
  (await web.post('salma', '/api/v1/tickets', { title: 'A crane', description: 'It stands still.', custom })).body

test('a value that was retired, and is the default, went on every new ticket', async () => {
  const values = ['north', 'south'].map((value) => ({ value, label: value }))
  await add({ key: 'yard', type: 'classification', label: 'Yard', default: 'north', options: { values } })
  const retired = { options: { values: [{ ...values[0], retired: true }, values[1]] } }
  expect(await change('yard', retired)).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'default', code: 'notInList' }] },
  })
  expect((await change('yard', { ...retired, default: 'south' })).status).toBe(200)
  expect((await submitted()).custom.yard).toBe('south')
})

test('a default that is longer or larger than may be written now is named', async () => {
  await add({ key: 'cost', type: 'number', label: 'Cost', default: 70 })
  await add({ key: 'cause', type: 'multilingual-text', label: 'Cause', default: 'Worn out' })
  expect((await change('cost', { options: { max: 50 } })).body.errors).toMatchObject([
    { field: 'default', code: 'outOfRange', max: 50 },
  ])
  expect((await change('cause', { options: { max: 5 } })).body.errors).toMatchObject([
    { field: 'default', code: 'tooLong', max: 5 },
  ])
  expect((await change('cause', { options: { max: 9 } })).status).toBe(200)
  expect((await change('cost', { options: { max: 50 }, default: null })).status).toBe(200)
})

test('somebody who was deactivated stood on every new ticket by default', async () => {
  await add({ key: 'buyer', type: 'user', label: 'Buyer', default: web.ids.jana })
  expect((await submitted()).custom.buyer).toMatchObject({ id: web.ids.jana })
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.jana}`, { active: false })
  expect((await submitted()).custom).not.toHaveProperty('buyer')
})

test('tickets were no longer found by a text that was longer than its field takes now', async () => {
  await add({ key: 'vessel', type: 'short-text', label: 'Vessel', options: { max: 400 } })
  const vessel = 'Amal '.repeat(70).trim()
  const { number } = await submitted({ vessel })
  expect((await change('vessel', { options: { max: 5 } })).status).toBe(200)
  const asked = `custom.vessel=${encodeURIComponent(vessel)}`
  const found = await web.get('mariam', `/api/v1/queries/incoming-requests?${asked}`)
  expect(found.status).toBe(200)
  expect(found.body.items).toMatchObject([{ number }])
  // no field was ever longer
  const tooLong = await web.get('mariam', `/api/v1/queries/incoming-requests?custom.vessel=${'x'.repeat(1001)}`)
  expect(tooLong.status).toBe(422)
})
