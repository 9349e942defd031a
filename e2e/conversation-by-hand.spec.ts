import { expect, test } from '@playwright/test'
import { openMailroom } from './mails.ts'
import { ar, composer, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// The smaller things of a conversation, each done by hand as its people do it.

let here: PeopledProduct
let room: Awaited<ReturnType<typeof openMailroom>>
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct()
  room = await openMailroom(here.product)
  const { desk, noor, salma, mariam, omar, documents } = here
  await desk.call(noor, 'PATCH', '/api/v1/settings', { fileMegabytes: 1 })
  number = (await desk.submit(salma, 'لا يمكن تنزيل مذكرة التسليم', 'تظهر رسالة «المستند غير موجود».')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
})
test.afterAll(async () => {
  await room.close()
  await here.product.stop()
})

const textFile = (name: string, bytes = 20) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(bytes, 'a') })

test('a canned answer is made, and inserted by the button and by /, with the customer’s name @long', async ({
  browser,
}) => {
  const omar = await openAs(browser, here.product.address, here.omar, '/answers')
  await omar.getByRole('button', { name: en('canned:add') }).click()
  const dialog = omar.getByRole('dialog')
  await dialog.getByLabel(en('canned:name')).fill('Greeting')
  await dialog.getByLabel(en('canned:text', { language: 'English' })).fill('Dear {{customer}}, we look into it.')
  await dialog.getByRole('button', { name: en('canned:save'), exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await omar.goto(`${here.product.address}/incoming/${number}`)
  const editor = omar.locator('.ProseMirror')
  await (await composer(omar, en.plain('staffTicket:composer.reply'))).click()
  await omar.getByRole('button', { name: en('canned:insert') }).click()
  await omar.getByRole('option', { name: /Greeting/ }).click()
  await expect(editor).toContainText('Dear Salma Idris, we look into it.')
  await editor.click()
  await omar.keyboard.press('Control+a')
  await omar.keyboard.press('Delete')
  await expect(editor).not.toContainText('Dear')
  await omar.keyboard.type('/Gree')
  await omar.getByRole('option', { name: /Greeting/ }).click()
  await expect(editor).toContainText('Dear Salma Idris, we look into it.')
  await expect(editor).not.toContainText('/Gree')
  await omar.context().close()
})

test('a request in Arabic on a phone goes with the one file that was kept @long', async ({ browser }) => {
  const phone = { language: 'ar', width: 360, height: 740 }
  const salma = await openAs(browser, here.product.address, here.salma, '/new', phone)
  await salma.getByLabel(ar.plain('ticketRequest:sentence')).fill('ختم المذكرة غير واضح')
  await salma.getByLabel(ar.plain('ticketRequest:story')).fill('أرفقت الملف.')
  const files = salma.locator('input[type=file]')
  await files.setInputFiles([textFile('one.txt'), textFile('two.txt')])
  await salma.getByRole('button', { name: ar('written:file.remove', { name: 'one.txt' }) }).click()
  await expect(salma.getByText('one.txt')).toHaveCount(0)
  await files.setInputFiles([textFile('big.txt', 1024 * 1024 + 1)])
  await expect(salma.getByText(ar.plain('written:file.tooLarge', { max: '' }).trim().slice(0, 12))).toBeVisible()
  await expectNoSidewaysScroll(salma)
  await shot(salma, 'request-file-too-large-ar-light-360')
  await salma.getByRole('button', { name: ar('written:file.remove', { name: 'big.txt' }) }).click()
  await salma.getByRole('button', { name: ar.plain('ticketRequest:send') }).click()
  await expect(salma.getByText(`T-${number + 1}`).first()).toBeVisible()
  await salma.goto(`${here.product.address}/tickets/${number + 1}`)
  await expect(salma.getByText('two.txt')).toBeVisible()
  await expect(salma.getByText(/(one|big)\.txt/)).toHaveCount(0)
  await salma.context().close()
})

test('who came by a mail’s link attaches a file @long', async ({ browser }) => {
  const path = await room.link(here.salma.id, number)
  const page = await openAs(browser, here.product.address, null, path, { language: 'ar', width: 360, height: 740 })
  await page.getByRole('button', { name: ar('signIn:ticketLinkOpen') }).click()
  await page.getByRole('textbox', { name: ar('customerTicket:conversation.write') }).fill('هذا هو الملف.')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([textFile('three.txt')])
  await expect(page.getByRole('button', { name: ar('written:file.remove', { name: 'three.txt' }) })).toBeVisible()
  await page.getByRole('button', { name: ar('customerTicket:conversation.send') }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'هذا هو الملف.' }).first()).toContainText('three.txt')
  await page.context().close()
})

