import { expect, test } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// A group from its making to the leaving of a member, who has tickets: what happens is said before.

let here: PeopledProduct
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { desk, salma, mariam, omar, documents } = here
  number = (await desk.submit(salma, 'Two parcels of three arrived', 'The third one is missing.')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
})
test.afterAll(() => here.product.stop())

test('a group is made with members, a lead, roles and hours; who leaves hands the tickets back', async ({
  browser,
}) => {
  const { product, noor, desk } = here
  const page = await openAs(browser, product.address, noor, '/people/groups')
  await page.getByRole('button', { name: en('people:group.add') }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: en('people:group.name') }).fill('Night')
  // anybody can be found by name, customers too
  await drawer.getByRole('searchbox').fill('pierre')
  await drawer.getByRole('checkbox', { name: 'Pierre Lemaire' }).check()
  await drawer.getByRole('checkbox', { name: 'Pierre Lemaire' }).uncheck()
  await drawer.getByRole('searchbox').fill('')
  await drawer.getByRole('checkbox', { name: 'Jana Weiss' }).check()
  await drawer.getByRole('combobox', { name: en('people:group.lead') }).selectOption('Jana Weiss')
  await drawer.getByRole('checkbox', { name: /^Representative/ }).check()
  await drawer.getByRole('radio', { name: en('people:group.someHours') }).check({ force: true })
  await drawer.getByLabel(`Monday, ${en('people:group.from')}`).fill('20:00')
  await drawer.getByLabel(`Monday, ${en('people:group.to')}`).fill('00:00')
  await drawer.getByRole('checkbox', { name: /Friday/ }).uncheck()
  await expectAccessible(page)
  await shot(page, 'journey-group-drawer')
  await drawer.getByRole('button', { name: en('people:group.add') }).click()
  await expect(page.getByRole('region', { name: 'Night' })).toContainText('Jana Weiss')
  const { items } = await desk.call(noor, 'GET', '/api/v1/groups')
  expect(items.find(({ name }: { name: string }) => name === 'Night')).toMatchObject({
    lead: { name: 'Jana Weiss' },
    roles: ['representative'],
    workingHours: { 1: [['20:00', '24:00']], 2: [['09:00', '17:00']], 5: [] },
  })

  await page.getByRole('button', { name: 'Documents', exact: true }).click()
  await drawer.getByRole('checkbox', { name: 'Omar Siddiqui' }).uncheck()
  await expect(drawer.getByRole('status')).toContainText(en('people:leaving.tickets', { count: 1, group: 'Documents' }))
  await shot(page, 'journey-group-leaving')
  expect((await desk.call(noor, 'GET', `/api/v1/tickets/${number}`)).assignee.member.name).toBe('Omar Siddiqui')
  await drawer.getByRole('button', { name: en('staff:save') }).click()
  await expect(page.getByText(en('people:group.changed', { name: 'Documents' }))).toBeVisible()
  expect((await desk.call(noor, 'GET', `/api/v1/tickets/${number}`)).assignee).toMatchObject({
    group: { name: 'Documents' },
    member: null,
  })
  await page.context().close()
})

test('the drawers in Arabic and on a phone', async ({ browser }) => {
  const { product, noor, desk } = here
  await desk.call(noor, 'PATCH', '/api/v1/me', { language: 'ar' })
  const page = await openAs(browser, product.address, noor, '/people/groups', { language: 'ar', scheme: 'dark' })
  await page.getByRole('button', { name: 'Night' }).click()
  await expectAccessible(page)
  await shot(page, 'journey-group-drawer-ar')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByText(ar('people:group.hours')).first().scrollIntoViewIfNeeded()
  await expectNoSidewaysScroll(page)
  await shot(page, 'journey-group-drawer-ar-360')
  await page.goto(`${product.address}/people`)
  await page.getByRole('button', { name: 'Jana Weiss' }).click()
  await page.getByRole('button', { name: ar('people:deactivate.button') }).click()
  await expect(page.getByRole('dialog').last()).toContainText('Night')
  await expectNoSidewaysScroll(page)
  await shot(page, 'journey-deactivate-ar-360')
  await page.context().close()
  await desk.call(noor, 'PATCH', '/api/v1/me', { language: 'en' })
})

