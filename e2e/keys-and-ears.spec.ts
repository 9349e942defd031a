import { expect, test, type Locator } from '@playwright/test'
import { composer, en, expectAccessible, openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// What whoever goes by keys alone, or hears the page and does not see it, is left with.

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('on a phone the menu lay open over the page one had gone to, and Escape closed it with what lay over it @long', async ({
  browser,
}) => {
  const page = await openAs(browser, here.product.address, here.mariam, '/incoming', { width: 360, height: 740 })
  const [opens, closes, account] = (['shell:openMenu', 'shell:closeMenu', 'shell:account'] as const).map((key) =>
    page.getByRole('button', { name: en.plain(key) }),
  ) as [Locator, Locator, Locator]
  const item = page.getByRole('menuitem', { name: en.plain('shell:account') })
  await opens.click()
  await expect(closes).toBeFocused()
  await account.press('Enter')
  await expect(page.getByRole('menuitem').or(page.getByRole('menuitemradio')).first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(item).toHaveCount(0)
  await expect(closes).toBeVisible()

  // Tab goes on from the button and leaves no menu behind
  await account.press('Enter')
  await expect(item).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(item).toHaveCount(0)

  await account.press('Enter')
  await item.press('Enter')
  await expect(page).toHaveURL(/\/account/)
  await expect(closes).toBeHidden()
  await expect(page.locator('#main')).toBeFocused()

  await opens.click()
  await page.getByRole('button', { name: en.plain('shell:find') }).click()
  const palette = page.getByRole('dialog').getByRole('combobox')
  await expect(palette).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await expect(opens).toBeFocused()
  await page.context().close()
})

test('who asked for a new password was told nothing and stood nowhere @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, null, '/forgot-password')
  const title = (name: string) => page.getByRole('heading', { level: 1, name })
  await expect(title(en.plain('signIn:forgotTitle'))).not.toBeFocused()
  await page.getByRole('textbox').fill('nobody@example.com')
  await page.keyboard.press('Enter')
  await expect(title(en.plain('signIn:mailSent'))).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('link', { name: en.plain('signIn:backToSignIn') }).press('Enter')
  await expect(title(en.plain('signIn:title'))).toBeFocused()
  await page.context().close()
})

test('a row that was scrolled away took the focus along, and Tab passed over the list @long', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  for (let each = 1; each <= 45; each++) await desk.submit(pierre, `Barrel ${each} of the pier`, 'Please.')
  const page = await openAs(browser, product.address, mariam, '/incoming?words=pier', { height: 700 })
  const row = (each: number) => page.getByRole('row', { name: new RegExp(`Barrel ${each} of`) })
  await row(1).focus()
  const list = page.getByRole('grid')
  await list.evaluate((grid) => grid.scrollTo(0, grid.scrollHeight))
  await expect(row(45)).toBeVisible()
  await expect(row(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(row(45)).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(row(35)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(row(1)).toBeFocused()
  await expect(row(1)).toBeInViewport()
  await page.context().close()
})

test('what a search of the list came to was not said @long', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  await desk.submit(pierre, 'Ladder of the lighthouse', 'Please.')
  const page = await openAs(browser, product.address, mariam, '/incoming')
  const said = page.getByRole('heading', { level: 1 }).locator('~ [role=status]')
  await expect(said).toBeAttached()
  await page.getByRole('searchbox', { name: en.plain('incoming:search') }).fill('lighthouse')
  await expect(said).toHaveText(en('plurals:tickets', { count: 1 }))
  await page.getByRole('searchbox', { name: en.plain('incoming:search') }).fill('lighthouses of the moon')
  await expect(said).toHaveText(en.plain('incoming:nothingFits'))
  await page.context().close()
})

test('the sheet of keys read out no key, and buttons told of keys that were switched off @long', async ({
  browser,
}) => {
  const { desk, pierre, mariam, product } = here
  const { number } = await desk.submit(pierre, 'Anchor of berth five', 'Please.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  const told = page.locator('[aria-keyshortcuts="t"], [aria-keyshortcuts="r"]')
  await expect(told).toHaveCount(2)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: en.plain('staff:keys.title') })
  await expect(sheet).toMatchAriaSnapshot(`
    - term: ${en.plain('staff:keys.send')}
    - definition: Ctrl+Enter
  `)
  await desk.call(mariam, 'PATCH', '/api/v1/me', { singleKeys: false })
  await page.reload()
  await expect(page.getByRole('button', { name: en.plain('actions:staff.take') })).toBeVisible()
  await expect(told).toHaveCount(0)
  await expect(page.locator('[aria-keyshortcuts^="Meta+"]')).toHaveCount(1)
  await desk.call(mariam, 'PATCH', '/api/v1/me', { singleKeys: true })
  await page.context().close()
})

test('what was pressed and went away left the focus nowhere: a note’s Cancel, a message’s × and Send @long', async ({
  browser,
}) => {
  const { desk, pierre, mariam, product } = here
  const { number } = await desk.submit(pierre, 'Anchor of berth six', 'Please.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.note'))
  await box.fill('Looked at it.')
  await page.getByRole('button', { name: en.plain('staffTicket:composer.addNote') }).click()
  const told = page.getByText(en('actions:done.note', { number: `T-${number}` }))
  await expect(told).toBeVisible()
  await expect(box).toBeFocused()
  await page.getByRole('button', { name: en.plain('shell:dismiss') }).click()
  await expect(told).toHaveCount(0)
  await expect(box).toBeFocused()

  const pen = page.getByRole('button', { name: en.plain('staffTicket:edit.note') })
  await pen.click()
  await page.getByRole('button', { name: en.plain('staff:cancel') }).click()
  await expect(pen).toBeFocused()
  await page.context().close()
})