test('a reply is taken back from its toast on the next ticket: nothing was sent, and the text is back @long', async ({
  browser,
}) => {
  const { desk, product, omar, salma } = here
  await desk.call(here.noor, 'PATCH', '/api/v1/settings', { undoSeconds: 30 })
  const page = await openAs(browser, product.address, omar, `/incoming/${number}`)
  await (await composer(page, en.plain('staffTicket:composer.reply'))).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Written too soon.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: new RegExp(en.plain('glossary:queue.mine')) }).click()
  await page
    .getByRole('button', { name: en.plain('actions:undo') })
    .last()
    .click()
  await page.goto(`${product.address}/incoming/${number}`)
  await expect(page.locator('.ProseMirror')).toContainText('Written too soon.')
  const read = await desk.call(salma, 'GET', `/api/v1/tickets/${number}/conversation`)
  expect(JSON.stringify(read)).not.toContain('Written too soon.')
  await page.context().close()
})

test('whom a note calls by name reads it in the bell, and is led to it @long', async ({ browser }) => {
  const { desk, product, omar, jana, noor } = here
  await desk.call(noor, 'PATCH', '/api/v1/settings', { undoSeconds: 0 })
  const writer = await openAs(browser, product.address, omar, `/incoming/${number}`)
  const reader = await openAs(browser, product.address, jana, '/incoming')
  await (await composer(writer, en.plain('staffTicket:composer.note'))).click()
  await writer.keyboard.type('The stamp is missing, @Jan')
  await writer.getByRole('option', { name: /Jana/ }).click()
  await writer.getByRole('button', { name: en.plain('staffTicket:composer.addNote') }).click()
  await expect(writer.getByText(/The stamp is missing, @Jana/).first()).toBeVisible()
  await reader.getByRole('button', { name: new RegExp(en.plain('shell:notices.title')) }).click()
  const told = reader.getByText(/Omar Siddiqui.*T-\d+/).first()
  await expect(told).toBeVisible()
  await shot(reader, 'mention-in-the-bell-en-light-1440')
  await told.click()
  await expect(reader).toHaveURL(new RegExp(`/${number}`))
  await expect(reader.getByText(/The stamp is missing, @Jana/).first()).toBeVisible()
  await writer.context().close()
  await reader.context().close()
})

test('a note is edited by its author; a colleague reads what it said before @long', async ({ browser }) => {
  const { desk, product, omar, jana } = here
  await desk.verb(omar, number, 'note', { text: 'The file is lost.' })
  const author = await openAs(browser, product.address, omar, `/incoming/${number}`)
  await author
    .getByRole('button', { name: en('staffTicket:edit.note') })
    .last()
    .click()
  await author.getByRole('textbox', { name: en('staffTicket:edit.note') }).fill('The file is found.')
  await author.getByRole('button', { name: en('staffTicket:edit.save'), exact: true }).click()
  await expect(author.getByText('The file is found.')).toBeVisible()
  const colleague = await openAs(browser, product.address, jana, `/incoming/${number}`)
  await expect(colleague.getByText('The file is found.')).toBeVisible()
  await expect(colleague.getByRole('button', { name: en('staffTicket:edit.note') })).toHaveCount(0)
  await colleague.getByRole('button', { name: /^edited/ }).click()
  await expect(colleague.getByText('The file is lost.')).toBeVisible()
  await author.context().close()
  await colleague.context().close()
})

