import { expect, test } from '@playwright/test'
import { en, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('a customer calls: the desk finds them by the beginning of their name and writes the request down', async ({
  browser,
}) => {
  const mariam = await openAs(browser, here.product.address, here.mariam, '/new')
  const customer = mariam.getByRole('combobox', { name: en.plain('requestFor:customer') })
  await customer.pressSequentially('Sal')
  await expect(mariam.locator('datalist option')).toHaveAttribute('value', here.salma.email)
  await shot(mariam, 'a-customer-calls-en-light-1440')
  await customer.fill(here.salma.email)
  await mariam.getByLabel(en.plain('ticketRequest:sentence')).fill('No invoice for October')
  await mariam.getByLabel(en.plain('requestFor:story')).fill('She called: October is missing.')
  await mariam.getByRole('button', { name: en.plain('ticketRequest:send') }).click()
  await expect(mariam.getByText(en.plain('requestFor:sentText'))).toBeVisible()
})

test('what comes next is told to staff of the customer, not to them as if they were the customer @long', async ({
  browser,
}) => {
  const omar = await openAs(browser, here.product.address, here.omar, '/new')
  await omar.getByLabel(en.plain('requestFor:customer')).fill(here.salma.email)
  await omar.getByLabel(en.plain('ticketRequest:sentence')).fill('No invoice for September')
  await omar.getByLabel(en.plain('requestFor:story')).fill('She called again: September is missing too.')
  await omar.getByRole('button', { name: en.plain('ticketRequest:send') }).click()
  await expect(omar.getByText(en.plain('requestFor:next.answer'))).toBeVisible()
  await expect(omar.getByText(/\byou\b/i)).toHaveCount(0)
  await shot(omar, 'written-down-for-a-customer-en-light-1440')
})
