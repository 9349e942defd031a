import { expect, test } from '@playwright/test'
import pg from 'pg'
import { ar, en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('the desk joins a request with its original; its customer sees the path of the original and nothing of its texts', async ({
  browser,
}) => {
  const { address } = here.product
  const original = await here.desk.submit(here.pierre, 'The tracking page is empty', 'A secret detail of Pierre’s.')
  const double = await here.desk.submit(here.salma, 'صفحة التتبع فارغة', 'لا يظهر شيء.')
  const mariam = await openAs(browser, address, here.mariam, `/incoming/${double.number}`)
  await mariam
    .getByRole('button', { name: /Duplicate/ })
    .first()
    .click()
  const dialog = mariam.getByRole('dialog')
  await dialog.getByLabel(en.plain('staffTicket:duplicate.number')).fill(`T-${original.number}`)
  await expect(dialog.getByText('The tracking page is empty')).toBeVisible()
  await shot(mariam, 'duplicate-dialog-en-light-1440')
  await dialog.getByRole('button', { name: en.plain('staffTicket:duplicate.confirm') }).click()
  await expect(mariam.getByText(en.plain('glossary:status.duplicate')).first()).toBeVisible()

  const salma = await openAs(browser, address, here.salma, `/tickets/${double.number}`, { width: 360, height: 740 })
  await expect(salma.getByText(ar.plain('customerTicket:headline.duplicate'))).toBeVisible()
  await expect(salma.getByText('A secret detail')).toHaveCount(0)
  await expect(salma.getByText('Pierre')).toHaveCount(0)
  await expectAccessible(salma)
  await shot(salma, 'duplicate-ar-light-360')

  await salma.getByRole('button', { name: ar.plain('customerTicket:reopen.act') }).click()
  await salma.getByLabel(ar.plain('customerTicket:reopen.reason')).fill('موضوعي مختلف.')
  await salma
    .getByRole('button', { name: ar.plain('customerTicket:reopen.send'), exact: true })
    .last()
    .click()
  await expect
    .poll(async () => (await here.desk.call(here.salma, 'GET', `/api/v1/tickets/${double.number}`)).status)
    .toBe('open')
  await expect(mariam.getByText('موضوعي مختلف.').first()).toBeVisible()
})

test('the mark is taken back at once, and later; the customer is told why, and the original shows whom it holds', async ({
  browser,
}) => {
  const { desk, pierre, salma, mariam } = here
  const original = (await desk.submit(pierre, 'Which form is for returns?', 'Form A or form B?')).number as number
  const double = (await desk.submit(salma, 'Returns', 'Which form do I use?')).number as number
  const page = await openAs(browser, here.product.address, mariam, `/incoming/${double}`)
  const mark = async () => {
    await page
      .getByRole('button', { name: /Duplicate/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(en.plain('staffTicket:duplicate.number')).fill(`T-${original}`)
    await expect(dialog.getByText('Which form is for returns?')).toBeVisible()
    await dialog.getByRole('button', { name: en.plain('staffTicket:duplicate.confirm') }).click()
  }
  const statusNow = async () => (await desk.call(mariam, 'GET', `/api/v1/tickets/${double}`)).status
  await mark()
  await page.getByRole('button', { name: en.plain('actions:undo') }).click()
  await expect.poll(statusNow).toBe('open')
  await expect(page.getByText(en.plain('staffTicket:duplicate.undone')).first()).toBeVisible()

  await mark()
  await expect.poll(statusNow).toBe('duplicate')
  await desk.verb(salma, double, 'reply', { text: 'It is about two parcels.' })
  await page.goto(`${here.product.address}/incoming/${original}`)
  await expect(page.getByRole('link', { name: `T-${double}` })).toBeVisible()
  await expect(page.getByText(en.plain('staffTicket:field.joinedWrote'))).toBeVisible()
  await shot(page, 'original-with-joined-en-light-1440')

  await page.goto(`${here.product.address}/incoming/${double}`)
  await expect(page.getByText('It is about two parcels.')).toBeVisible()
  const { may } = await desk.call(mariam, 'GET', `/api/v1/tickets/${double}`)
  expect(may).toContain('reopen')
  await page.context().close()
})

test('whoever reviews an answer reads that the customer of a joined request is shown it too @long', async ({
  browser,
}) => {
  const { desk, pierre, salma, mariam, omar, documents } = here
  const original = (await desk.submit(pierre, 'When is the yard open?', 'On Fridays.')).number as number
  const double = (await desk.submit(salma, 'ساعات العمل', 'متى تفتح الساحة؟')).number as number
  await desk.verb(mariam, double, 'mark-duplicate', { original })
  await desk.verb(mariam, original, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, original, 'propose-solution', { solution: 'From eight to noon.' })
  const page = await openAs(browser, here.product.address, mariam, `/review?ticket=${original}`)
  await expect(page.getByText(/are also shown to the customer of 1 joined request/)).toBeVisible()
  await shot(page, 'review-of-an-original-en-light-1440')
  await page.context().close()
})

test('who is still asked whether the joined answer solves it is not told beside “Not yet” that it cannot be reopened @long', async ({
  browser,
}) => {
  const { desk, pierre, salma, mariam, omar, documents } = here
  const original = (await desk.submit(pierre, 'Where is the price list?', 'Of this year.')).number as number
  const double = (await desk.submit(salma, 'قائمة الأسعار', 'أين أجدها؟')).number as number
  await desk.verb(mariam, double, 'mark-duplicate', { original })
  await desk.verb(mariam, original, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, original, 'propose-solution', { solution: 'It is on our page.' })
  await desk.verb(mariam, original, 'approve-solution')
  await endLongAgo(here.product.databaseUrl, double)

  const page = await openAs(browser, here.product.address, salma, `/tickets/${double}`)
  const notYet = page.getByRole('button', { name: ar.plain('customerTicket:answer.notYet') })
  await expect(notYet).toBeVisible()
  await expect(page.getByText(ar.plain('customerTicket:reopen.over'))).toHaveCount(0)
  await notYet.click()
  await page.getByLabel(ar.plain('customerTicket:answer.whatIsLeft')).fill('ليست قائمة هذا العام.')
  await page.getByRole('button', { name: ar.plain('customerTicket:answer.sendNotYet'), exact: true }).click()
  await expect
    .poll(async () => (await desk.call(salma, 'GET', `/api/v1/tickets/${double}`)).status)
    .not.toBe('duplicate')
})

test('an undo of a mark that was refused once one had gone on said nothing; its seconds were in other digits @long', async ({
  browser,
}) => {
  const { desk, pierre, salma, lina } = here
  const original = (await desk.submit(pierre, 'Which dock is ours?', 'North or south?')).number as number
  const double = (await desk.submit(salma, 'The dock', 'Which one do I use?')).number as number
  await desk.call(lina, 'PATCH', '/api/v1/me', { digits: 'arab' })
  const page = await openAs(browser, here.product.address, lina, `/incoming/${double}`, { language: 'ar' })
  await expect(page.getByRole('heading', { name: 'The dock' })).toBeVisible()
  await page.keyboard.press('d')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(ar.plain('staffTicket:duplicate.number')).fill(`T-${original}`)
  await expect(dialog.getByText('Which dock is ours?')).toBeVisible()
  await dialog.getByRole('button', { name: ar.plain('staffTicket:duplicate.confirm') }).click()
  const undo = page.getByRole('button', { name: ar.plain('actions:undo') })
  await expect(undo).toContainText(/[\u0660-\u0669]/u)
  // it rests while one is on it
  await undo.hover()
  await shot(page, 'undo-in-own-digits-ar-light-1440')
  await desk.verb(salma, double, 'reopen', { reason: 'It is another dock.' })
  await page.keyboard.press('Escape')
  await expect(page.getByText(ar.plain('incoming:choose'))).toBeVisible()
  await undo.click()
  const toasts = page.getByRole('region', { name: ar.plain('shell:toasts') })
  await expect(toasts.locator('[data-tone=danger]')).toBeVisible()
  await shot(page, 'undo-of-a-mark-refused-ar-light-1440')
  await desk.call(lina, 'PATCH', '/api/v1/me', { digits: null })
  await page.context().close()
})

for (const [language, t, width] of [
  ['en', en, 1440],
  ['ar', ar, 360],
] as const)
  test(`a customer’s Back and “Another request” left the focus nowhere, in ${language} @long`, async ({ browser }) => {
    const { desk, pierre, mariam, omar, documents } = here
    await desk.call(pierre, 'PATCH', '/api/v1/me', { language })
    const submit = async () => (await desk.submit(pierre, 'The scale is off', 'By two kilos.')).number as number
    const [offered, closed] = [await submit(), await submit()]
    await desk.verb(mariam, offered, 'assign', { group: documents.id, member: omar.id })
    await desk.verb(omar, offered, 'propose-solution', { solution: 'It was set right.' })
    await desk.verb(mariam, offered, 'approve-solution')
    await desk.verb(mariam, closed, 'close', { reason: 'It was set right.' })
    const page = await openAs(browser, here.product.address, pierre, `/tickets/${offered}`, { language, width })
    const pressed = async (words: string) => {
      const button = page.getByRole('button', { name: words, exact: true })
      await button.focus()
      await page.keyboard.press('Enter')
      return button
    }
    const notYet = await pressed(t.plain('customerTicket:answer.notYet'))
    await expect(notYet).toHaveCount(0)
    await pressed(t.plain('customerTicket:answer.back'))
    await expect(notYet).toBeFocused()
    await shot(page, `back-from-not-yet-${language}-${width}`)

    await page.goto(`${here.product.address}/tickets/${closed}`)
    const reopen = await pressed(t.plain('customerTicket:reopen.act'))
    await expect(page.getByLabel(t.plain('customerTicket:reopen.reason'))).toBeFocused()
    await pressed(t.plain('customerTicket:answer.back'))
    await expect(reopen).toBeFocused()
    await shot(page, `back-from-reopen-${language}-${width}`)

    await page.goto(`${here.product.address}/new`)
    await page.getByLabel(t.plain('ticketRequest:sentence')).first().fill('The lamp is out')
    await page.getByLabel(t.plain('ticketRequest:story')).fill('At gate four.')
    await page.getByRole('button', { name: t.plain('ticketRequest:send') }).click()
    await pressed(t.plain('ticketRequest:sent.another'))
    await expect(page.getByRole('heading', { name: t.plain('ticketRequest:title') })).toBeFocused()
    await expect(page.getByRole('heading', { name: t.plain('ticketRequest:title') })).toBeInViewport()
    await shot(page, `another-request-${language}-${width}`)
    await desk.call(pierre, 'PATCH', '/api/v1/me', { language: 'en' })
    await page.context().close()
  })

/** Longer than the days in which a customer may reopen. */
async function endLongAgo(url: string, number: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `update ticket set opened_at = opened_at - interval '40 days', closed_at = closed_at - interval '39 days' where number = $1`,
    [number],
  )
  await client.end()
}
