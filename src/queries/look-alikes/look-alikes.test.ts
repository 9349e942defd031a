import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import type { Character } from '../../testing/cast.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

async function submitted(by: Character, title: string): Promise<number> {
  return (await web.post(by, '/api/v1/tickets', { title, description: 'Please.' })).body.number
}
const alikes = async (who: Character | null, number: number) => web.get(who, `/api/v1/tickets/${number}/look-alikes`)

test('to staff, another customer’s ticket that has two telling words is shown with these words; one word is too little', async () => {
  const original = await submitted('pierre', 'The customs declaration is missing')
  await submitted('pierre', 'The declaration of love')
  const number = await submitted('salma', 'Where do I upload customs declarations?')
  const { body } = await alikes('mariam', number)
  expect(body.items).toEqual([
    expect.objectContaining({ number: original, words: ['customs', 'declaration'], sameCustomer: false }),
  ])
})

test('the same customer’s ticket needs one word in common; an Arabic word is the same with its article and its marks', async () => {
  const before = await submitted('salma', 'سند التسليم غير موجود')
  const number = await submitted('salma', 'لا يمكن تنزيل سَنَد تسليم الشحنة')
  const { body } = await alikes('mariam', number)
  expect(body.items[0]).toMatchObject({ number: before, sameCustomer: true })
  expect(body.items[0].words).toContain('التسليم')
})

test('nobody is shown what they do not see, and its customer is not shown who else asks', async () => {
  const hidden = await submitted('pierre', 'Forklift battery replacement overdue')
  const number = await submitted('salma', 'Forklift battery replacement, when?')
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents, member: web.ids.omar })
  expect((await alikes('mariam', number)).body.items.map((item: { number: number }) => item.number)).toEqual([hidden])
  expect((await alikes('omar', number)).body.items).toEqual([])
  expect((await alikes('salma', number)).status).toBe(403)
  expect((await alikes('pierre', number)).status).toBe(404)
})

test('an original is not said to look like its own duplicate', async () => {
  const original = await submitted('pierre', 'Reefer container temperature alarm')
  const number = await submitted('salma', 'Reefer container temperature alarm again')
  await web.post('mariam', `/api/v1/tickets/${number}/mark-duplicate`, { original })
  expect((await alikes('mariam', number)).body.items).toEqual([])
})
