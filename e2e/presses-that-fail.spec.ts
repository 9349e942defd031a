import { expect, test, type Page, type Route } from '@playwright/test'
import { composer, en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct, type Somebody } from './people.ts'

// A press whose answer fails says so where it was pressed, and takes nothing along; what can be had back is.

let here: PeopledProduct
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct({ undoSeconds: 60 })
  const { desk, pierre, mariam, omar, documents } = here
  number = (await desk.submit(pierre, 'The gate is open', 'Since noon.')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
})
test.afterAll(() => here.product.stop())

const open = (browser: Parameters<typeof openAs>[0], whose: Somebody, path: string) =>
  openAs(browser, here.product.address, whose, path)

/** Whatever is sent there never arrives, until it is mended; what is only looked at does. */
async function breakOff(page: Page, address: string): Promise<{ mend: () => Promise<void> }> {
  const cut = (route: Route) => (route.request().method() === 'GET' ? route.continue() : route.abort())
  await page.route(address, cut)
  return { mend: () => page.unroute(address, cut) }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const notReached = (page: Page) => page.getByText(en('shell:failed.offlineText'))

test('a reply was not taken back, nothing was said, and it went out @long', async ({ browser }) => {
  const page = await open(browser, here.omar, `/incoming/${number}`)
  const box = await composer(page, en('staffTicket:composer.reply'))
  await expect(page.locator('.ProseMirror')).toBeVisible()
  await box.fill('We shut it now.')
  await button(page, en('staffTicket:composer.send')).click()
  const undo = button(page, en('actions:undo')).first()
  await expect(undo).toBeVisible()
  const line = await breakOff(page, '**/held/reply**')
  await undo.click()
  await expect(notReached(page)).toBeVisible()
  await button(page, en('staffTicket:held.sendNow')).click()
  await expect(notReached(page)).toBeVisible()
  await shot(page, 'not-taken-back-en')
  await line.mend()
  await undo.click()
  await expect(box).toHaveText('We shut it now.')
  await page.context().close()
})

test('a sign-out that failed left one signed in, and what was half written was gone @long', async ({ browser }) => {
  const { pierre } = here
  const page = await open(browser, pierre, '/requests')
  await page.evaluate(() => sessionStorage.setItem('sanad.draft.something', 'Half written.'))
  const line = await breakOff(page, '**/api/auth/sign-out')
  const leave = async () => {
    await page.getByRole('button', { name: new RegExp(pierre.name) }).click()
    await page.getByRole('menuitem', { name: en('shell:signOut') }).click()
  }
  await leave()
  await expect(notReached(page)).toBeVisible()
  await expect(page).toHaveURL(/\/requests$/)
  expect(await page.evaluate(() => sessionStorage.getItem('sanad.draft.something'))).toBe('Half written.')
  await line.mend()
  await leave()
  await expect(page).toHaveURL(/\/sign-in/)
  expect(await page.evaluate(() => sessionStorage.getItem('sanad.draft.something'))).toBeNull()
  await page.context().close()
  // whoever comes after is signed in as before
  here.pierre = await here.desk.signIn(pierre.email)
})

test('what was typed while the request was being sent was deleted @long', async ({ browser }) => {
  const page = await open(browser, here.pierre, '/new')
  await page.getByLabel(en('ticketRequest:sentence')).fill('The quay is dark')
  const story = page.getByLabel(en('ticketRequest:story'))
  await story.fill('Since noon.')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/api/v1/tickets', async (route) => {
    await held
    await route.continue()
  })
  await story.press('Control+Enter')
  await expect(story).not.toBeEditable()
  await expect(story).toBeFocused()
  await page.keyboard.type(' And again.')
  await expect(story).toHaveValue('Since noon.')
  await expectAccessible(page)
  await shot(page, 'request-being-sent-en')
  letGo()
  await expect(page.getByRole('heading', { name: en('ticketRequest:sent.title') })).toBeVisible()
  await page.context().close()
})

test('a request for one of staff was refused because there would be no such account @long', async ({ browser }) => {
  const page = await open(browser, here.noor, '/new')
  await page.getByLabel(en('requestFor:customer')).fill(here.omar.email)
  await page.getByLabel(en('ticketRequest:sentence')).fill('A chair')
  await page.getByLabel(en('requestFor:story')).fill('It is broken.')
  await button(page, en('ticketRequest:send')).click()
  await expect(page.getByText(en('refusals:field.noCustomer'))).toBeVisible()
  await expect(page.getByText(en('requestFor:unknown'))).toHaveCount(0)
  await page.context().close()
})

