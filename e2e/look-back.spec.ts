import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { openMailSink, type MailSink } from '../src/testing/mail-sink.server.ts'
import { wordsFor } from '../src/words/words.ts'
import { expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct, type Somebody } from './people.ts'

// Looking back: closed tickets found, saved, exported; the graph, whose points open their tickets; the report, on paper and by mail.

let here: PeopledProduct
let sink: MailSink
const closed: number[] = []

test.beforeAll(async () => {
  sink = await openMailSink()
  here = await startPeopledProduct({ environment: { SMTP_URL: sink.url } })
  for (const title of ['The invoice names another company', 'Second invoice for one pickup', 'صفحة التتبع فارغة'])
    closed.push(await closedTicket(title))
})
test.afterAll(async () => {
  await here.product.stop()
  await sink.stop()
})

async function closedTicket(title: string): Promise<number> {
  const { desk, salma, mariam, omar, documents } = here
  const { number } = await desk.submit(salma, title, 'تفاصيل الطلب.')
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'propose-solution', { solution: 'It is on its way.' })
  await desk.verb(mariam, number, 'approve-solution')
  await desk.verb(salma, number, 'accept-solution')
  await desk.verb(salma, number, 'rate', { score: 4, comment: 'شكرًا لعمر.' })
  return number
}

const directions = [
  { language: 'en', who: () => here.mariam, other: () => here.lina, score: '4' },
  { language: 'ar', who: () => here.lina, other: () => here.mariam, score: '3,4' },
] as const

const open = async (browser: Parameters<typeof openAs>[0], somebody: Somebody, path: string, language: string) => {
  await here.desk.call(somebody, 'PATCH', '/api/v1/me', { language })
  return openAs(browser, here.product.address, somebody, path, { language })
}
const rows = (page: Page) => page.locator('tbody tr')

