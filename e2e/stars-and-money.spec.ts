import { expect, test } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const add = (field: object) =>
    here.desk.call(here.noor, 'POST', '/api/v1/fields', { visibleTo: 'everyone', ...field })
  const label = { source: 'en', texts: { en: 'How safe is the crane?', ar: 'ما مدى أمان الرافعة؟' } }
  await add({ key: 'safe', type: 'scale', label, required: 'onSubmission' })
  await add({ key: 'price', type: 'number', label: 'Price', options: { decimals: 2 } })
  for (const place of ['Berth', 'Yard', 'Gate']) await add({ type: 'multilingual-text', label: place })
})
test.afterAll(() => here.product.stop())

test('an added scale was chosen as “3 of 5” from a list, money lost its places, and a refusal out of sight said nothing @long', async ({
  browser,
}) => {
  const { product, desk, pierre, mariam } = here
  const customer = await openAs(browser, product.address, pierre, '/new', { width: 360, height: 740 })
  await customer.locator('form input').first().fill('A crane stands still')
  await customer.locator('textarea').first().fill('Since noon.')
  const group = customer.getByRole('group', { name: /How safe is the crane/ })
  const stars = group.getByRole('radio')

  await test.step('what must be given is gone to', async () => {
    await customer.getByRole('button', { name: en('ticketRequest:send') }).click()
    await expect(group.getByRole('alert')).toBeVisible()
    await expect(stars.first()).toBeFocused()
    await expect(group).toBeInViewport()
  })

  await test.step('one press gives it, and its word stands beside it', async () => {
    await group.locator('label').nth(3).click()
    await expect(stars.nth(3)).toBeChecked()
    await expect(group.getByText(en('rating:score.4'))).toBeVisible()
    await customer.getByLabel(/Price/).fill('12.50')
    await expectAccessible(customer)
    await expectNoSidewaysScroll(customer)
    await group.scrollIntoViewIfNeeded()
    await shot(customer, 'stars-asked-en-360')
  })

  const answer = customer.waitForResponse((response) => response.url().endsWith('/api/v1/tickets'))
  await customer.getByRole('button', { name: en('ticketRequest:send') }).click()
  const { number } = await (await answer).json()
  const kept = await desk.call(mariam, 'GET', `/api/v1/tickets/${number}`)
  expect(kept.custom).toMatchObject({ safe: 4, price: 12.5 })

  await test.step('staff read stars with their word, and all places of the price', async () => {
    await desk.call(mariam, 'PATCH', '/api/v1/me', { language: 'ar' })
    const staff = await openAs(browser, product.address, mariam, `/tickets/${number}`, {
      language: 'ar',
      scheme: 'dark',
    })
    await expect(staff.getByText(ar('rating:score.4'))).toBeVisible()
    await expect(staff.getByText('12.50').or(staff.getByText('١٢٫٥٠'))).toBeVisible()
    await shot(staff, 'stars-shown-ar-dark-1440')
    await staff.context().close()
  })
  await customer.context().close()
})
