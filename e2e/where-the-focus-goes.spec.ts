import { expect, test } from '@playwright/test'
import { composer, en, expectAccessible, openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

const details = en.plain('staffTicket:fields')
const more = en.plain('staff:more')
const cancel = en.plain('staff:cancel')

test('a name typed after Assignee in the drawer ran shortcuts: t took the ticket @long', async ({ browser }) => {
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

test('a dialog that was there only while it was open left the focus nowhere when it closed @long', async ({
  browser,
}) => {
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

test('whoever chose from a menu or a list stood nowhere afterwards @long', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  const { number } = await desk.submit(pierre, 'Pallet of hall six', 'Please.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  const assign = page.getByRole('button', { name: en.plain('actions:staff.assign'), exact: true })
  await assign.click()
  await page.getByRole('combobox').fill('Omar')
  await expect(page.getByRole('option', { name: /Omar Siddiqui/ })).toBeVisible()
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

test('what was told while a drawer lay open could be neither read out nor seen on a phone @long', async ({
  browser,
}) => {
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

test('on a phone a ticket opened from the list, and the list after it, left the focus nowhere @long', async ({
  browser,
}) => {
  const { desk, pierre, mariam, product } = here
  const first = await desk.submit(pierre, 'Crate of quay one', 'Please.')
  const { number } = await desk.submit(pierre, 'Crate of quay two', 'Please.')
  const page = await openAs(browser, product.address, mariam, '/incoming?words=quay', { width: 360, height: 740 })
  const row = page.locator(`[data-number="${number}"]`)
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /quay two/ })).toBeFocused()
  await page.getByRole('button', { name: en.plain('staff:back') }).click()
  await expect(row).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Crate of quay/ })).toBeFocused()
  expect(first.number).not.toBe(number)
  await page.context().close()
})

test('who went on to the next answer to review, or gave up returning one, stood nowhere @long', async ({ browser }) => {
  const { desk, pierre, omar, mariam, documents, product } = here
  for (const title of ['Winch of gate one', 'Winch of gate two']) {
    const { number } = await desk.submit(pierre, title, 'Please.')
    await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
    await desk.verb(omar, number, 'propose-solution', { solution: 'It is greased now.' })
  }
  const page = await openAs(browser, product.address, mariam, '/review')
  const title = (name: RegExp) => page.getByRole('heading', { level: 2, name })
  await expect(title(/gate one/)).toBeVisible()
  await page.getByRole('button', { name: en.plain('review:next') }).click()
  await expect(title(/gate two/)).toBeFocused()
  await page.keyboard.press('k')
  await expect(title(/gate one/)).toBeFocused()

  await page.keyboard.press('x')
  await expect(page.getByLabel(en.plain('review:returnReason'))).toBeFocused()
  await page.getByRole('button', { name: en.plain('staff:cancel') }).click()
  await expect(page.getByRole('button', { name: en.plain('review:return'), exact: true })).toBeFocused()

  await page.keyboard.press('Control+Enter')
  await expect(title(/gate two/)).toBeFocused()
  await expectAccessible(page)
  await page.context().close()
})

test('a closed ticket lay over the list, whose rows kept the focus unseen @long', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  const numbers: number[] = []
  for (const title of ['Rope of dock one', 'Rope of dock two']) {
    const { number } = await desk.submit(pierre, title, 'Please.')
    await desk.verb(mariam, number, 'close', { reason: 'It is there now.' })
    numbers.push(number)
  }
  const page = await openAs(browser, product.address, mariam, '/closed?words=dock', { width: 1000 })
  const link = page.getByRole('link', { name: /dock two/ })
  await link.focus()
  await page.keyboard.press('Enter')
  const beside = (number: number) => page.getByRole('region', { name: `T-${number}` })
  await expect(beside(numbers[1]!)).toBeFocused()
  await expect(page.locator('[inert]').filter({ has: link })).toHaveCount(1)
  await page.keyboard.press('j')
  await expect(beside(numbers[0]!)).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: /dock one/ })).toBeFocused()
  await expect(page.locator('[inert]')).toHaveCount(0)
  await page.context().close()
})

