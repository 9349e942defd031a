import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { upload } from './testing/marked.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const filesOf = async (ticket: number) =>
  (
    await web.database.primary.selectFrom('ticket_file').select('name').where('ticket_number', '=', ticket).execute()
  ).map(({ name }) => name)

const request = { title: 'The gate', description: 'They called about it.' }

async function writtenDown(customer: string, name: string): Promise<number> {
  const files = [await upload(web, 'omar', name)]
  return (await web.post('omar', '/api/v1/tickets', { ...request, customer, files })).body.number
}

test('what a colleague attached to a customer’s request was gone with the colleague', async () => {
  const number = await writtenDown('pierre@example.com', 'papers-of-pierre.txt')
  const erased = await web.post('adam', `/api/v1/users/${web.ids.omar}/erase`, { confirm: 'omar@example.com' })
  expect(erased.status).toBe(200)
  expect(await filesOf(number)).toEqual(['papers-of-pierre.txt'])
  expect((await web.get('pierre', `/api/v1/tickets/${number}`)).body.files).toMatchObject([
    { name: 'papers-of-pierre.txt' },
  ])
})

test('what a colleague attached to a customer’s request was left when the customer was erased', async () => {
  const files = [await upload(web, 'mariam', 'papers-of-salma.txt')]
  const asked = { ...request, customer: 'salma@example.com', files }
  const { number } = (await web.post('mariam', '/api/v1/tickets', asked)).body
  expect(await filesOf(number)).toEqual(['papers-of-salma.txt'])
  await web.post('adam', `/api/v1/users/${web.ids.salma}/erase`, { confirm: 'salma@example.com' })
  expect(await filesOf(number)).toEqual([])
})
