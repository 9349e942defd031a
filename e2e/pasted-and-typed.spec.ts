import { expect, test, type Locator } from '@playwright/test'
import { composer, en, openAs } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// What comes into the staff's box from the clipboard, and the signs of Markdown that are typed into it.

let here: PeopledProduct
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { desk, salma, mariam, omar, documents } = here
  number = (await desk.submit(salma, 'The stamp is missing', 'On page two.')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
})
test.afterAll(() => here.product.stop())

type Clipboard = { text?: string; html?: string; picture?: true }

const paste = (box: Locator, clipboard: Clipboard) =>
  box.evaluate((element, { text, html, picture }) => {
    const clipboardData = new DataTransfer()
    if (text) clipboardData.setData('text/plain', text)
    if (html) clipboardData.setData('text/html', html)
    if (picture) clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, clipboard)

test('text that staff pasted did not come', async ({ browser }) => {
  const omar = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  await composer(omar, en.plain('staffTicket:composer.reply'))
  const editor = omar.locator('.ProseMirror')
  await editor.click()
  await omar.keyboard.type('It says: ')
  await paste(editor, { text: '<status>held</status>\nport Jeddah\n\nتحياتنا' })
  await omar.keyboard.type(' — so far')
  await expect(editor.locator('p')).toHaveText(['It says: <status>held</status>port Jeddah', 'تحياتنا — so far'])
  await expect(editor.locator('p br')).toHaveCount(1)

  await omar.keyboard.press('Control+a')
  await paste(editor, {
    text: 'A price',
    html: '<table><tr><td><b>A price</b><img src="https://tracker.example/x.png"></td></tr></table>',
    picture: true,
  })
  // a table brings its picture along: the words are meant, and nothing of their HTML
  await expect(editor).toHaveText('A price')
  await expect(editor.locator('table, img, strong')).toHaveCount(0)
  await expect(omar.getByRole('list', { name: en.plain('written:file.list') })).toHaveCount(0)

  await omar.keyboard.type(' of **90**')
  await omar.keyboard.press('Control+a')
  const own = await editor.evaluate((element) => {
    const clipboardData = new DataTransfer()
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
  })
  await omar.keyboard.press('Delete')
  await paste(editor, own)
  await expect(editor.locator('strong')).toHaveText('90')
  await omar.context().close()
})

test('a link and the end of a block of code stayed signs where they were typed as Markdown', async ({ browser }) => {
  const omar = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  await composer(omar, en.plain('staffTicket:composer.note'))
  const editor = omar.locator('.ProseMirror')
  await editor.click()
  await omar.keyboard.type('See [our terms](https://marsa.example/terms) and [this](javascript:alert(1)).\n')
  await omar.keyboard.type('```\nstatus: held\n```\nThat is all.')
  await expect(editor.locator('a')).toHaveText(['our terms'])
  await expect(editor.locator('pre')).toHaveText('status: held')
  await omar.keyboard.press('Control+Enter')
  const said = async () => (await here.desk.call(here.omar, 'GET', `/api/v1/tickets/${number}/conversation`)).items
  await expect.poll(async () => (await said()).length).toBe(1)
  expect(Object.values((await said())[0].text.texts)).toMatchObject([
    {
      text: 'See [our terms](https://marsa.example/terms) and \\[this\\](javascript:alert(1)).\n\n```\nstatus: held\n```\n\nThat is all.',
    },
  ])
  await omar.context().close()
})