for (const { language, who, other, score } of directions) {
  const t = wordsFor(language)

  test(`closed tickets are found, read, saved and exported (${language})`, async ({ browser }) => {
    const page = await open(browser, who(), '/closed', language)
    await test.step('a typing mistake is forgiven, what was found is marked', async () => {
      // words are learnt some seconds after they were written
      await expect(async () => {
        await page.goto(`${here.product.address}/closed?words=invocie`)
        await expect(page.locator('mark').first()).toBeVisible({ timeout: 3_000 })
      }).toPass({ timeout: 40_000 })
      await expect(page.locator('mark').first()).toHaveText('invoice')
      await expect(rows(page)).toHaveCount(2)
      await expectAccessible(page)
      await shot(page, `closed-corrected-${language}-light-1440`)
    })
    await test.step('one is read beside the list: solution, rating, history', async () => {
      await rows(page).first().getByRole('link').click()
      const beside = page.getByRole('region', { name: `T-${closed[1]}` })
      await expect(beside.getByText('It is on its way.')).toBeVisible()
      await expect(beside.getByText('شكرًا لعمر.')).toBeVisible()
      await expect(beside.getByRole('heading', { name: t.plain('staffTicket:history') })).toBeVisible()
      await page.keyboard.press('j')
      await expect(page.getByRole('region', { name: `T-${closed[0]}` })).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await shot(page, `closed-beside-${language}-light-1440`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('region', { name: `T-${closed[0]}` })).toHaveCount(0)
    })
    await test.step('customer and number are chosen on the page', async () => {
      const add = page.getByRole('button', { name: t.plain('closedTickets:addFilter') })
      const narrowBy = async (chip: 'customer' | 'number') => {
        await add.click()
        await page.getByRole('menuitem', { name: t.plain(`closedTickets:column.${chip}`), exact: true }).click()
      }
      await page.goto(`${here.product.address}/closed`)
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
      await field.fill(`T-${closed[0]}`)
      await field.press('Enter')
      await expect(page).toHaveURL(new RegExp(`number=${closed[0]}`))
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
      await page.goto(`${here.product.address}/closed`)
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
      await page.goto(`${here.product.address}/closed?words=invoice&ended=accepted&score=${score}`)
      await expect(rows(page)).toHaveCount(2)
      await page.getByRole('button', { name: t.plain('closedTickets:saved.label') }).click()
      await page.getByRole('menuitem', { name: t.plain('closedTickets:saved.save') }).click()
      const name = `Invoices ${language}, and what else a name holds: it pushed the page sideways on a phone`
      await page.getByLabel(t.plain('closedTickets:saved.name')).fill(name)
      await page.getByLabel(t.plain('closedTickets:saved.sharedWith')).selectOption(here.supportDesk.id)
      await page.getByRole('button', { name: t.plain('closedTickets:saved.do'), exact: true }).click()
      await expect(page.getByRole('button', { name })).toBeVisible()
      await page.setViewportSize({ width: 360, height: 740 })
      await expectNoSidewaysScroll(page)
      const button = await page.getByRole('button', { name }).boundingBox()
      expect(button!.x).toBeGreaterThanOrEqual(0)
      expect(button!.x + button!.width).toBeLessThanOrEqual(360)
      await page.setViewportSize({ width: 1440, height: 900 })
      const saved = await here.desk.call(other(), 'GET', '/api/v1/saved-queries?query=closed-tickets')
      expect(saved.items.find((each: { name: string }) => each.name === name)).toMatchObject({
        own: false,
        filters: { words: 'invoice', ended: 'accepted', score },
      })
    })
    await test.step('deleted in another window while it is being renamed, it says so and can be kept anew', async () => {
      const mine = async () =>
        (await here.desk.call(who(), 'GET', '/api/v1/saved-queries?query=closed-tickets')).items.filter(
          ({ own }: { own: boolean }) => own,
        )
      const [{ id, name }] = await mine()
      await page.getByRole('button', { name }).click()
      await page.getByRole('menuitem', { name: t.plain('closedTickets:saved.change') }).click()
      await page.getByRole('textbox', { name: t.plain('closedTickets:saved.name'), exact: true }).fill('Kept anew')
      await here.desk.call(who(), 'DELETE', `/api/v1/saved-queries/${id}`)
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
        [closed[1], 'accepted', '4', 'شكرًا لعمر.'],
        [closed[0], 'accepted', '4', 'شكرًا لعمر.'],
      ])
    })
    await page.context().close()
  })

  test(`a closing is in the graph within two seconds, and its point opens exactly its tickets (${language})`, async ({
    browser,
  }) => {
    const page = await open(browser, who(), '/statistics', language)
    const figure = page.locator('dl > div').first().locator('dd > span').first()
    const count = closed.length
    await expect(figure).toHaveText(String(count))
    closed.push(await closedTicket(`Another one ${language}`))
    const since = Date.now()
    await expect(figure).toHaveText(String(count + 1), { timeout: 8_000 })
    test.info().annotations.push({ type: 'seen after', description: `${Date.now() - since} ms` })
    await test.step('by keyboard from bar to bar', async () => {
      const bars = page.locator('figure li a')
      await bars.last().focus()
      await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft')
      await expect(bars.nth(-2)).toBeFocused()
      await page.keyboard.press('End')
      await expect(bars.last()).toBeFocused()
    })
    await test.step('as picture and as figures', async () => {
      for (const ending of ['png', 'csv'] as const) {
        await page.getByRole('button', { name: t.plain('statistics:save.label'), exact: true }).click()
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: t.plain(`statistics:save.${ending}`) }).click(),
        ])
        const bytes = readFileSync(await download.path())
        if (ending === 'png') expect(bytes.subarray(1, 4).toString()).toBe('PNG')
        else {
          const points = parse<{ closed: string }>(bytes, { columns: true, bom: true })
          expect(points.map((point) => Number(point.closed)).reduce((all, some) => all + some)).toBe(count + 1)
        }
      }
    })
    await page.locator('figure li a').last().press('Enter')
    await expect(rows(page)).toHaveCount(count + 1)
    await page.context().close()
  })

  test(`the report of last month reads well without tickets, is made anew, taken as PDF and mailed (${language})`, async ({
    browser,
  }) => {
    const now = new Date()
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7)
    const { version } = await here.desk.call(here.mariam, 'POST', `/api/v1/reports/monthly-performance/${month}`)
    const page = await open(browser, who(), `/reports/${month}`, language)
    await expect(page.getByText(t.plain('report:says.volume.nothing'))).toBeVisible()
    await expectAccessible(page)
    const paper = page.getByRole('link', { name: 'PDF' })
    const pdf = await page.request.get(here.product.address + (await paper.getAttribute('href'))!)
    expect([pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([
      'application/pdf',
      '%PDF-',
    ])
    const before = sink.to(who().email).length
    await page.getByRole('button', { name: t.plain('lookBack:report.mailToMe') }).click()
    await expect(page.getByText(who().email)).toBeVisible()
    await expect.poll(() => sink.to(who().email).length, { timeout: 20_000 }).toBeGreaterThan(before)
    const { subject, attachments } = sink.to(who().email).at(-1)!.parsed
    expect(subject).toContain(t.plain('report:mail.subject', { month: '' }).trim())
    expect(attachments.map(({ contentType }) => contentType)).toContain('application/pdf')
    await test.step('a further version, and the one before', async () => {
      await page.getByRole('button', { name: t.plain('lookBack:report.more') }).click()
      await page.getByRole('menuitem', { name: t.plain('lookBack:report.makeAnew') }).click()
      await expect(page.getByText(t.plain('lookBack:report.madeAnew', { version: version + 1 }))).toBeVisible()
      await page.getByRole('button', { name: t.plain('lookBack:report.more') }).click()
      await page.getByRole('menuitemradio', { name: t.plain('report:version', { version }), exact: true }).click()
      await expect(page.getByText(t.plain('lookBack:report.older', { version }))).toBeVisible()
    })
    await page.context().close()
  })
}

