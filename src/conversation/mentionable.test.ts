import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

test('one may call staff who see the ticket, by a part of their name, and nobody else', async () => {
  const ticket = await web.submitted('salma')
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  const ask = (who: Character | null, words = '') =>
    web.get(who, `/api/v1/tickets/${ticket}/mentionable${words && `?words=${words}`}`)
  const ids: string[] = (await ask('omar')).body.items.map(({ id }: { id: string }) => id)
  expect(ids).toEqual(expect.arrayContaining([web.ids.jana, web.ids.mariam, web.ids.lina]))
  for (const who of ['tom', 'salma', 'pierre', 'omar'] as const) expect(ids).not.toContain(web.ids[who])
  const one = (await ask('omar', 'jan')).body.items
  expect(one).toMatchObject([{ id: web.ids.jana }])
  expect((await ask('omar', '%25')).body.items).toEqual([])
  expect((await ask('salma')).status).toBe(403)
  expect((await ask('adam')).status).toBe(403)
  expect((await ask('tom')).status).toBe(404)
  expect((await ask(null)).status).toBe(401)
})
