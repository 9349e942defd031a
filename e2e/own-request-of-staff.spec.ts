import { expect, test } from '@playwright/test'
import { en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('one of the support desk who asked for something could neither say that it is solved, nor rate it, nor cancel it @long', async ({
  browser,
}) => {
  const { desk, noor, mariam, lina, omar, documents } = here
  await desk.call(noor, 'PATCH', `/api/v1/users/${mariam.id}`, { roles: ['customer'] })
  const { number } = await desk.submit(mariam, 'My chair is broken', 'The left wheel came off.')
  await desk.verb(lina, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'propose-solution', { solution: 'A new one stands at your desk.' })
  await desk.verb(lina, number, 'approve-solution', {})
  const now = () => desk.call(mariam, 'GET', `/api/v1/tickets/${number}`)

  const page = await openAs(browser, here.product.address, mariam, `/tickets/${number}`)
  const own = page.getByRole('region', { name: en.plain('staffTicket:ownRequest') })
  await expect(own.getByRole('button', { name: en.plain('customerTicket:answer.yes') })).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'own-request-en-light-1440')
  await own.getByRole('button', { name: en.plain('customerTicket:answer.yes') }).click()
  await expect.poll(async () => (await now()).ended).toBe('accepted')
  await own.getByRole('radio').nth(4).click({ force: true })
  await expect.poll(async () => (await now()).rating?.score).toBe(5)
  await shot(page, 'own-request-rated-en-light-1440')

  const other = (await desk.submit(mariam, 'A second chair', 'For a guest.')).number as number
  await page.goto(`${here.product.address}/tickets/${other}`)
  await own.getByRole('button', { name: en.plain('customerTicket:cancel.act') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: en.plain('customerTicket:cancel.confirm') })
    .click()
  await expect.poll(async () => (await desk.call(mariam, 'GET', `/api/v1/tickets/${other}`)).ended).toBe('cancelled')
  await expect(own.getByRole('button', { name: en.plain('customerTicket:cancel.act') })).toHaveCount(0)
  await page.context().close()
})