test('a telephone number in Arabic was read from its end, and the numbers of a list stood on two sides @long', async ({
  browser,
}) => {
  await here.desk.verb(here.salma, number, 'reply', {
    text: 'iPhone 15 لا يعمل\n\n1. رقم السائق +966 50 123 4567\n2. MF-20418\n3. iPhone 15 لا يعمل',
  })
  const omar = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  const items = omar.locator('ol ol > li')
  await expect(items).toHaveCount(3)
  const runs = await items.evaluateAll((all) =>
    all.flatMap((item) => [item, item.firstElementChild!].map((one) => getComputedStyle(one).direction)),
  )
  expect(runs).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'rtl', 'rtl'])
  await expect(items.first().locator('bdi[dir=ltr]')).toHaveText('+966 50 123 4567')
  expect(await omar.locator('p', { hasText: 'iPhone 15' }).evaluate((one) => getComputedStyle(one).direction)).toBe(
    'rtl',
  )
  await omar.context().close()
})

test('who wrote under a closed request took it to be open again; a long word left the box of notifications @long', async ({
  browser,
}) => {
  const { desk, product, salma, mariam } = here
  const long = `عاجل ${'كلمةطويلةجدًا'.repeat(12)}`
  const { number: closed } = await desk.submit(salma, long, 'وصل صندوق واحد.')
  const page = await openAs(browser, product.address, salma, `/tickets/${closed}`, { language: 'ar', width: 360 })
  const hint = page.getByText(ar.plain('customerTicket:conversation.staysClosed'))
  await expect(page.getByText('وصل صندوق واحد.')).toBeVisible()
  await expect(hint).toHaveCount(0)
  await desk.verb(mariam, closed, 'close', { reason: 'The other one arrived.' })
  await expect(hint).toBeVisible()
  await page.context().close()
  const atDesk = await openAs(browser, product.address, mariam, '/incoming')
  await atDesk
    .getByRole('button', { name: /notification/iu })
    .first()
    .click()
  const notice = atDesk.getByRole('button', { name: /كلمةطويلة/u }).last()
  await expect(notice).toBeVisible()
  expect(await notice.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  await atDesk.context().close()
})

test('the newest of forty messages was far down on a phone; those between are shown at a press @long', async ({
  browser,
}) => {
  const { desk, product, salma } = here
  const { number: long } = await desk.submit(salma, 'أين الشحنة؟', 'بداية الحديث')
  for (let count = 1; count <= 40; count++) await desk.verb(salma, long, 'reply', { text: `الرسالة ${count}.` })
  const page = await openAs(browser, product.address, salma, `/tickets/${long}`, { language: 'ar', width: 360 })
  await expect(page.getByText('بداية الحديث')).toBeVisible()
  await expect(page.getByText('الرسالة 40.')).toBeVisible()
  await page.getByRole('button', { name: ar('shell:toNewest') }).click()
  await expect(page.getByText('الرسالة 40.')).toBeInViewport()
  await expect(page.getByText('الرسالة 20.')).toHaveCount(0)
  await page.getByRole('button', { name: ar('customerTicket:conversation.earlier', { count: 20 }) }).click()
  await expect(page.getByText('الرسالة 1.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'الرسالة 1.' })).toBeFocused()
  await expect(page.getByText('الرسالة 20.')).toHaveCount(1)
  await expectNoSidewaysScroll(page)
  await page.context().close()
})

for (const [language, scheme, t] of [
  ['en', 'light', en],
  ['ar', 'dark', ar],
] as const)
  test(`staff on a phone had no way to the newest of forty messages, in ${language} @long`, async ({ browser }) => {
    const { desk, product, salma, mariam } = here
    const { number: long } = await desk.submit(salma, 'Where is it?', 'It begins here.')
    for (let count = 1; count <= 40; count++) await desk.verb(salma, long, 'reply', { text: `Message ${count}.` })
    await desk.call(mariam, 'PATCH', '/api/v1/me', { language })
    const phone = { language, scheme, width: 360, height: 740 }
    const page = await openAs(browser, product.address, mariam, `/tickets/${long}`, phone)
    const newest = page.getByRole('button', { name: t('shell:toNewest') })
    await expect(newest).toBeInViewport()
    await expect(page.getByText('Message 40.')).not.toBeInViewport()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await shot(page, `to-newest-${language}`)
    await newest.click()
    await expect(page.getByText('Message 40.')).toBeInViewport()
    await expect(newest).toHaveCount(0)
    await expect(page.getByRole('listitem').filter({ hasText: 'Message 40.' })).toBeFocused()
    await shot(page, `to-newest-there-${language}`)
    await desk.call(mariam, 'PATCH', '/api/v1/me', { language: 'en' })
    await page.context().close()
  })
