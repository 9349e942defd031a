import { expect, test, type Page } from '@playwright/test'
import { ar, composer, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct, type Somebody } from './people.ts'

// A browser that knows that it has no line once kept every press waiting: its button turned for ever, and the press was carried
// out by itself when the line was back.

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

const countOf = async (somebody: Somebody, title: string): Promise<number> => {
  const { items } = await here.desk.call(somebody, 'GET', '/api/v1/queries/my-tickets')
  return items.filter((item: object) => JSON.stringify(item).includes(title)).length
}

/** Long enough for what is kept waiting to be carried out. */
const aMoment = (page: Page) => page.waitForTimeout(2000)

for (const [language, t, whose, screen] of [
  ['en', en, () => here.pierre, { width: 1440 }],
  ['ar', ar, () => here.salma, { width: 360, height: 740, scheme: 'dark' }],
] as const)
  test(`a request pressed to be sent without a line went out by itself later, in ${language} @long`, async ({
    browser,
  }) => {
    const title = `A crane stands still (${language})`
    const page = await openAs(browser, here.product.address, whose(), '/new', { language, ...screen })
    await page.getByLabel(t('ticketRequest:sentence')).fill(title)
    await page.getByLabel(t('ticketRequest:story')).fill('Since noon.')
    await page.context().setOffline(true)
    const send = page.getByRole('button', { name: t('ticketRequest:send') })
    await send.click()
    await expect(page.getByText(t('shell:failed.offlineText'))).toBeVisible()
    await expect(page.getByLabel(t('ticketRequest:sentence'))).toHaveValue(title)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await shot(page, `without-a-line-request-${language}`)
    await page.context().setOffline(false)
    await aMoment(page)
    expect(await countOf(whose(), title)).toBe(0)
    await send.click()
    await expect(page.getByRole('heading', { name: t('ticketRequest:sent.title') })).toBeVisible()
    expect(await countOf(whose(), title)).toBe(1)
    await page.context().close()
  })

test('an answer pressed to be sent without a line went out by itself later @long', async ({ browser }) => {
  const { number } = await here.desk.submit(here.pierre, 'The gate is open', 'Since noon.')
  await here.desk.verb(here.mariam, number, 'assign', { group: here.documents.id, member: here.omar.id })
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  const box = await composer(page, en('staffTicket:composer.reply'))
  await expect(page.locator('.ProseMirror')).toBeVisible()
  await box.fill('We close it now.')
  await expect(page.getByText(en('written:draftKept'))).toBeVisible()
  await page.context().setOffline(true)
  const send = page.getByRole('button', { name: en('staffTicket:composer.send') })
  await send.click()
  await expect(page.getByText(en('shell:failed.offlineText')).first()).toBeVisible()
  await expect(box).toHaveText('We close it now.')
  await shot(page, 'without-a-line-reply-en-light-1440')
  await page.context().setOffline(false)
  await aMoment(page)
  const said = async () => (await here.desk.call(here.omar, 'GET', `/api/v1/tickets/${number}/conversation`)).items
  expect(await said()).toHaveLength(0)
  await send.click()
  await expect(page.getByRole('region', { name: en('staffTicket:thread') }).getByText('We close it now.')).toBeVisible()
  expect(await said()).toHaveLength(1)
  await page.context().close()
})

test('a ticket opened without a line was an empty drawing, and nothing said why @long', async ({ browser }) => {
  const { number } = await here.desk.submit(here.pierre, 'The yard is full', 'Since noon.')
  const { number: other } = await here.desk.submit(here.pierre, 'The yard is empty', 'Since one.')
  const page = await openAs(browser, here.product.address, here.mariam, `/incoming/${number}?queue=new`)
  await expect(page.getByRole('heading', { name: 'The yard is full' }).first()).toBeVisible()
  await page.context().setOffline(true)
  await page.getByRole('row', { name: new RegExp(`T-${other}`) }).click()
  await expect(page.getByText(en('staffTicket:failed'))).toBeVisible()
  await expect(page.getByRole('button', { name: en('shell:retry') })).toBeVisible()
  await shot(page, 'without-a-line-ticket-en-light-1440')
  await page.context().setOffline(false)
  // nobody presses anything: what failed is asked again once there is a line
  await expect(page.getByRole('heading', { name: 'The yard is empty' }).first()).toBeVisible()
  await expect(page.getByText('Since one.').first()).toBeVisible()
  await page.context().close()
})
