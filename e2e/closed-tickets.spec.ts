import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { wordsFor } from '../src/words/words.ts'
import { rows, startClosedDesk, type ClosedDesk } from './closed-desk.ts'
import { en, expectAccessible, expectNoSidewaysScroll, shot } from './pages.ts'

// Closed tickets are found, read, saved and exported.

let desk: ClosedDesk
test.beforeAll(async () => {
  desk = await startClosedDesk()
})
test.afterAll(() => desk.stop())

const directions = [
  { language: 'en', who: () => desk.here.mariam, other: () => desk.here.lina, score: '4' },
  { language: 'ar', who: () => desk.here.lina, other: () => desk.here.mariam, score: '3,4' },
] as const

for (const { language, who, other, score } of directions) {
  const t = wordsFor(language)

  test(`closed tickets are found, read, saved and exported (${language})`, async ({ browser }) => {
    const page = await desk.open(browser, who(), '/closed', language)
    await test.step('a typing mistake is forgiven, what was found is marked', async () => {
      // words are learnt some seconds after they were written
      await expect(async () => {
        await page.goto(`${desk.here.product.address}/closed?words=invocie`)
        await expect(page.locator('mark').first()).toBeVisible({ timeout: 3_000 })
      }).toPass({ timeout: 120_000 })
      await expect(page.locator('mark').first()).toHaveText('invoice')
      await expect(rows(page)).toHaveCount(2)
      await expectAccessible(page)
      await shot(page, `closed-corrected-${language}-light-1440`)
    })
    await test.step('one is read beside the list: solution, rating, history', async () => {
      await rows(page).first().getByRole('link').click()
      const beside = page.getByRole('region', { name: `T-${desk.closed[1]}` })
      await expect(beside.getByText('It is on its way.')).toBeVisible()
      await expect(beside.getByText('شكرًا لعمر.')).toBeVisible()
      await expect(beside.getByRole('heading', { name: t.plain('staffTicket:history') })).toBeVisible()
      await page.keyboard.press('j')
      await expect(page.getByRole('region', { name: `T-${desk.closed[0]}` })).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await shot(page, `closed-beside-${language}-light-1440`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('region', { name: `T-${desk.closed[0]}` })).toHaveCount(0)
    })
    await test.step('customer and number are chosen on the page', async () => {
      const add = page.getByRole('button', { name: t.plain('closedTickets:addFilter') })
      const narrowBy = async (chip: 'customer' | 'number') => {
        await add.click()
        await page.getByRole('menuitem', { name: t.plain(`closedTickets:column.${chip}`), exact: true }).click()
      }
      await page.goto(`${desk.here.product.address}/closed`)
      await narrowBy('customer')
      const customers = page.getByRole('combobox', { name: t.plain('closedTickets:customer.label') })
      await customers.fill('sal')
      await expect(page.getByRole('option')).toHaveCount(1)
      await shot(page, `closed-customer-${language}-light-1440`)
      await customers.press('Enter')
      await expect(page).toHaveURL(/customer=[0-9a-f-]{36}/)
      await narrowBy('number')
      const field = page.getByRole('textbox', { name: t.plain('closedTickets:number.label') })
      await field.fill('no number')
      await field.press('Enter')
      await expect(page.getByText(t.plain('closedTickets:number.wrong'))).toBeVisible()
      await field.fill(`T-${desk.closed[0]}`)
      await field.press('Enter')
      await expect(page).toHaveURL(new RegExp(`number=${desk.closed[0]}`))
      await expect(rows(page)).toHaveCount(1)
      await expectAccessible(page)
    })
    await test.step('a filter is added, left, chosen in and pressed away by keyboard alone', async () => {
      const add = page.getByRole('button', { name: t.plain('closedTickets:addFilter') })
      const chip = page.getByRole('button', { name: new RegExp(`^${t.plain('closedTickets:ended.label')} `) })
      const ended = async () => {
        await add.focus()
        await page.keyboard.press('Enter')
        const item = page.getByRole('menuitem', { name: t.plain('closedTickets:column.ended'), exact: true })
        await item.focus()
        await page.keyboard.press('Enter')
        await expect(page.getByRole('checkbox').first()).toBeFocused()
      }
      await page.goto(`${desk.here.product.address}/closed`)
      await expect(chip).toHaveCount(0)
      await ended()
      await page.keyboard.press('Escape')
      await expect(chip).toHaveCount(0)
      await expect(add).toBeFocused()
      await ended()
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await expect(page).toHaveURL(/ended=accepted%2Csilence/)
      await expect(page.getByRole('checkbox').nth(1)).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(chip).toBeFocused()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/closed$/)
      await expect(chip).toHaveCount(0)
      await expect(add).toBeFocused()
    })
    await test.step('the search is saved and shared; a colleague finds it', async () => {
      await page.goto(`${desk.here.product.address}/closed?words=invoice&ended=accepted&score=${score}`)
      await expect(rows(page)).toHaveCount(2)
      await page.getByRole('button', { name: t.plain('closedTickets:saved.label') }).click()
      await page.getByRole('menuitem', { name: t.plain('closedTickets:saved.save') }).click()
      const name = `Invoices ${language}, and what else a name holds: it pushed the page sideways on a phone`
      await page.getByLabel(t.plain('closedTickets:saved.name')).fill(name)
      await page.getByLabel(t.plain('closedTickets:saved.sharedWith')).selectOption(desk.here.supportDesk.id)
      await page.getByRole('button', { name: t.plain('closedTickets:saved.do'), exact: true }).click()
      await expect(page.getByRole('button', { name })).toBeVisible()
      await page.setViewportSize({ width: 360, height: 740 })
      await expectNoSidewaysScroll(page)
      const button = await page.getByRole('button', { name }).boundingBox()
      expect(button!.x).toBeGreaterThanOrEqual(0)
      expect(button!.x + button!.width).toBeLessThanOrEqual(360)
      await page.setViewportSize({ width: 1440, height: 900 })
      const saved = await desk.here.desk.call(other(), 'GET', '/api/v1/saved-queries?query=closed-tickets')
      expect(saved.items.find((each: { name: string }) => each.name === name)).toMatchObject({
        own: false,
        filters: { words: 'invoice', ended: 'accepted', score },
      })
    })
    await test.step('deleted in another window while it is being renamed, it says so and can be kept anew', async () => {
      const mine = async () =>
        (await desk.here.desk.call(who(), 'GET', '/api/v1/saved-queries?query=closed-tickets')).items.filter(
          ({ own }: { own: boolean }) => own,
        )
      const [{ id, name }] = await mine()
      await page.getByRole('button', { name }).click()
      await page.getByRole('menuitem', { name: t.plain('closedTickets:saved.change') }).click()
      await page.getByRole('textbox', { name: t.plain('closedTickets:saved.name'), exact: true }).fill('Kept anew')
      await desk.here.desk.call(who(), 'DELETE', `/api/v1/saved-queries/${id}`)
      await page.getByRole('button', { name: t.plain('closedTickets:saved.do'), exact: true }).click()
      await expect(page.getByText(t.plain('closedTickets:saved.gone'))).toBeVisible()
      await shot(page, `closed-tickets-saved-gone-${language}`)
      await page.getByRole('button', { name: t.plain('closedTickets:saved.doAnew'), exact: true }).click()
      await expect(page.getByRole('button', { name: 'Kept anew' })).toBeVisible()
      expect((await mine()).map((each: { name: string }) => each.name)).toEqual(['Kept anew'])
    })
    await test.step('what is listed is what is exported', async () => {
      await page
        .getByRole('button', { name: t.plain('closedTickets:export.rows', { rows: t('plurals:rows', { count: 2 }) }) })
        .click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: t.plain('closedTickets:export.csv') }).click(),
      ])
      const records = parse<{ number: string; ended: string; score: string; comment: string }>(
        readFileSync(await download.path()),
        { columns: true, bom: true },
      )
      expect(records.map(({ number, ended, score, comment }) => [Number(number), ended, score, comment])).toEqual([
        [desk.closed[1], 'accepted', '4', 'شكرًا لعمر.'],
        [desk.closed[0], 'accepted', '4', 'شكرًا لعمر.'],
      ])
    })
    await page.context().close()
  })
}

