import { expect, test } from '@playwright/test'
import { ar, en, openAs, composer } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// What costs a desk that tries the product its trust, once each.

let here: PeopledProduct
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct({ undoSeconds: 30 })
  number = (await here.desk.submit(here.salma, 'لا يمكن تنزيل مذكرة التسليم', 'الشحنة MF-20418.')).number
  await here.desk.verb(here.mariam, number, 'assign', { group: here.documents.id, member: here.omar.id })
})
test.afterAll(() => here.product.stop())

test('a customer at an address of staff’s reads words, and a link to their ticket leads them to it @long', async ({
  browser,
}) => {
  const page = await openAs(browser, here.product.address, here.pierre, '/incoming')
  const nothing = page.getByRole('heading', { name: en.plain('shell:notFound.title') })
  await expect(nothing).toBeVisible()
  await expect(page).toHaveTitle(`${en.plain('shell:notFound.title')} · Marsa Freight`)
  for (const path of ['/review', '/closed', '/statistics', '/people/roles', '/settings/mail', '/help/adding-users']) {
    await page.goto(here.product.address + path)
    await expect(nothing).toBeVisible()
  }
  await page.context().close()
  const salma = await openAs(browser, here.product.address, here.salma, `/incoming/${number}`, { language: 'ar' })
  await expect(salma).toHaveURL(new RegExp(`/tickets/${number}$`))
  await expect(salma.getByRole('heading', { name: 'لا يمكن تنزيل مذكرة التسليم' })).toBeVisible()
  await salma.context().close()
})

test('an address where nothing is keeps the way to everything else @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.mariam, '/no-such-page')
  await expect(page.getByRole('heading', { name: en.plain('shell:notFound.title') })).toBeVisible()
  await expect(page.getByRole('navigation', { name: en.plain('shell:mainNavigation') })).toBeVisible()
  await page.context().close()
})

test('the tab is called by the list, then by the ticket @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.mariam, '/incoming?queue=allOpen')
  await expect(page).toHaveTitle(`${en.plain('glossary:queue.allOpen')} · Marsa Freight`)
  await page.getByRole('row', { name: /T-/ }).first().click()
  await expect(page).toHaveTitle(/^T-\d+ .* · Marsa Freight$/)
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle(`${en.plain('glossary:queue.allOpen')} · Marsa Freight`)
  await page.context().close()
})

test('Escape leaves the reply: the next key begins a note, and no letter of it is the customer’s @long', async ({
  browser,
}) => {
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  await (await composer(page, en.plain('staffTicket:composer.reply'))).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(page.getByRole('tab', { name: en.plain('staffTicket:composer.note') })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(page.locator('.ProseMirror')).toBeFocused()
  await page.keyboard.type('The archive is down again.')
  await expect(page.locator('.ProseMirror')).toHaveText('The archive is down again.')
  await page.context().close()
})

test('what is held stands above the box alone, and follows one to the next list @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  await (await composer(page, en.plain('staffTicket:composer.reply'))).click()
  await page.keyboard.type('Which driver is it?')
  await page.keyboard.press('Control+Enter')
  const undo = page.getByRole('button', { name: en.plain('actions:undo') })
  const toast = page.getByText(en('staffTicket:held.toast', { number: `T-${number}` }))
  await expect(undo).toHaveCount(1)
  await expect(toast).toHaveCount(0)
  await page.getByRole('link', { name: new RegExp(en.plain('glossary:queue.mine')) }).click()
  await expect(toast).toBeVisible()
  await undo.click()
  await expect(toast).toHaveCount(0)
  await page.context().close()
})

test('Undo after it had gone out said nothing, as if it had been taken back @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  await (await composer(page, en.plain('staffTicket:composer.note'))).click()
  await page.keyboard.type('The driver waits.')
  await page.keyboard.press('Control+Enter')
  const undo = page.getByRole('button', { name: en.plain('actions:undo') })
  await expect(undo).toHaveCount(1)
  await page.getByRole('link', { name: new RegExp(en.plain('glossary:queue.mine')) }).click()
  await expect(page.getByText(en('staffTicket:held.toast', { number: `T-${number}` }))).toBeVisible()
  await here.desk.call(here.omar, 'POST', `/api/v1/tickets/${number}/held/note/send`)
  await undo.click()
  await expect(page.getByText(en('staffTicket:held.tooLate', { number: `T-${number}` }))).toBeVisible()
  await page.context().close()
})

test('Send now in the moment in which it went out by itself left the line standing, and the page with an error @long', async ({
  browser,
}) => {
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  await (await composer(page, en.plain('staffTicket:composer.note'))).click()
  await page.keyboard.type('The driver is back.')
  const send = `/api/v1/tickets/${number}/held/note/send`
  await page.route(`**${send}`, async (route) => {
    await here.desk.call(here.omar, 'POST', send)
    await route.continue()
  })
  await page.keyboard.press('Control+Enter')
  const refused = page.waitForResponse((response) => response.url().endsWith(send))
  await page.getByRole('button', { name: en.plain('staffTicket:held.sendNow') }).click()
  expect((await refused).status()).toBe(404)
  await expect(page.getByRole('button', { name: en.plain('staffTicket:held.sendNow') })).toHaveCount(0)
  const thread = page.getByRole('region', { name: en.plain('staffTicket:thread') })
  await expect(thread.getByText('The driver is back.')).toBeVisible()
  await page.context().close()
})