test('z took back what was being sent and nothing else that offered Undo @long', async ({ browser }) => {
  const { desk, pierre, mariam, omar, documents, product } = here
  const { number } = await desk.submit(pierre, 'Anchor of berth one', 'Please.')
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  await page.getByRole('button', { name: en.plain('actions:staff.assign_again') }).click()
  await page.getByRole('combobox').fill('Jana')
  await page.getByRole('option', { name: /Jana/ }).first().click()
  const undo = page.getByRole('region', { name: en.plain('shell:toasts') }).getByRole('button', { name: /^Undo/ })
  await expect(undo).toBeVisible()
  await page.keyboard.press('z')
  await expect
    .poll(async () => (await desk.call(mariam, 'GET', `/api/v1/tickets/${number}`)).assignee.member.name)
    .toBe(omar.name)
  await expect(undo).toHaveCount(0)
  await page.context().close()
})

test('Enter that only confirmed composed letters chose what the list pointed at @long', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  const { number } = await desk.submit(pierre, 'Anchor of berth two', 'Please.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  await page.getByRole('button', { name: en.plain('actions:staff.assign'), exact: true }).click()
  const box = page.getByRole('combobox')
  await box.fill('Omar')
  await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await page.keyboard.type(' S')
  await expect(box).toHaveValue('Omar S')
  await page.keyboard.press('Enter')
  await expect(box).toHaveCount(0)
  await page.context().close()
})

test('the list that opens after @ said nothing to whoever does not see it @long', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  const { number } = await desk.submit(pierre, 'Anchor of berth three', 'Please.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  const text = page.locator('.ProseMirror')
  await (await composer(page, en.plain('staffTicket:composer.note'))).click()
  await expect(text).toBeFocused()
  await page.keyboard.type('@')
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.first()).toBeVisible()
  const count = await options.count()
  await expect(page.getByText(en('staffTicket:composer.suggested', { count }))).toBeAttached()
  await expect(text).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id'))!)
  await page.keyboard.press('ArrowDown')
  await expect(text).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id'))!)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(0)
  await expect(text).not.toHaveAttribute('aria-activedescendant')
  await page.context().close()
})

test('where the system gives the colours nobody saw what was chosen, on or drawn @long', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  const { number } = await desk.submit(pierre, 'Anchor of berth four', 'Please.')
  await desk.verb(mariam, number, 'close', { reason: 'It is there now.' })
  const page = await openAs(browser, product.address, mariam, '/account')
  await page.emulateMedia({ forcedColors: 'active' })
  const current = page.getByRole('navigation').locator('[aria-current=page]').first()
  const track = page.getByRole('switch').first().locator('+ i')
  const off = await track.evaluate(backgroundOf)
  await page.getByRole('switch').first().click()
  await expect.poll(() => track.evaluate(backgroundOf)).not.toBe(off)

  await page.getByRole('button', { name: en.plain('shell:account') }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('[role^=menuitem]:focus').evaluate(outlineOf)).not.toBe('none')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const asks = page.getByRole('dialog').getByRole('combobox')
  const pointed = page.locator(`[id="${await asks.getAttribute('aria-activedescendant')}"]`)
  await expect.poll(() => pointed.evaluate(outlineOf)).not.toBe('none')
  await page.keyboard.press('Escape')

  await page.goto(`${product.address}/statistics`)
  await expect.poll(() => current.evaluate(outlineOf)).not.toBe('none')
  const chosen = page.getByRole('radio', { checked: true }).first().locator('..')
  await expect.poll(() => chosen.evaluate(outlineOf)).not.toBe('none')
  const bar = page.locator('figure li a i, [class*=bars] li i').first()
  await expect(bar).toBeAttached()
  expect(await bar.evaluate(backgroundOf)).not.toBe(await page.locator('body').evaluate(backgroundOf))
  await page.context().close()
})

const backgroundOf = (element: Element): string => getComputedStyle(element).backgroundColor

function outlineOf(element: Element): string {
  const { outlineStyle, outlineColor } = getComputedStyle(element)
  return outlineStyle === 'none' || outlineColor === 'rgba(0, 0, 0, 0)' ? 'none' : outlineColor
}