test('words that look like a number or like nothing are asked as they were typed, and again after a reload @long', async ({
  browser,
}) => {
  const page = await desk.open(browser, desk.here.mariam, '/closed', 'en')
  const asks = (list: string, words: string) =>
    page.waitForRequest((request) => {
      const { pathname, searchParams } = new URL(request.url())
      return pathname === `/api/v1/queries/${list}` && searchParams.get('words') === words
    })
  for (const [path, list] of [
    ['/closed', 'closed-tickets'],
    ['/incoming', 'incoming-requests'],
  ] as const) {
    await page.goto(desk.here.product.address + path)
    const box = page.locator('[data-search]')
    for (const words of ['1250.00', '8996601234567890123', 'null', '"1042"']) {
      const typed = asks(list, words)
      await box.fill(words)
      await typed
      await expect.poll(() => new URL(page.url()).searchParams.has('words')).toBe(true)
      const anew = asks(list, words)
      await page.reload()
      await anew
      await expect(box).toHaveValue(words)
    }
  }
  // as addresses were written before
  const old = asks('incoming-requests', '1042')
  await page.goto(`${desk.here.product.address}/incoming?queue=allOpen&words=%221042%22`)
  await old
  await expect(page.locator('[data-search]')).toHaveValue('1042')
  await page.context().close()
})

