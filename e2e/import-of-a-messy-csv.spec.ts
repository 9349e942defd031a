import { expect, test, type Page } from '@playwright/test'
import { en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// A file as people send it: semicolons, another order of columns, Arabic names, a quoted line break, and mistakes. What will
// happen is said row by row; nothing changes while a row is wrong; the wrong rows come back as a file; mended, it goes in whole.

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

const header = 'E-Mail;Name;Roles;Groups;Organisation;Language'
const good = [
  'mona@example.com;منى الخطيب;customer;;Nile Textiles;ar',
  'YOUSSEF@Example.com;"Youssef ""Joe"" Nabil";representative|customer;Documents;;en',
  'pierre@example.com;Pierre Lemaire-Dubois;;;Nile Textiles;',
  'salma@example.com;Salma Idris;;;;',
]
const wrong = [
  'not-an-address;Nobody;customer;;;',
  'rana@example.com;Rana;pharaoh;;;',
  'hany@example.com;;customer;;;',
  'mona@example.com;Mona again;customer;;;',
  'dina@example.com;Dina;representative;No Such Group;;klingon-and-more',
]
const csvOf = (rows: string[]) => [header.replace('E-Mail', 'email'), ...rows].join('\r\n')

const choose = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) })
const namesHere = async () => {
  const { items } = await here.desk.call(here.noor, 'GET', '/api/v1/users?limit=200')
  return items.map(({ name }: { name: string }) => name) as string[]
}

test('a messy file of people, from its mistakes to the people', async ({ browser }) => {
  const before = await namesHere()
  const page = await openAs(browser, here.product.address, here.noor, '/people')
  await page.getByRole('link', { name: en('people:import') }).click()

  await choose(page, 'spreadsheet.xlsx', 'PK\u0000\u0003')
  await expect(page.getByRole('alert')).toHaveText(en('peopleImport:unreadable'))
  await choose(page, 'empty.csv', 'email;name\r\n')
  await expect(page.getByRole('alert')).toHaveText(en('peopleImport:empty'))
  await choose(page, 'columns.csv', 'email;name;shoe size\r\na@example.com;A;44')
  await expect(page.getByRole('alert')).toContainText('shoe size')

  await choose(page, 'people.csv', csvOf([...good, ...wrong]))
  await expect(page.getByText(en('peopleImport:wrong', { count: 5 }))).toBeVisible()
  const rows = page.locator('tbody tr')
  await expect(rows).toHaveCount(5)
  await expect(rows.filter({ hasText: 'rana@example.com' })).toContainText('pharaoh')
  await expect(rows.filter({ hasText: 'hany@example.com' })).toContainText(en('refusals:field.required'))
  await expect(rows.filter({ hasText: 'Mona again' })).toContainText(en('refusalsToAdministrators:repeated'))
  await expect(rows.filter({ hasText: 'dina@example.com' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0)
  await expectAccessible(page)
  await shot(page, 'journey-import-wrong')
  await page.setViewportSize({ width: 360, height: 740 })
  const reasons = await page.getByRole('button', { name: en('peopleImport:rejected') }).boundingBox()
  expect(reasons!.x + reasons!.width, 'a phone shows the whole button').toBeLessThanOrEqual(360)
  await shot(page, 'journey-import-wrong-360')
  await page.setViewportSize({ width: 1440, height: 900 })

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en('peopleImport:rejected') }).click(),
  ])
  const file = await textOf(download)
  expect(file.split('\r\n').filter(Boolean)).toHaveLength(6)
  expect(file).toContain('not-an-address')
  expect(file).not.toContain('منى')
  expect(await namesHere()).toEqual(before)

  await page.getByRole('button', { name: en('peopleImport:another') }).click()
  await choose(page, 'mended.csv', csvOf([...good, 'rana@example.com;Rana Aziz;customer;;;']))
  await expect(page.locator('tbody tr')).toHaveCount(5)
  await expect(page.locator('tbody tr').filter({ hasText: 'pierre@example.com' })).toContainText('name')
  await expect(page.locator('tbody tr').filter({ hasText: 'salma@example.com' })).toContainText(
    en('peopleImport:will.unchanged'),
  )
  await shot(page, 'journey-import-right')
  expect(await namesHere()).toEqual(before)
  await page.getByRole('button', { name: en('peopleImport:start', { count: 4 }) }).click()
  await expect(page.getByRole('heading', { name: en('peopleImport:done') })).toBeVisible()
  await expect(page.getByText(en('peopleImport:doneText', { add: 3, update: 1, unchanged: 1 }))).toBeVisible()

  await page.getByRole('link', { name: en('peopleImport:toUsers') }).click()
  await page.getByRole('searchbox').fill('youssef')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await expect(page.locator('tbody tr')).toContainText('Youssef "Joe" Nabil')
  await expect(page.locator('tbody tr')).toContainText('Documents')
  await expect(page.locator('tbody tr')).toContainText(en('people:mark.invited'))

  // the invited are found by their state, and an invitation is taken back and sent anew
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: /^State/ }).click()
  await page.getByRole('radio', { name: en('people:state.invited') }).click()
  await expect(page.locator('tbody tr')).toHaveCount(3)
  await page.getByRole('button', { name: 'Rana Aziz' }).click()
  await page.getByRole('button', { name: en('people:invitation.revoke') }).click()
  await expect(page.getByText(en('people:invitation.revoked'))).toBeVisible()
  await page.getByRole('button', { name: en('people:invitation.again') }).click()
  await expect(page.getByText(en('people:invitedKept', { email: 'rana@example.com' }))).toBeVisible()
  await shot(page, 'journey-person-drawer')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  // those of one organisation, as the page of organisations shows them
  await page.getByRole('link', { name: en('people:organisations') }).click()
  await expect(page.getByText('Nile Textiles')).toBeVisible()
  await page.getByRole('link', { name: en('plurals:people', { count: 2 }) }).click()
  await expect(page.locator('tbody tr')).toHaveCount(2)
  await expect(page.locator('tbody')).toContainText('منى الخطيب')
  await page.context().close()
})

test('ten thousand people go in at once, with progress @long', async ({ browser }) => {
  const many = Array.from({ length: 10_000 }, (_, n) => `crowd${n}@example.com;Crowd ${n};customer;;;`)
  const page = await openAs(browser, here.product.address, here.noor, '/people/import')
  await choose(page, 'crowd.csv', csvOf(many))
  await expect(page.getByRole('button', { name: en('peopleImport:start', { count: 10_000 }) })).toBeVisible()
  await page.getByRole('checkbox', { name: en('peopleImport:invite') }).uncheck()
  await page.getByRole('button', { name: en('peopleImport:start', { count: 10_000 }) }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('heading', { name: en('peopleImport:done') })).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText(en('peopleImport:doneText', { add: 10_000, update: 0, unchanged: 0 }))).toBeVisible()
  await page.context().close()
})

async function textOf(download: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}