test('the newest of a conversation stays in sight while one writes and when something comes in @long', async ({
  browser,
}) => {
  for (let line = 1; line <= 12; line++)
    await here.desk.verb(here.salma, number, 'reply', { text: `السطر ${line} من القصة.` })
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  // a preview of what came in since may stand at the composer too
  const thread = page.getByRole('region', { name: en.plain('staffTicket:thread') })
  await expect(thread.getByText('السطر 12 من القصة.')).toBeInViewport()
  await (await composer(page, en.plain('staffTicket:composer.note'))).click()
  for (let line = 0; line < 6; line++) await page.keyboard.press('Enter')
  await expect(thread.getByText('السطر 12 من القصة.')).toBeInViewport({ ratio: 1 })
  await here.desk.verb(here.salma, number, 'reply', { text: 'هذا آخر ما لدي.' })
  await expect(thread.getByText('هذا آخر ما لدي.')).toBeInViewport({ ratio: 1 })
  await page.context().close()
})

test('what a field lacks is said in the page’s language, whatever the browser speaks @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.salma, '/new', { language: 'ar' })
  await page.getByRole('button', { name: ar.plain('ticketRequest:send') }).click()
  const title = page.getByLabel(ar.plain('ticketRequest:sentence')).first()
  const said = () => title.evaluate((input: HTMLInputElement) => input.validationMessage)
  expect(await said()).toBe(ar.plain('refusals:field.required'))
  await title.fill('أين طلبي؟')
  expect(await said()).toBe('')
  await page.context().close()
})

test('what one writes while nobody answers is there when one comes back, and told as soon as somebody does @long', async ({
  browser,
}) => {
  const page = await openAs(browser, here.product.address, here.jana, `/incoming/${number}?queue=myGroups`)
  await page.route('**/drafts/**', (route) => route.abort('connectionrefused'))
  await page.route('**/held/**', (route) => route.abort('connectionrefused'))
  await (await composer(page, en.plain('staffTicket:composer.reply'))).click()
  await page.keyboard.type('The stamp is on its way.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(en.plain('written:draftNotKept'))).toBeVisible()
  await page.getByRole('link', { name: new RegExp(en.plain('glossary:queue.mine')) }).click()
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  await page.goBack()
  await expect(page.locator('.ProseMirror')).toHaveText('The stamp is on its way.')
  await page.reload()
  await expect(page.locator('.ProseMirror')).toHaveText('The stamp is on its way.')
  await page.unroute('**/drafts/**')
  await expect(page.getByText(en.plain('written:draftKept'))).toBeVisible()
  const { drafts } = await here.desk.call(here.jana, 'GET', `/api/v1/tickets/${number}/writing`)
  expect(drafts).toMatchObject([{ kind: 'reply', text: 'The stamp is on its way.' }])
  await page.context().close()
})

test('who may not see figures is told so, and not to try again @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.omar, '/statistics')
  await expect(page.getByRole('heading', { name: en.plain('shell:refused.title') })).toBeVisible()
  await expect(page.getByRole('button', { name: en.plain('shell:retry') })).toHaveCount(0)
  await page.goto(`${here.product.address}/incoming/99999`)
  await expect(page.getByRole('heading', { name: en.plain('shell:notFound.title') })).toBeVisible()
  await page.context().close()
})

test('what was found in another language is in sight, however long its line @long', async ({ browser }) => {
  const title = 'الفاتورة 8569 لا تظهر فيها ضريبة القيمة المضافة ولا الرقم الضريبي للشركة المستلمة في جدة'
  const { number: closed } = await here.desk.submit(here.salma, title, 'نرجو إصدارها من جديد.')
  const text = 'Invoice 8569 does not show the value added tax'
  await here.desk.verb(here.mariam, closed, 'translate', { field: 'title', language: 'en', text })
  await here.desk.verb(here.mariam, closed, 'close', { reason: 'It was issued anew.' })
  const page = await openAs(browser, here.product.address, here.mariam, `/closed?words=${encodeURIComponent('فاتورة')}`)
  const row = page.getByRole('row', { name: text })
  await expect(row.locator('mark')).toHaveText('الفاتورة')
  await expect(row.locator('mark')).toBeInViewport({ ratio: 1 })
  await page.context().close()
})

test('news of a row is never cut, however long the names before it @long', async ({ browser }) => {
  const group = {
    name: 'Regional office for documents, customs and everything that comes by sea',
    members: [here.omar.id],
  }
  const { id } = await here.desk.call(here.noor, 'POST', '/api/v1/groups', group)
  const { number: asked } = await here.desk.submit(here.salma, 'أين الحاوية؟', 'منذ أمس.')
  await here.desk.verb(here.mariam, asked, 'assign', { group: id, member: here.omar.id })
  await here.desk.verb(here.omar, asked, 'propose-solution', { solution: 'في الميناء.' })
  await here.desk.verb(here.mariam, asked, 'approve-solution')
  await here.desk.verb(here.salma, asked, 'reply', { text: 'أي ميناء؟' })
  const page = await openAs(browser, here.product.address, here.mariam, '/incoming?queue=customerAnswered')
  await expect(page.getByRole('row').getByText(en.plain('incoming:answered'))).toBeInViewport({ ratio: 1 })
  await page.context().close()
})