test('after each closed ticket that was opened and closed, Back showed the same list once more @long', async ({
  browser,
}) => {
  const page = await desk.open(browser, desk.here.mariam, '/incoming', 'en')
  const beside = page.getByRole('region', { name: /^T-\d+$/ })
  await page
    .getByRole('link', { name: en.plain('closedTickets:title') })
    .first()
    .click()
  await rows(page).first().getByRole('link').click()
  await expect(beside).toBeVisible()
  // from one to the next is no step back either
  await rows(page).nth(1).getByRole('link').click()
  await expect(beside).toHaveAccessibleName(`T-${desk.closed[1]}`)
  await page.keyboard.press('j')
  await expect(beside).toHaveAccessibleName(`T-${desk.closed[0]}`)
  await page.keyboard.press('Escape')
  await expect(beside).toHaveCount(0)
  await rows(page).first().getByRole('link').click()
  await beside.getByRole('button', { name: en.plain('staff:close') }).click()
  await expect(beside).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL(/\/incoming/)
  await page.goto(`${desk.here.product.address}/closed?at=${desk.closed[0]}`)
  await expect(beside).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/closed$/)
  await page.context().close()
})

test('a saved search that could not be brought back said nothing @long', async ({ browser }) => {
  const asked = { query: 'closed-tickets', name: 'By silence', filters: { ended: 'silence' }, group: null }
  await desk.here.desk.call(desk.here.mariam, 'POST', '/api/v1/saved-queries', asked)
  const page = await desk.open(browser, desk.here.mariam, '/closed?ended=silence', 'en')
  await page.getByRole('button', { name: 'By silence' }).click()
  await page.getByRole('menuitem', { name: en.plain('closedTickets:saved.remove') }).click()
  const undo = page.getByRole('button', { name: en.plain('actions:undo') })
  // its time stands still under the pointer
  await undo.hover()
  for (const key of ['g', 'n']) await page.keyboard.press(key)
  await expect(page).toHaveURL(/\/incoming\?queue=new$/)
  await page.route('**/api/v1/saved-queries', (route) => route.abort('connectionrefused'))
  await undo.click()
  await expect(page.getByText(en.plain('shell:failed.offlineText'))).toBeVisible()
  await page.context().close()
})
