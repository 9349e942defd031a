import { expect, test, type Browser } from '@playwright/test'
import { en, openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

/** A representative's ticket whose editor is on its way until it is let come. */
async function openWithoutEditor(browser: Browser, title: string) {
  const { desk, product, salma, mariam, omar, documents } = here
  const { number } = await desk.submit(salma, title, 'On page two.')
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  const page = await openAs(browser, product.address, omar, '/incoming')
  const late = Promise.withResolvers<void>()
  await page.route(/\/assets\/Editor-.*\.js/u, async (route) => {
    await late.promise
    await route.continue()
  })
  return { page, address: `${product.address}/incoming/${number}`, letItCome: () => late.resolve() }
}

test('who wrote before the editor was there had their letters taken for keys of the page @long', async ({
  browser,
}) => {
  const { page, address, letItCome } = await openWithoutEditor(browser, 'The stamp is missing')
  await page.goto(address)
  await page.getByRole('tab', { name: en.plain('staffTicket:composer.note') }).click()
  await page.locator('textarea').click()
  await page.keyboard.type('The st')
  letItCome()
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

test('who was in the box just before the editor came lost the whole page @long', async ({ browser }) => {
  const { page, address, letItCome } = await openWithoutEditor(browser, 'The stamp is blurred')
  // no hand is fast enough: what replaces the plain box is made within 0.3 s of it, and shown after
  await page.exposeFunction('isInTheBox', letItCome)
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      const box = document.querySelector('textarea')
      if (!box) return
      seen.disconnect()
      box.focus()
      void (globalThis as unknown as { isInTheBox: () => Promise<void> }).isInTheBox()
    })
    seen.observe(document, { childList: true, subtree: true })
  })
  await page.goto(address)
  const editor = page.locator('.ProseMirror')
  await expect(editor).toBeFocused()
  await page.keyboard.type('It is sharp here')
  await expect(editor).toHaveText('It is sharp here')
  await page.context().close()
})

test('who pressed Propose solution and wrote had their first letters taken for keys of the page @long', async ({
  browser,
}) => {
  const { page, address, letItCome } = await openWithoutEditor(browser, 'The stamp is upside down')
  letItCome()
  await page.goto(address)
  const editor = page.locator('.ProseMirror')
  await expect(editor).toBeVisible()
  await page.getByRole('tab', { name: en.plain('staffTicket:composer.propose') }).click()
  await expect(editor).toBeFocused()
  await page.keyboard.type('We sent it again')
  await expect(editor).toHaveText('We sent it again')
  await page.getByRole('tab', { name: en.plain('staffTicket:composer.note') }).click()
  await page.keyboard.type('Done')
  await expect(editor).toHaveText('Done')
  await page.context().close()
})
