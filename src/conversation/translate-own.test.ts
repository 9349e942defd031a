import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

test('whoever owns a request and sees it as staff translated everybody’s texts without the right to', async () => {
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.adam}`, { roles: ['administrator', 'customer'] })
  const number = await web.submitted('adam', 'My own screen is dark')
  const path = `/api/v1/tickets/${number}`
  await web.post('mariam', `${path}/reply`, { text: 'Is it plugged in?' })
  await web.post('mariam', `${path}/note`, { text: 'He never plugs it in.' })
  const { items } = (await web.get('mariam', `${path}/conversation`)).body
  const translate = (who: Character, field: string) =>
    web.post(who, `${path}/translate`, { field, language: 'fr', text: 'Oui.' })
  expect((await web.get('adam', path)).body).toMatchObject({
    side: 'staff',
    may: expect.arrayContaining(['translate']),
  })
  for (const { id } of items)
    expect(await translate('adam', `message:${id}`)).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
  expect((await translate('adam', 'title')).status).toBe(200)
  for (const { id } of items) expect((await translate('mariam', `message:${id}`)).status).toBe(200)
})
