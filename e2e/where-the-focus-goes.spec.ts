import { expect, test } from '@playwright/test'
import { en, expectAccessible, openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

const details = en.plain('staffTicket:fields')
const more = en.plain('staff:more')
const cancel = en.plain('staff:cancel')

test('a name typed after Assignee in the drawer ran shortcuts: t took the ticket', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  const { number } = await desk.submit(pierre, 'Pallet of hall four', 'Please.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`, { width: 1280 })
  await page.getByRole('button', { name: details }).click()
  const drawer = page.getByRole('dialog', { name: details })
  await drawer.getByTitle(en.plain('staffTicket:changeAssignee')).click()
  await expect(drawer).toHaveCount(0)
  const box = page.getByRole('combobox')
  await expect(box).toBeFocused()
  await page.keyboard.type('Tariq')
  await expect(box).toHaveValue('Tariq')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: details })).toBeFocused()
  await page.context().close()
})

test('a dialog that was there only while it was open left the focus nowhere when it closed', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  const { number } = await desk.submit(pierre, 'Pallet of hall five', 'Please.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  const menu = page.getByRole('button', { name: more })
  await menu.click()
  await page.getByRole('menuitem', { name: en.plain('actions:staff.close') }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await dialog.getByRole('button', { name: cancel }).click()
  await expect(dialog).toHaveCount(0)
  await expect(menu).toBeFocused()

  const duplicate = page.getByRole('button', { name: en.plain('glossary:status.duplicate') })
  await duplicate.click()
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(duplicate).toBeFocused()
  await page.context().close()
})

test('whoever chose from a menu or a list stood nowhere afterwards', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  const { number } = await desk.submit(pierre, 'Pallet of hall six', 'Please.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  const assign = page.getByRole('button', { name: en.plain('actions:staff.assign'), exact: true })
  await assign.click()
  await page.getByRole('combobox').fill('Omar')
  await page.keyboard.press('Enter')
  await expect(
    page.getByText(en.plain('actions:done.assign', { number: `T-${number}`, assignee: 'Omar Siddiqui' })),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: en.plain('actions:staff.assign_again') })).toBeFocused()

  // a menu of choices
  await page.getByRole('button', { name: en.plain('shell:account') }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio').first().press('Enter')
  await expect(page.getByRole('button', { name: en.plain('shell:account') })).toBeFocused()
  await page.context().close()
})

test('what was told while a drawer lay open could be neither read out nor seen on a phone', async ({ browser }) => {
  const { desk, noor, product } = here
  const invited = { name: 'Tariq Haddad', email: 'tariq@example.com', language: 'en', timeZone: 'UTC', roles: [] }
  await desk.call(noor, 'POST', '/api/v1/users', invited)
  const page = await openAs(browser, product.address, noor, '/people', { width: 360, height: 740 })
  await page.getByText(invited.name).click()
  const drawer = page.getByRole('dialog')
  const said = page.getByText(en.plain('people:invitation.revoked'))
  await drawer.getByRole('button', { name: en.plain('people:invitation.revoke') }).click()
  await expect(drawer.getByRole('region', { name: en.plain('shell:toasts') })).toContainText(
    en.plain('people:invitation.revoked'),
  )
  expect(await said.evaluate(isOnTop)).toBe(true)
  await expectAccessible(page)

  // it stays when the drawer goes, and can be put away
  await drawer.getByRole('button', { name: en.plain('staff:close') }).click()
  await expect(drawer).toHaveCount(0)
  await expect(said).toHaveCount(1)
  expect(await said.evaluate(isOnTop)).toBe(true)
  await page.getByRole('button', { name: en.plain('shell:dismiss') }).click()
  await expect(said).toHaveCount(0)
  await page.context().close()
})

/** Nothing lies over it. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  return there !== null && (element.contains(there) || there.contains(element))
}
