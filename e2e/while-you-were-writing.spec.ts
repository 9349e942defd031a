import { expect, test } from '@playwright/test'
import { ar, composer, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('what had happened before one wrote was said to have happened meanwhile, once the page was loaded anew @long', async ({
  browser,
}) => {
  const { desk, product, salma, mariam, omar, documents } = here
  const { number } = await desk.submit(salma, 'The stamp is missing', 'On page two.')
  await desk.verb(salma, number, 'reply', { text: 'And on page three.' })
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  const page = await openAs(browser, product.address, omar, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.reply'))
  await box.fill('We look into it.')
  await expect(page.getByText(en.plain('written:draftKept'))).toBeVisible()
  // what was said is there before what happened
  const late = Promise.withResolvers<void>()
  await page.route('**/history', async (route) => {
    await late.promise
    await route.continue()
  })
  await page.reload()
  await expect(page.locator('.ProseMirror')).toHaveText('We look into it.')
  late.resolve()
  await expect(page.getByText('And on page three.')).toBeVisible()
  await expect(page.getByText(en.plain('staffTicket:composer.meanwhile'))).toHaveCount(0)

  await desk.verb(salma, number, 'reply', { text: 'I found it.' })
  await expect(page.getByText(en.plain('staffTicket:composer.meanwhile'))).toBeVisible()
  await page.context().close()
})

test('the first thing that came to a new ticket while one wrote was passed over @long', async ({ browser }) => {
  const { desk, product, salma, mariam } = here
  const { number } = await desk.submit(salma, 'The seal is broken', 'On page two.')
  const page = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.reply'))
  await box.fill('We look into it.')
  await expect(page.getByText(en.plain('written:draftKept'))).toBeVisible()
  await desk.verb(salma, number, 'reply', { text: 'I found it.' })
  await expect(page.getByText(en.plain('staffTicket:composer.meanwhile'))).toBeVisible()
  await page.context().close()
})

/** A ticket of Omar's, and his page of it. */
async function omarsTicket(title: string) {
  const { desk, salma, mariam, omar, documents } = here
  const { number } = await desk.submit(salma, title, 'On page two.')
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  return number
}
const saidOn = async (number: number) => {
  const { items } = await here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${number}/conversation`)
  return items.map(
    ({ text }: { text: { texts: Record<string, { text: string }>; source: string } }) => text.texts[text.source]!.text,
  )
}

test('a file for staff alone, begun on Note, was attached to the reply that was open when it arrived @long', async ({
  browser,
}) => {
  const number = await omarsTicket('The stamp is inside')
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  await composer(page, en.plain('staffTicket:composer.note'))
  const late = Promise.withResolvers<void>()
  await page.route('**/api/v1/files**', async (route) => {
    await late.promise
    await route.continue()
  })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([{ name: 'for-us.txt', mimeType: 'text/plain', buffer: Buffer.from('Only for us') }])
  await expect(page.getByRole('progressbar')).toBeVisible()
  const reply = await composer(page, en.plain('staffTicket:composer.reply'))
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await reply.fill('We look into it.')
  await expect(page.getByRole('button', { name: en.plain('staffTicket:composer.send') }).last()).toBeEnabled()
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/drafts/note') && answer.ok())
  late.resolve()
  await kept
  await expect(page.getByText('for-us.txt')).toHaveCount(0)
  await page.getByRole('tab', { name: en.plain('staffTicket:composer.note') }).click()
  await expect(page.getByText('for-us.txt')).toBeVisible()
  await page.context().close()
})

for (const [language, t, width] of [
  ['en', en, 1440],
  ['ar', ar, 360],
] as const)
  test(`a proposal that became impossible while it was written took text and focus along, in ${language} @long`, async ({
    browser,
  }) => {
    const { desk, omar, mariam } = here
    const number = await omarsTicket('The stamp is late')
    await desk.call(omar, 'PATCH', '/api/v1/me', { language })
    const page = await openAs(browser, here.product.address, omar, `/incoming/${number}`, { language, width })
    const tab = page.getByRole('tab', { name: t.plain('staffTicket:composer.propose') })
    await tab.click()
    const box = page.locator('.ProseMirror')
    await expect(box).toBeFocused()
    await page.keyboard.type('We send a new on')
    await desk.verb(mariam, number, 'close', { reason: 'It came.' })
    const why = t.plain('staffTicket:composer.notNow.status', { status: t.plain('glossary:status.closed') })
    await expect(page.getByRole('alert').filter({ hasText: why })).toBeVisible()
    await page.keyboard.type('e.')
    await expect(box).toHaveText('We send a new one.')
    await expect(box).toBeFocused()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('button', { name: t.plain('staffTicket:composer.sendProposal') }).last()).toBeDisabled()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await shot(page, `proposal-not-possible-now-${language}`)
    // emptied, it stays until one turns elsewhere
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await expect(box).toHaveText('')
    await expect(box).toBeFocused()
    await page.getByRole('tab', { name: t.plain('staffTicket:composer.note') }).click()
    await expect(tab).toHaveCount(0)
    await desk.call(omar, 'PATCH', '/api/v1/me', { language: 'en' })
    await page.context().close()
  })

test('what was taken back while one wrote on was written over by what the page saved @long', async ({ browser }) => {
  await here.desk.call(here.noor, 'PATCH', '/api/v1/settings', { undoSeconds: 30 })
  const number = await omarsTicket('The stamp is green')
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.reply'))
  await box.click()
  await page.keyboard.type('First.')
  await page.keyboard.press('Control+Enter')
  const undo = page.getByRole('button', { name: en.plain('actions:undo') }).first()
  await expect(undo).toBeVisible()
  const late = Promise.withResolvers<void>()
  await page.route('**/drafts/reply', async (route) => {
    await late.promise
    await route.continue()
  })
  const began = page.waitForRequest('**/drafts/reply')
  await box.click()
  await page.keyboard.type('Second')
  await began
  await undo.click()
  await expect(box).toContainText('First.')
  await page.keyboard.type(' one')
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/drafts/reply') && answer.ok())
  late.resolve()
  await kept
  await expect(box).toContainText('First.')
  await expect(box).toContainText('Second')
  await expect(page.getByText(en.plain('written:draftKept'))).toBeVisible()
  await page.reload()
  await expect(page.locator('.ProseMirror')).toContainText('First.')
  await expect(page.locator('.ProseMirror')).toContainText('Second')
  await expect(page.locator('.ProseMirror')).toHaveText(/^First\.[^F]*$/)
  await page.context().close()
  await here.desk.call(here.noor, 'PATCH', '/api/v1/settings', { undoSeconds: 0 })
})

test('a letter typed right after sending brought the sent reply back into the box @long', async ({ browser }) => {
  const number = await omarsTicket('The stamp is twice there')
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.reply'))
  await box.click()
  const late = Promise.withResolvers<void>()
  await page.route('**/reply', async (route) => {
    await late.promise
    await route.continue()
  })
  await page.keyboard.type('We look into it.')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('One more thing')
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/drafts/reply') && answer.ok())
  late.resolve()
  await kept
  await expect(box).toHaveText('One more thing')
  await page.reload()
  await expect(page.locator('.ProseMirror')).toHaveText('One more thing')
  expect(await saidOn(number)).toEqual(['We look into it.'])
  await page.context().close()
})

test('a draft that could not be saved while its reply went out brought the sent reply back @long', async ({
  browser,
}) => {
  const number = await omarsTicket('The stamp is sent')
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.reply'))
  const late = Promise.withResolvers<void>()
  const begun = page.waitForRequest('**/drafts/reply')
  await page.route('**/drafts/reply', async (route) => {
    await late.promise
    await route.abort()
  })
  await box.fill('We look into it.')
  await begun
  await box.press('Control+Enter')
  late.resolve()
  await expect.poll(() => saidOn(number)).toEqual(['We look into it.'])
  await page.unroute('**/drafts/reply')
  const again = page.waitForRequest('**/drafts/reply', { timeout: 6000 }).catch(() => 'none')
  expect(await again).toBe('none')
  await expect(box).toHaveText('')
  await page.context().close()
})

test('a reply that failed after one had gone on was lost without a word @long', async ({ browser }) => {
  const number = await omarsTicket('The stamp is blue')
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.reply'))
  await box.click()
  const late = Promise.withResolvers<void>()
  await page.route('**/reply', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await late.promise
    await route.abort()
  })
  await page.keyboard.type('It is meant to be blue.')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('link', { name: en.plain('closedTickets:title') })
    .first()
    .click()
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  late.resolve()
  await expect(page.getByText(en.plain('written:notSent', { number: `T-${number}` }))).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'not-sent-elsewhere-en')
  await page.getByRole('link', { name: en.plain('written:goThere'), exact: true }).click()
  await expect(page.locator('.ProseMirror')).toHaveText('It is meant to be blue.')
  await page.context().close()
})
