import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { wordsFor } from '../src/words/words.ts'
import { openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// More closed tickets than go straight into the browser: counted when asked, written meanwhile, fetched from the bell, and,
// when the file is gone, made again.

const many = 10_400
const t = wordsFor('en')
let here: PeopledProduct

test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { desk, salma, mariam } = here
  const { number } = await desk.submit(salma, 'The first of many', 'Details.')
  await desk.verb(mariam, number, 'close', { reason: 'It is done.' })
  await copyClosing(number)
})
test.afterAll(() => here.product.stop())

/** So many tickets like the one that ran its whole life, each closed some minutes before the next. */
async function copyClosing(number: number): Promise<void> {
  const client = new pg.Client({ connectionString: here.product.databaseUrl })
  await client.connect()
  const like = async (table: string, key: string, changed: Record<string, string>) => {
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [table],
    )
    const names = rows.map(({ name }) => name)
    const values = names.map((name) => changed[name] ?? `"${name}"`)
    await client.query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
       select ${values.join(', ')} from ${table}, generate_series(1, ${many}) as step where ${key} = $1`,
      [number],
    )
  }
  const back = "- step * interval '3 minutes'"
  const copied = `${number} + 1000 + step`
  await like('ticket', 'number', { number: copied, opened_at: `opened_at ${back}`, closed_at: `closed_at ${back}` })
  const times = { opened_at: `opened_at ${back}`, closed_at: `closed_at ${back}` }
  await like('closing', 'ticket_number', { ticket_number: copied, ...times })
  await client.end()
}

async function ask(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: here.product.databaseUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

test('a long export: counted, begun, told by the bell, fetched; gone, it is made again @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.mariam, '/closed')
  await page.getByRole('button', { name: t.plain('closedTickets:count.all') }).click()
  const most = t('plurals:tickets', { count: 10_000 })
  await expect(page.getByText(t('closedTickets:atLeast', { closings: most }))).toBeVisible()
  await page.getByRole('button', { name: t.plain('closedTickets:export.label') }).click()
  await page.getByRole('button', { name: t.plain('closedTickets:export.csv') }).click()
  await expect(page.getByText(t.plain('closedTickets:export.begun'))).toBeVisible()
  const ready = page.getByText(t('shell:notices.exportReady', { rows: t('plurals:rows', { count: many + 1 }) }))
  const openBell = () => page.getByRole('button', { name: new RegExp(t.plain('shell:notices.title')) }).click()
  const told = () =>
    expect(async () => {
      await page.reload()
      await openBell()
      await expect(ready).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 120_000 })
  await told()
  const [download] = await Promise.all([page.waitForEvent('download'), ready.click()])
  const rows = parse<{ number: string }>(readFileSync(await download.path()), { columns: true, bom: true })
  expect(new Set(rows.map(({ number }) => number)).size).toBe(many + 1)

  // as after a restore: the row is there, its file is not
  await ask(`update export_file set key = 'not/there', read_at = null`)
  await told()
  await ready.click()
  await expect(page.getByText(t.plain('refusals:fileGone'))).toBeVisible()
  await page.getByRole('button', { name: t.plain('shell:notices.makeAgain') }).click()
  await told()
  const [again] = await Promise.all([page.waitForEvent('download'), ready.click()])
  expect(readFileSync(await again.path()).length).toBeGreaterThan(100_000)
  await page.context().close()
})

test('keys that came faster than the address follows were lost, and what they chose lay below the edge @long', async ({
  browser,
}) => {
  const page = await openAs(browser, here.product.address, here.mariam, '/closed?sort=number')
  const rows = page.locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  for (let press = 0; press < 30; press++) await page.keyboard.press('j')
  await expect(rows.nth(29)).toHaveAttribute('aria-current', 'true')
  await expect(rows.nth(29)).toBeInViewport()
  for (let press = 0; press < 29; press++) await page.keyboard.press('k')
  await expect(rows.first()).toHaveAttribute('aria-current', 'true')
  await expect(rows.first()).toBeInViewport()
  await page.context().close()
})

test('a page of staff was printed as one window’s height of it, with the rail @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.mariam, '/closed')
  const last = page.locator('tbody tr').last()
  await expect(last).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: t('shell:mainNavigation') })).toBeHidden()
  const below = () => last.evaluate((row) => row.getBoundingClientRect().bottom + window.scrollY)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  expect(await below()).toBeGreaterThan(900)
  expect(height).toBeGreaterThanOrEqual(await below())
  await page.context().close()
})

test('who reads in the dark printed light words on white paper @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.mariam, '/closed', { scheme: 'dark' })
  await expect(page.locator('tbody tr').last()).toBeVisible()
  const words = () => page.evaluate(() => getComputedStyle(document.documentElement).color)
  expect(await words()).toBe('rgb(237, 235, 231)')
  await page.emulateMedia({ media: 'print' })
  expect(await words()).toBe('rgb(35, 32, 28)')
  await page.context().close()
})
