import { expect, test } from '@playwright/test'
import { composer, en, openAs, shot } from './pages.ts'
import { Interface, password } from './people.ts'
import { startProduct, type Product } from './product.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct({
    environment: {
      SANAD_ADMIN_EMAIL: 'noor@example.com',
      SANAD_ADMIN_PASSWORD: password,
      SANAD_ORGANISATION: 'One Person',
    },
  })
})
test.afterAll(() => product.stop())

test('somebody alone at the desk takes, answers, reviews their own answer, and the history says so', async ({
  browser,
}) => {
  const desk = new Interface(product.address)
  const noor = await desk.signIn('noor@example.com')
  const pierre = await desk.add(noor, {
    name: 'Pierre Lemaire',
    email: 'pierre@example.com',
    language: 'en',
    roles: ['customer'],
  })
  const { number } = await desk.submit(pierre, 'Where is my parcel?', 'It should have been here on Monday.')
  const page = await openAs(browser, product.address, noor, `/incoming/${number}`)
  await page
    .getByRole('button', { name: en.plain('actions:staff.take') })
    .first()
    .click()
  await expect(page.getByText(en.plain('staffTicket:ball.you'))).toBeVisible()
  const box = await composer(page, en.plain('staffTicket:composer.propose'))
  await box.fill('It arrives today before noon.')
  await page
    .getByRole('button', { name: en.plain('staffTicket:composer.sendProposal') })
    .last()
    .click()
  await page.getByRole('button', { name: en.plain('staffTicket:held.sendNow') }).click()
  await expect(page.getByText(en.plain('staffTicket:ball.review'))).toBeVisible()
  await page.goto(`${product.address}/review`)
  await page
    .getByRole('button', { name: en.plain('actions:staff.approve-solution') })
    .last()
    .click()
  await expect.poll(async () => (await desk.call(pierre, 'GET', `/api/v1/tickets/${number}`)).status).toBe('responded')
  await page.goto(`${product.address}/incoming/${number}`)
  await page.getByRole('button', { name: en.plain('staffTicket:why') }).click()
  await expect(page.getByText(/self-reviewed/).first()).toBeVisible()
  await shot(page, 'desk-of-one-history-en-light-1440')
})
