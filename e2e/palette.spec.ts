import { expect, test } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('one key finds a ticket by its words in any language, does something with the open one, and goes anywhere', async ({
  browser,
}) => {
  const { number } = await here.desk.submit(here.salma, 'لا يمكن تنزيل سند التسليم', 'من فضلكم.')
  const other = await here.desk.submit(here.pierre, 'Delivery note is empty', 'Please.')
  await here.desk.verb(here.mariam, other.number, 'close', { reason: 'It is there now.' })
  const page = await openAs(browser, here.product.address, here.mariam, `/incoming/${number}`, { scheme: 'dark' })
  await expect(page.getByRole('heading', { level: 1, name: /تنزيل/ })).toBeVisible()

  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox')
  await expect(page.getByRole('option', { name: en.plain('actions:staff.take') })).toBeVisible()
  await box.fill('delivery')
  await expect(page.getByRole('option', { name: /Delivery note is empty/ })).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'palette-en-dark-1440')
  await box.fill('تسليم')
  await expect(page.getByRole('option', { name: /سند التسليم/ })).toBeVisible()

  await box.fill('take')
  await page.keyboard.press('Enter')
  await expect(page.getByText(en.plain('staffTicket:ball.you'))).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // its own number leads to the open ticket and does nothing with it
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(`T-${number}`)
  await expect(page.getByRole('option', { name: en.plain('actions:staff.assign'), exact: true })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/closed/)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(`T-${number}`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/${number}`))
  await page.context().close()
})

test('in Arabic on a phone it is opened by its button', async ({ browser }) => {
  await here.desk.call(here.lina, 'PATCH', '/api/v1/me', { language: 'ar' })
  const page = await openAs(browser, here.product.address, here.lina, '/incoming', {
    language: 'ar',
    width: 360,
    height: 740,
  })
  await page.getByRole('button', { name: ar.plain('shell:openMenu') }).click()
  await page.getByRole('button', { name: ar.plain('shell:find') }).click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await shot(page, 'palette-ar-light-360')
  await page.context().close()
})

test('g and a letter acted on a ticket once the list had loaded, and a key on one that had left the list @long', async ({
  browser,
}) => {
  const numbers = []
  for (const title of ['Hoist of hall one', 'Ladder of hall two'])
    numbers.push((await here.desk.submit(here.pierre, title, 'Please.')).number)
  const page = await openAs(browser, here.product.address, here.mariam, '/incoming?words=hall')
  const row = (number: number) => page.locator(`[data-number="${number}"]`)
  await expect(row(numbers[1])).toBeVisible()
  await page.keyboard.press('j')
  await expect(row(numbers[0])).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/queue=new$/)

  await page.goto(`${here.product.address}/incoming?words=hall`)
  await expect(row(numbers[1])).toBeVisible()
  await page.keyboard.press('j')
  await expect(row(numbers[0])).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type(' ladder')
  // half a word finds nothing: the list is empty for a moment before it has the one
  await expect(page).toHaveURL(/ladder/)
  await expect(row(numbers[0])).toHaveCount(0)
  await expect(row(numbers[1])).toBeVisible()
  // not by Tab, which may come to the row: it would be the chosen one, with none behind it
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('n')
  await page.keyboard.press('j')
  await expect(row(numbers[1])).toBeFocused()
  await expect(page).toHaveURL(/incoming\?/)
  await page.keyboard.press('n')
  await expect(page).toHaveURL(new RegExp(`/incoming/${numbers[1]}`))
  await page.context().close()
})

test('the bell showed the thirty newest notices and no way to those before @long', async ({ browser }) => {
  const { desk, pierre, mariam, product } = here
  for (let each = 1; each <= 32; each++) await desk.submit(pierre, `Seal ${each} of 32`, 'Please.')
  const page = await openAs(browser, product.address, mariam, '/incoming')
  await page.getByRole('button', { name: new RegExp(`^${en.plain('shell:notices.title')}`) }).click()
  const panel = page.getByRole('dialog', { name: en.plain('shell:notices.title') })
  await expect(panel.getByText(/Seal 32 of 32/)).toBeVisible()
  await expect(panel.getByText(/Seal 1 of 32/)).toHaveCount(0)
  await expectAccessible(page)
  await panel.getByRole('button', { name: en.plain('shell:showMore') }).click()
  await expect(panel.getByText(/Seal 1 of 32/)).toBeVisible()
  await shot(page, 'notices-older-en-light-1440')
  await page.context().close()
})