test('a canned answer that was not removed said nothing of it @long', async ({ browser }) => {
  await here.desk.call(here.omar, 'POST', '/api/v1/canned-answers', { name: 'Greeting', text: 'Hello.', shared: 'own' })
  const page = await open(browser, here.omar, '/answers')
  await page.getByRole('button', { name: /Greeting/ }).click()
  const line = await breakOff(page, '**/api/v1/canned-answers/*')
  const remove = page.getByRole('dialog').getByRole('button', { name: en('canned:remove'), exact: true })
  await remove.click()
  await remove.click()
  await expect(notReached(page)).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'canned-not-removed-en')
  await line.mend()
  await remove.click()
  await expect(page.getByText(en('canned:removed'))).toBeVisible()
  await page.context().close()
})

test('an added field that could not be moved said nothing of it @long', async ({ browser }) => {
  for (const label of ['Quay', 'Crane'])
    await here.desk.call(here.noor, 'POST', '/api/v1/fields', { type: 'short-text', label })
  const page = await open(browser, here.noor, '/settings/fields')
  await breakOff(page, '**/api/v1/fields/*')
  await button(page, en('settingsFields:up', { field: 'Crane' })).click()
  await expect(notReached(page)).toBeVisible()
  await shot(page, 'field-not-moved-en')
  await page.context().close()
})

test('whether a report is mailed each month was neither confirmed nor refused @long', async ({ browser }) => {
  const month = new Date(Date.now() - 32 * 86_400_000).toISOString().slice(0, 7)
  await here.desk.call(here.noor, 'POST', `/api/v1/reports/monthly-performance/${month}`)
  const page = await open(browser, here.noor, `/reports/${month}`)
  const line = await breakOff(page, '**/api/v1/reports/mailing')
  const press = async (name: string) => {
    await button(page, en('lookBack:report.more')).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  }
  const { mailed } = await here.desk.call(here.noor, 'GET', '/api/v1/reports/mailing')
  const [first, then] = mailed ? (['NoMore', 'Monthly'] as const) : (['Monthly', 'NoMore'] as const)
  await press(en(`lookBack:report.mail${first}`))
  await expect(notReached(page)).toBeVisible()
  await line.mend()
  await press(en(`lookBack:report.mail${first}`))
  await expect(page.getByText(en(`lookBack:report.mailed${first}`))).toBeVisible()
  await press(en(`lookBack:report.mail${then}`))
  await expect(page.getByText(en(`lookBack:report.mailed${then}`))).toBeVisible()
  await page.context().close()
})

test('a reviewer’s whole text was gone with one press @long', async ({ browser }) => {
  const { desk, pierre, mariam, omar, documents } = here
  const { number: proposed } = await desk.submit(pierre, 'The crane creaks', 'Since noon.')
  await desk.verb(mariam, proposed, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, proposed, 'propose-solution', { solution: 'It is oiled.' })
  const page = await open(browser, mariam, '/review')
  await button(page, en('review:edit')).click()
  const text = page.getByRole('textbox', { name: en('review:editLabel') })
  await text.fill('It was oiled at noon, and is looked at each week.')
  await button(page, en('review:stopEditing')).click()
  await expect(text).toHaveCount(0)
  await shot(page, 'changes-discarded-en')
  await page
    .getByRole('region', { name: en('shell:toasts') })
    .getByRole('button', { name: en('actions:undo') })
    .click()
  await expect(text).toHaveText('It was oiled at noon, and is looked at each week.')
  await page.context().close()
})

test('the times of the statistics were on their way for ever once they had failed @long', async ({ browser }) => {
  const page = await open(browser, here.mariam, '/help')
  await page.route('**/closed-tickets-over-time/times*', (route) => route.fulfill({ status: 500, json: {} }))
  await page.goto(`${here.product.address}/statistics`)
  await expect(page.getByText(en('lookBack:statistics.timesFailed'))).toBeVisible()
  await expect(page.getByText('…', { exact: true })).toHaveCount(0)
  await expectAccessible(page)
  await shot(page, 'times-failed-en')
  await page.unroute('**/closed-tickets-over-time/times*')
  await button(page, en('shell:retry')).click()
  await expect(page.getByText(en('lookBack:statistics.timesFailed'))).toHaveCount(0)
  await page.context().close()
})

test('no group fitted the words, before any group was known and without a word typed @long', async ({ browser }) => {
  const page = await open(browser, here.mariam, '/help')
  await page.route('**/api/v1/groups', (route) => route.fulfill({ status: 500, json: {} }))
  await page.goto(`${here.product.address}/incoming/${number}`)
  await expect(page.getByRole('heading', { name: 'The gate is open' }).first()).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('combobox', { name: en('staffTicket:changeAssignee') })).toBeVisible()
  await expect(page.getByText(en('shell:failed.text'))).toBeVisible()
  await expect(page.getByText(en('staffTicket:assignNothing'))).toHaveCount(0)
  await shot(page, 'assignees-failed-en')
  await page.context().close()
})
