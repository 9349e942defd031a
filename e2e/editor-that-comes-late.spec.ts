import { expect, test } from '@playwright/test'
import { en, openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('who wrote before the editor was there had their letters taken for keys of the page', async ({ browser }) => {
  const { desk, product, salma, mariam, omar, documents } = here
  const { number } = await desk.submit(salma, 'The stamp is missing', 'On page two.')
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  const page = await openAs(browser, product.address, omar, '/incoming')
  const late = Promise.withResolvers<void>()
  await page.route(/\/assets\/Editor-.*\.js/u, async (route) => {
    await late.promise
    await route.continue()
  })
  await page.goto(`${product.address}/incoming/${number}`)
  await page.getByRole('tab', { name: en.plain('staffTicket:composer.note') }).click()
  await page.locator('textarea').click()
  await page.keyboard.type('The st')
  late.resolve()
  const editor = page.locator('.ProseMirror')
  await expect(editor).toBeFocused()
  await page.keyboard.type('amp is missing')
  await expect(editor).toHaveText('The stamp is missing')
  await expect(page.getByRole('tab', { name: en.plain('staffTicket:composer.note') })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.context().close()
})