test('what was typed into a drawer is not lost by Escape, by a press beside it or by the × @long', async ({
  browser,
}) => {
  const { product, noor } = here
  const page = await openAs(browser, product.address, noor, '/people/groups')
  const add = page.getByRole('button', { name: en('people:group.add') }).first()
  const drawer = page.getByRole('dialog', { name: en('people:group.add') })
  const asks = page.getByRole('dialog', { name: en('shell:unsaved.title') })
  const name = drawer.getByRole('textbox', { name: en('people:group.name') })
  // nothing typed, nothing asked
  await add.click()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await add.click()
  await name.fill('Night')
  const ways = [
    () => page.keyboard.press('Escape'),
    () => page.mouse.click(300, 450),
    () => drawer.getByRole('button', { name: en('staff:close') }).click(),
  ]
  for (const way of ways) {
    await way()
    await expect(asks).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(asks).toBeHidden()
    await expect(name).toHaveValue('Night')
  }
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await shot(page, 'journey-group-unsaved')
  await asks.getByRole('button', { name: en('shell:unsaved.leave') }).click()
  await expect(drawer).toBeHidden()
  await expect(add).toBeFocused()
  await page.context().close()
})

test('Enter in the box that finds people saved the group, and Escape in it closed the drawer @long', async ({
  browser,
}) => {
  const { product, noor } = here
  const page = await openAs(browser, product.address, noor, '/people/groups')
  await page.getByRole('button', { name: 'Documents', exact: true }).click()
  const drawer = page.getByRole('dialog').first()
  const find = drawer.getByRole('searchbox')
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  await drawer.getByRole('textbox', { name: en('people:group.name') }).fill('Papers')
  await find.fill('pierre')
  await find.press('Enter')
  await expect(drawer.getByRole('checkbox', { name: 'Pierre Lemaire' })).toBeVisible()
  await find.press('Escape')
  await expect(find).toHaveValue('')
  await expect(find).toBeFocused()
  await expect(page.locator('dialog:modal')).toHaveCount(1)
  expect(sent.filter((url) => url.includes('/groups'))).toEqual([])
  // with nothing to clear it is the drawer's
  await find.press('Escape')
  await expect(page.getByRole('dialog', { name: en('shell:unsaved.title') })).toBeVisible()
  await page.context().close()
})

test('an undo that was refused after its drawer had closed said nothing @long', async ({ browser }) => {
  const { product, noor, desk } = here
  const page = await openAs(browser, product.address, noor, '/people?search=pierre')
  const refused = page.getByRole('region', { name: en('shell:toasts') }).getByText(en('shell:failed.offlineText'))
  const undo = page.getByRole('button', { name: en.plain('actions:undo') })
  await page.getByRole('button', { name: 'Pierre Lemaire' }).click()
  await page.getByRole('button', { name: en('people:deactivate.button') }).click()
  await expect(page.getByText(en('people:leaving.nothing'))).toBeVisible()
  await page
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: en('people:deactivate.confirm') })
    .click()
  await expect(page.locator('dialog:modal')).toHaveCount(0)
  await page.route('**/api/v1/users/*', (route) => route.abort('connectionrefused'))
  await undo.click()
  await expect(refused).toBeVisible()
  await shot(page, 'undo-refused-en-light-1440')
  await desk.call(noor, 'PATCH', `/api/v1/users/${here.pierre.id}`, { active: true })

  await desk.call(noor, 'POST', '/api/v1/fields', { type: 'short-text', label: 'Berth', visibleTo: 'everyone' })
  await page.goto(`${product.address}/settings/fields`)
  await page.getByRole('button', { name: /Berth/ }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: en('settingsFields:retire') })
    .click()
  await expect(page.locator('dialog:modal')).toHaveCount(0)
  await page.route('**/api/v1/fields/*/restore', (route) => route.abort('connectionrefused'))
  await undo.click()
  await expect(refused).toBeVisible()
  await page.context().close()
})

test('while nobody in the Support Desk is active, administrators read so on every page', async ({ browser }) => {
  const { product, desk, noor, mariam, supportDesk } = here
  const put = (members: string[]) => desk.call(noor, 'PATCH', `/api/v1/groups/${supportDesk.id}`, { members })
  const { members } = await desk.call(noor, 'GET', `/api/v1/groups/${supportDesk.id}`)
  await put([])
  const page = await openAs(browser, product.address, noor, '/settings/organisation')
  const banner = page.getByText(en('shell:emptyDesk.says', { group: supportDesk.name }))
  await expect(banner).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'empty-desk-en-1440')
  await page.goto(`${product.address}/incoming`)
  await expect(banner).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  await expectNoSidewaysScroll(page)
  await shot(page, 'empty-desk-en-360')
  await page.getByRole('link', { name: en('shell:emptyDesk.show') }).click()
  await expect(page).toHaveURL(/\/people\/groups$/)
  await put(members.map(({ id }: { id: string }) => id))
  await page.reload()
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(banner).toHaveCount(0)
  const colleague = await openAs(browser, product.address, mariam, '/incoming')
  await expect(colleague.getByRole('heading').first()).toBeVisible()
  await expect(colleague.getByText(en('shell:emptyDesk.says', { group: supportDesk.name }))).toHaveCount(0)
})
