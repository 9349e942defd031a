import { expect, test } from '@playwright/test'
import { en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('the desk sees which tickets look alike and why, and chooses the original among them', async ({ browser }) => {
  const original = await here.desk.submit(here.pierre, 'The tracking page stays empty', 'Since this morning.')
  const double = await here.desk.submit(here.salma, 'Empty tracking page since Monday', 'Nothing is shown.')
  const mariam = await openAs(browser, here.product.address, here.mariam, `/incoming/${double.number}`)
  const alikes = mariam.getByRole('region', { name: en.plain('staffTicket:alike.title') })
  await expect(alikes.getByRole('link', { name: 'The tracking page stays empty' })).toBeVisible()
  await expect(alikes.getByText(/both say/)).toBeVisible()
  await expectAccessible(mariam)
  await shot(mariam, 'look-alikes-en-light-1440')
  await mariam
    .getByRole('button', { name: /Duplicate/ })
    .first()
    .click()
  const dialog = mariam.getByRole('dialog')
  await dialog.getByRole('button', { name: /The tracking page stays empty/ }).click()
  await expectAccessible(mariam)
  await shot(mariam, 'look-alikes-dialog-en-light-1440')
  await dialog.getByRole('button', { name: en.plain('staffTicket:duplicate.confirm') }).click()
  const joined = async () =>
    (await here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${double.number}`)).duplicateOf as number | null
  await expect.poll(joined).toBe(original.number)
})
