import { expect, test, type Page } from '@playwright/test'
import { ar, composer, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// Staff write Markdown with a name and a file, take it back once, and send; the customer reads it and answers with a picture.

let here: PeopledProduct
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct({ undoSeconds: 4 })
  const { desk, salma, mariam, omar, documents } = here
  number = (await desk.submit(salma, 'لا يمكن تنزيل مذكرة التسليم', 'تظهر رسالة «المستند غير موجود».')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
})
test.afterAll(() => here.product.stop())

/** A picture of one colour, as a browser draws it. */
const aPicture = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(320, 200)
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#8fb7ba'
    pen.fillRect(0, 0, 320, 200)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
    return btoa(String.fromCharCode(...bytes))
  })
  return Buffer.from(base64, 'base64')
}

/** As from the clipboard: the browser itself gives a page's script no way to fill that with a file. */
const pastePicture = (page: Page, selector: string, base64: string) =>
  page.locator(selector).evaluate((box, data) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, base64)

test('a message is written in Markdown, taken back once, sent, read and answered with a picture', async ({
  browser,
}) => {
  const { address } = here.product
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  const thread = omar.getByRole('region', { name: en.plain('staffTicket:thread') })

  await test.step('a note calls a colleague by name; she is told', async () => {
    const box = await composer(omar, en.plain('staffTicket:composer.note'))
    await expect(omar.locator('.ProseMirror')).toBeVisible()
    await box.click()
    await omar.keyboard.type('**Jana** knows this: @Ja')
    await omar.getByRole('option', { name: /Jana/ }).click()
    await omar.keyboard.type(' please look')
    await expectAccessible(omar)
    await shot(omar, 'note-with-mention-en-light-1440')
    await omar.getByRole('button', { name: en.plain('staffTicket:composer.addNote') }).click()
    await omar.getByRole('button', { name: en.plain('staffTicket:held.sendNow') }).click()
    await expect(thread.getByText('@Jana')).toBeVisible()
    await expect(thread.locator('strong', { hasText: 'Jana' })).toBeVisible()
    await expect
      .poll(async () =>
        (await here.desk.call(here.jana, 'GET', '/api/v1/notices')).items.map(
          (item: { interaction: string }) => item.interaction,
        ),
      )
      .toContain('tell-person-of-mention')
  })

  await test.step('a reply with a list and a file is held, and taken back', async () => {
    const box = await composer(omar, en.plain('staffTicket:composer.reply'))
    await box.click()
    await omar.keyboard.type('Please **restart** it:\n- open the page\nthen reload')
    await omar
      .locator('input[type=file]')
      .setInputFiles({ name: 'إشعار MF-20418.png', mimeType: 'image/png', buffer: await aPicture(omar) })
    await expect(
      omar.getByRole('list', { name: en.plain('written:file.list') }).getByText('إشعار MF-20418.png'),
    ).toBeVisible()
    await expect(
      omar.getByRole('button', { name: en('written:file.remove', { name: 'إشعار MF-20418.png' }) }),
    ).toBeVisible()
    await omar.keyboard.press('Control+Enter')
    await omar
      .getByRole('button', { name: en.plain('actions:undo') })
      .first()
      .click()
    await expect(omar.locator('.ProseMirror strong', { hasText: 'restart' })).toBeVisible()
    await expect(
      omar.getByRole('list', { name: en.plain('written:file.list') }).getByText('إشعار MF-20418.png'),
    ).toBeVisible()
  })

  await test.step('the draft survives a reload', async () => {
    await omar.reload()
    await expect(omar.locator('.ProseMirror strong', { hasText: 'restart' })).toBeVisible()
    await expect(omar.locator('.ProseMirror li').first()).toContainText('open the page')
  })

  const salma = await openAs(browser, address, here.salma, `/tickets/${number}`, {
    language: 'ar',
    width: 360,
    height: 740,
  })
  await test.step('sent again it goes out by itself, and she reads it', async () => {
    await omar
      .getByRole('button', { name: en.plain('staffTicket:composer.send'), exact: false })
      .last()
      .click()
    await expect(omar.getByText(/Sending in/).first()).toBeVisible()
    await shot(omar, 'held-en-light-1440')
    await expectAccessible(omar)
    await expect(thread.locator('strong', { hasText: 'restart' })).toBeVisible()
    await shot(omar, 'sent-markdown-en-light-1440')
    await expect(salma.locator('strong', { hasText: 'restart' })).toBeVisible()
    await expect(salma.locator('img[src*=preview]')).toBeVisible()
    await expect
      .poll(() => salma.locator('img[src*=preview]').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(320)
    await expectNoSidewaysScroll(salma)
    await expectAccessible(salma)
    await shot(salma, 'customer-markdown-ar-light-360')
  })

  await test.step('she answers with a picture from the clipboard', async () => {
    await salma.locator('form textarea').fill('هذه صورة الشاشة.')
    await pastePicture(salma, 'form textarea', (await aPicture(salma)).toString('base64'))
    await expect(salma.getByRole('list', { name: ar.plain('written:file.list') }).last()).toContainText('.png')
    await shot(salma, 'customer-attaching-ar-light-360')
    await salma.getByRole('button', { name: ar.plain('customerTicket:conversation.send') }).click()
    await expect(salma.locator('img[src*=preview]')).toHaveCount(2)
    await expect(thread.getByText('هذه صورة الشاشة.')).toBeVisible()
    await expect(thread.locator('img[src*=preview]')).toHaveCount(2)
  })
})

test('closing the page loses nothing: what was sent goes out, what was begun is there elsewhere', async ({
  browser,
}) => {
  const { address } = here.product
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  await expect(omar.locator('.ProseMirror')).toBeVisible()
  await omar.locator('.ProseMirror').click()
  await omar.keyboard.type('Sent and gone.')
  await omar.keyboard.press('Control+Enter')
  await expect(omar.getByText(/Sending in/).first()).toBeVisible()
  await (await composer(omar, en.plain('staffTicket:composer.note'))).click()
  await omar.keyboard.type('Half a thou')
  await expect(omar.getByText(en.plain('written:draftKept'))).toBeVisible()
  await omar.context().close()
  const read = async () =>
    (await here.desk.call(here.salma, 'GET', `/api/v1/tickets/${number}/conversation`)).items.map(
      ({ text }: { text: { source: string; texts: Record<string, { text: string }> } }) =>
        text.texts[text.source]!.text,
    )
  await expect.poll(read).toContain('Sent and gone.')
  const elsewhere = await openAs(browser, address, here.omar, `/incoming/${number}`)
  await composer(elsewhere, en.plain('staffTicket:composer.note'))
  await expect(elsewhere.locator('.ProseMirror')).toContainText('Half a thou')
})
