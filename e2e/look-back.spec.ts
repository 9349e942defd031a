import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { wordsFor } from '../src/words/words.ts'
import { rows, startClosedDesk, type ClosedDesk } from './closed-desk.ts'
import { expectAccessible } from './pages.ts'

// The graph, whose points open their tickets; the report, on paper and by mail.

let desk: ClosedDesk
test.beforeAll(async () => {
  desk = await startClosedDesk()
})
test.afterAll(() => desk.stop())

const directions = [
  { language: 'en', who: () => desk.here.mariam },
  { language: 'ar', who: () => desk.here.lina },
] as const

for (const { language, who } of directions) {
  const t = wordsFor(language)

  test(`a closing is in the graph by itself, and its point opens exactly its tickets (${language})`, async ({
    browser,
  }) => {
    const page = await desk.open(browser, who(), '/statistics', language)
    const figure = page.locator('dl > div').first().locator('dd > span').first()
    const count = desk.closed.length
    await expect(figure).toHaveText(String(count))
    await desk.closeOne(`Another one ${language}`)
    // hears of it: of its own accord the page asks again after a minute only
    const since = Date.now()
    await expect(figure).toHaveText(String(count + 1))
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
    const { version } = await desk.here.desk.call(
      desk.here.mariam,
      'POST',
      `/api/v1/reports/monthly-performance/${month}`,
    )
    const page = await desk.open(browser, who(), `/reports/${month}`, language)
    await expect(page.getByText(t.plain('report:says.volume.nothing'))).toBeVisible()
    await expectAccessible(page)
    const paper = page.getByRole('link', { name: 'PDF' })
    const pdf = await page.request.get(desk.here.product.address + (await paper.getAttribute('href'))!)
    expect([pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([
      'application/pdf',
      '%PDF-',
    ])
    const before = desk.sink.to(who().email).length
    await page.getByRole('button', { name: t.plain('lookBack:report.mailToMe') }).click()
    await expect(page.getByText(who().email)).toBeVisible()
    await expect.poll(() => desk.sink.to(who().email).length).toBeGreaterThan(before)
    const { subject, attachments } = desk.sink.to(who().email).at(-1)!.parsed
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

test('a day that was typed was emptied at its first digit, or took the other end away; a range that no graph holds said “not saved yet” @long', async ({
  browser,
}) => {
  const t = wordsFor('en')
  const page = await desk.open(browser, desk.here.mariam, '/statistics', 'en')
  const year = String(new Date().getUTCFullYear())
  const days = page.locator('input[type=date]')
  const type = async (which: number, typed: string) => {
    await days.nth(which).focus()
    await page.keyboard.type(typed, { delay: 60 })
  }
  for (const path of ['/statistics', '/closed']) {
    const name = path === '/closed' ? 'closed' : ''
    const [from, to] = ['From', 'To'].map((end) => (name ? name + end : end.toLowerCase()))
    await page.goto(desk.here.product.address + path)
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
    await type(1, `0120${year}`)
    await expect(page).toHaveURL(new RegExp(`${to}=${year}-01-20`))
    // on the way to the 25th stands the 2nd, which is before the first day
    await type(0, '0115')
    await expect(page).toHaveURL(new RegExp(`${from}=${year}-01-15`))
    await days.nth(1).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('25', { delay: 60 })
    await expect(page).toHaveURL(new RegExp(`${to}=${year}-01-25`))
    await expect(page).toHaveURL(new RegExp(`${from}=${year}-01-15`))
    // past the other end, and meant: that one is left open
    await type(0, `0126${year}`)
    await expect(page).toHaveURL(new RegExp(`${to}=${year}-01-25`))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`${from}=${year}-01-26`))
    await expect(page).not.toHaveURL(new RegExp(`${to}=`))
  }
  await page.goto(`${desk.here.product.address}/statistics?from=2010-01-01`)
  await expect(page.getByRole('heading', { name: t.plain('lookBack:statistics.tooMany') })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: t.plain('lookBack:statistics.byMonth') }).click()
  await expect(page.locator('figure')).toBeVisible()
  await page.context().close()
})

test('a name of two lines pushes no figure below its neighbours @long', async ({ browser }) => {
  const page = await desk.open(browser, desk.here.lina, '/statistics', 'ar')
  const figures = page.locator('dl dd')
  await expect(figures).toHaveCount(7)
  const names = await page.locator('dl dt').evaluateAll((all) => all.map((name) => name.clientHeight))
  const tops = await figures.evaluateAll((all) => all.map((figure) => Math.round(figure.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(1)
  expect(new Set(names).size).toBe(1)
  await page.context().close()
})

test('one question in the background that failed took the whole statistics away @long', async ({ browser }) => {
  const page = await desk.open(browser, desk.here.mariam, '/statistics', 'en')
  const figure = page.locator('dl > div').first().locator('dd > span').first()
  await expect(figure).toBeVisible()
  const failing = /statistics\/closed-tickets-over-time(\?|$)/
  await page.route(failing, (route) => route.fulfill({ status: 503, body: '' }))
  await desk.closeOne('Closed while the page could not ask')
  const said = page.getByText(/Shown as of/)
  await expect(said).toBeVisible({ timeout: 30_000 })
  await expect(figure).toBeVisible()
  await expectAccessible(page)
  await page.unroute(failing)
  await page.getByRole('button', { name: wordsFor('en').plain('staff:now'), exact: true }).click()
  await expect(said).toHaveCount(0)
  await page.context().close()
})