test('what is a duplicate itself is not offered as an original @long', async ({ browser }) => {
  const submit = async (who: typeof here.salma) =>
    (await here.desk.submit(who, 'Pallet scale broken at gate seven', 'Since this morning.')).number as number
  const [original, joined, latest] = [await submit(here.pierre), await submit(here.salma), await submit(here.pierre)]
  await here.desk.verb(here.mariam, joined, 'mark-duplicate', { original })
  const page = await openAs(browser, here.product.address, here.mariam, `/incoming/${latest}`)
  await expect(page.getByRole('heading', { name: 'Pallet scale broken at gate seven' })).toBeVisible()
  await page.keyboard.press('d')
  const choices = page.getByRole('dialog').getByRole('group', { name: en.plain('staffTicket:alike.title') })
  await expect(choices.getByText(`T-${original}`)).toBeVisible()
  await expect(choices.getByText(`T-${joined}`)).toHaveCount(0)
  await page.context().close()
})

test('a note taken back with z from another tab left the next letters to the keys of the page @long', async ({
  browser,
}) => {
  const page = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  await (await composer(page, en.plain('staffTicket:composer.note'))).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('The seal was broken')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: en.plain('staffTicket:held.sendNow') })).toBeVisible()
  await page.getByRole('tab', { name: en.plain('staffTicket:composer.reply') }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('z')
  const note = page.getByRole('textbox', { name: en.plain('staffTicket:composer.note') })
  await expect(note).toHaveText('The seal was broken')
  await expect(note).toBeFocused()
  await page.keyboard.type(' twice.')
  await expect(note).toHaveText('The seal was broken twice.')
  await page.context().close()
})

test('after each ticket that was opened and closed, Back showed the same list once more @long', async ({ browser }) => {
  for (let count = 1; count <= 24; count++) await here.desk.submit(here.pierre, `Crate ${count}`, 'Where is it?')
  const page = await openAs(browser, here.product.address, here.mariam, '/closed')
  const list = page.getByRole('grid', { name: en.plain('incoming:list') })
  const opened = list.getByRole('row', { selected: true })
  const rows = list.getByRole('row', { name: /Crate/ })
  const top = () => list.evaluate(({ scrollTop }) => scrollTop)
  const scrollTo = async (place: number) => {
    await list.evaluate((element, to) => element.scrollTo({ top: to }), place)
    await expect.poll(top).toBe(place)
  }
  const queue = page.locator('a[href="/incoming?queue=new"]').first()
  await queue.click()

  await test.step('the list stays where it was scrolled to beside the ticket, and its row is the one keys go on from', async () => {
    await scrollTo(40)
    await rows.nth(1).click()
    await expect(page.getByRole('heading', { name: /Crate/ })).toBeVisible()
    await scrollTo(330)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(opened).toBeFocused()
    const stood = await top()
    expect(stood).not.toBe(40)
    const reached = await opened.getAttribute('data-number')
    await page.keyboard.press('Escape')
    // a second press while the way back takes its moment
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/\/incoming\?queue=new$/)
    await expect(opened).toHaveCount(0)
    expect(await top()).toBe(stood)
    await expect(list.locator(`[data-number="${reached}"]`)).toBeFocused()
  })
  await test.step('after a reload too', async () => {
    await rows.first().click()
    await expect(opened).toHaveCount(1)
    await page.reload()
    await expect(opened).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(opened).toHaveCount(0)
  })
  await test.step('what the list was narrowed to meanwhile stays', async () => {
    await rows.first().click()
    await list.press('/')
    await page.locator('[data-search]').fill('Crate')
    await expect(page).toHaveURL(/\/incoming\/\d+\?.*words=Crate/)
    await page.locator('[data-search]').blur()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/\/incoming\?.*words=Crate/)
    await page.goBack()
    await expect(page).toHaveURL(/\/incoming\?queue=new$/)
  })
  await page.goBack()
  await expect(page).toHaveURL(/\/closed$/)

  await test.step('on a phone by its arrow; who came by a link is led to the list', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${here.product.address}/incoming?queue=new`)
    await scrollTo(300)
    await rows.nth(8).click()
    await expect(list).toBeHidden()
    await page.getByRole('button', { name: en.plain('staff:back'), exact: true }).click()
    await expect(list).toBeVisible()
    await expect.poll(top).toBe(300)
    await page.goBack()
    await expect(page).toHaveURL(/\/closed$/)
    await page.goto(`${here.product.address}/incoming/${number}`)
    await page.getByRole('button', { name: en.plain('staff:back'), exact: true }).click()
    await expect(page).toHaveURL(/\/incoming\?queue=allOpen$/)
  })
  await page.context().close()
})
