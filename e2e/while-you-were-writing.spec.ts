import { expect, test } from '@playwright/test'
import { composer, en, openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('what had happened before one wrote was said to have happened meanwhile, once the page was loaded anew', async ({
  browser,
}) => {
  const { desk, product, salma, mariam, omar, documents } = here
  const { number } = await desk.submit(salma, 'The stamp is missing', 'On page two.')
  await desk.verb(salma, number, 'reply', { text: 'And on page three.' })
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  const page = await openAs(browser, product.address, omar, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.reply'))
  await box.fill('We look into it.')
  await expect(page.getByText(en.plain('written:draftKept'))).toBeVisible()
  // what was said is there before what happened
  const late = Promise.withResolvers<void>()
  await page.route('**/history', async (route) => {
    await late.promise
    await route.continue()
  })
  await page.reload()
  await expect(page.locator('.ProseMirror')).toHaveText('We look into it.')
  late.resolve()
  await expect(page.getByText('And on page three.')).toBeVisible()
  await expect(page.getByText(en.plain('staffTicket:composer.meanwhile'))).toHaveCount(0)

  await desk.verb(salma, number, 'reply', { text: 'I found it.' })
  await expect(page.getByText(en.plain('staffTicket:composer.meanwhile'))).toBeVisible()
  await page.context().close()
})

test('the first thing that came to a new ticket while one wrote was passed over', async ({ browser }) => {
  const { desk, product, salma, mariam } = here
  const { number } = await desk.submit(salma, 'The seal is broken', 'On page two.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.reply'))
  await box.fill('We look into it.')
  await expect(page.getByText(en.plain('written:draftKept'))).toBeVisible()
  await desk.verb(salma, number, 'reply', { text: 'I found it.' })
  await expect(page.getByText(en.plain('staffTicket:composer.meanwhile'))).toBeVisible()
  await page.context().close()
})