test('a day that was typed was emptied at its first digit; a range that no graph holds said “not saved yet”', async ({
  browser,
}) => {
  const t = wordsFor('en')
  const page = await open(browser, here.mariam, '/statistics', 'en')
  const year = String(new Date().getUTCFullYear())
  const days = page.locator('input[type=date]')
  const type = async (which: number, typed: string) => {
    await days.nth(which).focus()
    await page.keyboard.type(typed, { delay: 60 })
  }
  for (const path of ['/statistics', '/closed']) {
    const name = path === '/closed' ? 'closed' : ''
    const [from, to] = ['From', 'To'].map((end) => (name ? name + end : end.toLowerCase()))
    await page.goto(here.product.address + path)
    if (path === '/closed') {
      await page.getByRole('button', { name: t.plain('closedTickets:addFilter') }).click()
      await page.getByRole('menuitem', { name: t.plain('closedTickets:column.closed'), exact: true }).click()
    } else
      await page
        .getByRole('button', { name: /\d – \d|\d+ \w+ – / })
        .first()
        .click()
    // the browser of these journeys writes the month first
    await type(0, `0102${year}`)
    await expect(page).toHaveURL(new RegExp(`${from}=${year}-01-02`))
    await expect(days.first()).toHaveValue(`${year}-01-02`)
    await type(1, `0103${year}`)
    await expect(page).toHaveURL(new RegExp(`${to}=${year}-01-03`))
    // past the other end: that one is left open
    await type(0, `0105${year}`)
    await expect(page).toHaveURL(new RegExp(`${from}=${year}-01-05`))
    await expect(page).not.toHaveURL(new RegExp(`${to}=`))
  }
  await page.goto(`${here.product.address}/statistics?from=2010-01-01`)
  await expect(page.getByRole('heading', { name: t.plain('lookBack:statistics.tooMany') })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: t.plain('lookBack:statistics.byMonth') }).click()
  await expect(page.locator('figure')).toBeVisible()
  await page.context().close()
})

test('a name of two lines pushes no figure below its neighbours', async ({ browser }) => {
  const { product, desk, lina } = here
  await desk.call(lina, 'PATCH', '/api/v1/me', { language: 'ar' })
  const page = await openAs(browser, product.address, lina, '/statistics', { language: 'ar' })
  const figures = page.locator('dl dd')
  await expect(figures).toHaveCount(7)
  const names = await page.locator('dl dt').evaluateAll((all) => all.map((name) => name.clientHeight))
  const tops = await figures.evaluateAll((all) => all.map((figure) => Math.round(figure.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(1)
  expect(new Set(names).size).toBe(1)
  await page.context().close()
})