test('a customer’s message went without a word, and who said that it is solved stood nowhere @long', async ({
  browser,
}) => {
  const { desk, pierre, mariam, omar, documents, product } = here
  const { number } = await desk.submit(pierre, 'Anchor of berth seven', 'Please.')
  const page = await openAs(browser, product.address, pierre, `/tickets/${number}`)
  const box = page.getByRole('textbox', { name: en.plain('customerTicket:conversation.write') })
  await box.fill('Is it there?')
  await page.getByRole('button', { name: en.plain('customerTicket:conversation.send') }).click()
  await expect(page.getByRole('status').filter({ hasText: en.plain('customerTicket:conversation.sent') })).toBeVisible()
  await expect(box).toBeFocused()
  await expectAccessible(page)

  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'propose-solution', { solution: 'It is there.' })
  await desk.verb(mariam, number, 'approve-solution')
  await page.getByRole('button', { name: en.plain('customerTicket:answer.yes') }).click()
  await expect(page.getByRole('heading', { name: en.plain('customerTicket:headline.accepted') })).toBeFocused()
  await page.context().close()
})

test('Send of a request did nothing and said nothing while a file was on its way @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.pierre, '/new')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/api/v1/files', async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') })
  const send = page.getByRole('button', { name: en.plain('ticketRequest:send') })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText(en.plain('written:file.waiting'))).toBeVisible()
  letGo()
  await expect(send).not.toHaveAttribute('aria-disabled')
  // the last file that is taken away leaves the focus where another one can be added
  await page.getByRole('button', { name: en('written:file.remove', { name: 'a.txt' }) }).click()
  await expect(page.getByRole('button', { name: en.plain('written:file.attach') })).toBeFocused()
  await page.context().close()
})

test('what was refused of a ticket’s added fields, out of sight, looked as if Save did nothing @long', async ({
  browser,
}) => {
  const { desk, noor, pierre, mariam, product } = here
  await desk.call(noor, 'POST', '/api/v1/fields', { key: 'weight', type: 'number', label: 'Weight' })
  const { number } = await desk.submit(pierre, 'Anchor of berth eight', 'Please.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  await page.getByRole('button', { name: en.plain('addedFields:edit') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Weight').fill('heavy')
  await dialog.getByRole('button', { name: en.plain('staff:save') }).click()
  await expect(dialog.getByLabel('Weight')).toBeFocused()
  await page.context().close()
})
