import { expect, test } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

const read = (number: number) => here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${number}`)
const submit = async (title: string): Promise<number> => (await here.desk.submit(here.pierre, title, 'Please.')).number

test('the desk closes several from the list: each decides for itself, one that changed meanwhile says so, the rest is undone', async ({
  browser,
}) => {
  const numbers = [await submit('The gate is open'), await submit('The gate is shut'), await submit('The gate is gone')]
  const page = await openAs(browser, here.product.address, here.mariam, '/incoming?queue=new')
  await page.getByRole('row', { name: /The gate is open/ }).hover()
  await page.getByRole('checkbox', { name: en('many:box', { number: `T-${numbers[0]}` }) }).check()
  await page
    .getByRole('checkbox', { name: en('many:box', { number: `T-${numbers[2]}` }) })
    .click({ modifiers: ['Shift'] })
  await expect(page.getByText(en('many:chosen', { count: 3 }))).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'many-chosen-en-light-1440')

  // the list was not told yet that this one is somebody else's business now
  await page.route('**/api/v1/queries/**', (route) => route.abort())
  await here.desk.verb(here.pierre, numbers[1]!, 'cancel', {})
  const bar = page.getByRole('region', { name: en.plain('many:bar') })
  await bar.getByRole('button', { name: en.plain('many:verb.close') }).click()
  await page.getByLabel(en.plain('staffTicket:close.reason')).fill('The gate was repaired today.')
  await page.getByRole('button', { name: en('many:closeConfirm', { count: 3 }) }).click()
  await expect(page.getByText(en('many:over', { done: 2, left: 1 }))).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'many-results-en-light-1440')
  await page.unroute('**/api/v1/queries/**')
  expect((await read(numbers[0]!)).ended).toBe('desk')
  expect((await read(numbers[1]!)).ended).toBe('cancelled')

  await page.getByRole('button', { name: en('many:undo', { count: 2 }) }).click()
  await expect(page.getByText(en.plain('many:undone'))).toBeVisible()
  expect((await read(numbers[0]!)).status).toBe('open')
  expect((await read(numbers[2]!)).status).toBe('open')
  await page.context().close()
})

test('by the keyboard, in Arabic, on a phone: x chooses, a assigns, and one word takes it all back', async ({
  browser,
}) => {
  const numbers = [await submit('Pallet one'), await submit('Pallet two')]
  for (const number of numbers) await here.desk.verb(here.mariam, number, 'assign', { group: here.documents.id })
  await here.desk.call(here.lina, 'PATCH', '/api/v1/me', { language: 'ar' })
  const page = await openAs(browser, here.product.address, here.lina, '/incoming?queue=allOpen&words=pallet', {
    language: 'ar',
    width: 360,
    height: 740,
  })
  await page.getByRole('row', { name: /Pallet one/ }).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText(ar('many:chosen', { count: 2 }))).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await shot(page, 'many-chosen-ar-light-360')
  await page.keyboard.press('a')
  await page.getByRole('option', { name: /Jana Weiss/ }).click()
  await expect(page.getByText(ar('many:said.assign', { count: 2 }))).toBeVisible()
  for (const number of numbers) expect((await read(number)).assignee.member.name).toBe('Jana Weiss')
  await page.getByRole('button', { name: ar.plain('actions:undo') }).click()
  await expect(page.getByText(ar.plain('many:undone'))).toBeVisible()
  for (const number of numbers)
    expect((await read(number)).assignee).toMatchObject({ group: { name: 'Documents' }, member: null })
  await page.context().close()
})

test('an Undo was offered that is always refused: whoever had the ticket is not in its group @long', async ({
  browser,
}) => {
  const { desk, mariam, documents, omar, product } = here
  const numbers = [await submit('Crane one'), await submit('Crane two')]
  for (const number of numbers) {
    await desk.verb(mariam, number, 'assign', { group: documents.id })
    await desk.verb(mariam, number, 'take')
  }
  const page = await openAs(browser, product.address, mariam, `/incoming/${numbers[0]}`)
  const give = async (name: RegExp) => {
    await expect(page.getByRole('heading', { level: 1, name: 'Crane one' })).toBeVisible()
    await page.keyboard.press('a')
    await page.getByRole('option', { name }).click()
  }
  const undo = page.getByRole('button', { name: en.plain('actions:undo') })
  await give(/Jana Weiss/)
  await expect(page.getByText(new RegExp(`T-${numbers[0]}.* Jana Weiss`)).last()).toBeVisible()
  await expect(undo).toHaveCount(0)
  // from Jana, who is in the group, there is a way back
  await give(/Omar Siddiqui/)
  await undo.click()
  await expect.poll(async () => (await read(numbers[0]!)).assignee.member.name).toBe('Jana Weiss')

  await page.goto(`${product.address}/incoming?words=crane`)
  await page.getByRole('row', { name: /Crane two/ }).focus()
  for (const key of ['x', 'j', 'x', 'a']) await page.keyboard.press(key)
  await page.getByRole('option', { name: new RegExp(omar.name) }).click()
  await page.getByRole('button', { name: en('many:undo', { count: 1 }) }).click()
  await expect(page.getByText(en.plain('many:undone'))).toBeVisible()
  expect((await read(numbers[0]!)).assignee.member.name).toBe('Jana Weiss')
  expect((await read(numbers[1]!)).assignee.member.name).toBe('Omar Siddiqui')
  await page.context().close()
})

test('the list is narrowed to whom tickets wait for, in Arabic on a phone, and its address says so @long', async ({
  browser,
}) => {
  const { desk, mariam, lina, documents, omar, product } = here
  const [looked, worked] = [await submit('Forklift with the desk'), await submit('Forklift with Omar')]
  await desk.verb(mariam, worked, 'assign', { group: documents.id, member: omar.id })
  await desk.call(lina, 'PATCH', '/api/v1/me', { language: 'ar' })
  const page = await openAs(browser, product.address, lina, '/incoming?queue=allOpen&words=forklift', {
    language: 'ar',
    width: 360,
    height: 740,
  })
  const row = (number: number) => page.locator(`[data-number="${number}"]`)
  await expect(row(looked)).toBeVisible()
  await page.getByRole('button', { name: ar.plain('incoming:filterBy') }).click()
  await page.getByRole('option', { name: ar.plain('incoming:waitingFor.representative') }).click()
  await expect(row(looked)).toHaveCount(0)
  await expect(row(worked)).toBeVisible()
  await expect(page).toHaveURL(/waiting=representative/)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await shot(page, 'incoming-waiting-for-ar-light-360')
  await page.reload()
  await expect(row(worked)).toBeVisible()
  await expect(row(looked)).toHaveCount(0)
  await page.getByRole('button', { name: ar.plain('incoming:filterBy') }).click()
  await shot(page, 'incoming-waiting-for-choice-ar-light-360')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /إزالة التصفية/u }).click()
  await expect(row(looked)).toBeVisible()
  await page.context().close()
})

test('an undo of several that was refused once one had left the list said nothing @long', async ({ browser }) => {
  const { desk, mariam, documents, omar, product } = here
  for (const title of ['Winch one', 'Winch two'])
    await desk.verb(mariam, await submit(title), 'assign', { group: documents.id })
  const page = await openAs(browser, product.address, mariam, '/incoming?words=winch')
  await page.getByRole('row', { name: /Winch one/ }).focus()
  for (const key of ['x', 'j', 'x', 'a']) await page.keyboard.press(key)
  await page.getByRole('option', { name: new RegExp(omar.name) }).click()
  const undo = page.getByRole('button', { name: en.plain('actions:undo') })
  // its time stands still under the pointer
  await undo.hover()
  for (const key of ['g', 'c']) await page.keyboard.press(key)
  await expect(page).toHaveURL(/\/closed$/)
  await page.route('**/api/v1/tickets/*/assign', (route) => route.abort('connectionrefused'))
  await undo.click()
  await expect(page.getByText(en('many:over', { done: 0, left: 2 }))).toBeVisible()
  await shot(page, 'many-undo-refused-elsewhere-en-light-1440')
  await page.context().close()
})
