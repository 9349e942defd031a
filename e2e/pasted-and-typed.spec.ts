import { expect, test, type Locator } from '@playwright/test'
import { ar, composer, en, expectAccessible, openAs } from './pages.ts'
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

test('text that staff pasted did not come @long', async ({ browser }) => {
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

test('a link and the end of a block of code stayed signs where they were typed as Markdown @long', async ({
  browser,
}) => {
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

test('a sum turned slanted and lost its signs @long', async ({ browser }) => {
  const omar = await openAs(browser, here.product.address, here.omar, `/incoming/${number}`)
  await composer(omar, en.plain('staffTicket:composer.reply'))
  const editor = omar.locator('.ProseMirror')
  await editor.click()
  await omar.keyboard.press('Control+a')
  await omar.keyboard.type('It is 2 * 3 * 4, *this* and **that**, ')
  await paste(editor, { text: 'or 5 * 6 * 7 and *those*' })
  await expect(editor).toHaveText('It is 2 * 3 * 4, this and that, or 5 * 6 * 7 and those')
  await expect(editor.locator('em')).toHaveText(['this', 'those'])
  await expect(editor.locator('strong')).toHaveText('that')
  await omar.keyboard.press('Control+a')
  await omar.keyboard.press('Delete')
  await omar.context().close()
})

test('code that shows a fence came apart when its draft was read again @long', async ({ browser }) => {
  const { desk, product, omar } = here
  const text = 'Write\n\n````\n```\nheld\n```\n````'
  await desk.call(omar, 'PUT', `/api/v1/tickets/${number}/drafts/reply`, { text, files: [] })
  const page = await openAs(browser, product.address, omar, `/incoming/${number}`)
  const editor = page.locator('.ProseMirror')
  await expect(editor.locator('pre')).toHaveText('```\nheld\n```')
  await editor.getByText('Write').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' this:')
  const kept = async () => JSON.stringify(await desk.call(omar, 'GET', `/api/v1/tickets/${number}/writing`))
  await expect.poll(kept).toContain(JSON.stringify(text.replace('Write', 'Write this:')).slice(0, -1))
  await page.context().close()
})

test('a colleague was not found behind a word that Arabic joins to the name @long', async ({ browser }) => {
  const lina = await openAs(browser, here.product.address, here.lina, `/incoming/${number}`, { language: 'ar' })
  await composer(lina, ar.plain('staffTicket:composer.note'))
  const editor = lina.locator('.ProseMirror')
  await editor.click()
  await lina.keyboard.type('انظر يا عمر و@Jan')
  // the list opens the way in which one reads, and covers no other part of the page
  const list = (await lina.getByRole('listbox').boundingBox())!
  const box = (await editor.boundingBox())!
  expect(list.x + list.width).toBeLessThanOrEqual(box.x + box.width)
  await lina.getByRole('option', { name: /Jana/ }).click()
  await expect(editor.locator('[data-type=mention]')).toHaveText('@Jana Weiss')
  await lina.keyboard.type('، a@ja')
  await expect(lina.getByRole('option')).toHaveCount(0)
  await lina.context().close()
})

test('words in angle brackets were lost where a draft, or a canned answer, came into the box @long', async ({
  browser,
}) => {
  const { desk, product, omar } = here
  const text = 'Send us <number> and <b>all</b>:\n\n<root>\n<id>4</id>\n</root>'
  await desk.call(omar, 'PUT', `/api/v1/tickets/${number}/drafts/reply`, { text, files: [] })
  const page = await openAs(browser, product.address, omar, `/incoming/${number}`)
  const editor = page.locator('.ProseMirror')
  await expect(editor).toContainText('Send us <number> and <b>all</b>:')
  await expect(editor).toContainText('<id>4</id>')
  await page.context().close()
})

test('a note that calls a colleague showed a code in place of the name where it was edited @long', async ({
  browser,
}) => {
  const { desk, product, omar, jana } = here
  await desk.verb(omar, number, 'note', { text: `[@Jana Weiss](mention:${jana.id}) knows` })
  const page = await openAs(browser, product.address, omar, `/incoming/${number}`)
  await page
    .getByRole('button', { name: en('staffTicket:edit.note') })
    .last()
    .click()
  const box = page.getByRole('textbox', { name: en('staffTicket:edit.note') })
  await expect(box).toHaveText('@Jana Weiss knows')
  await expect(box).toBeFocused()
  await page.keyboard.type(' it')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('knows it')).toBeVisible()
  await expect(box).toHaveCount(0)
  await page.context().close()
})

test('of a table that a customer pasted its picture came, and no word @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.pierre, '/new')
  const box = page.locator('textarea').first()
  await box.click()
  const wasTaken = await box.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'MF-20418\t90')
    clipboardData.setData('text/html', '<table><tr><td>MF-20418</td><td>90</td></tr></table>')
    clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }))
    return !element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  // the browser itself puts the words into the box
  expect(wasTaken).toBe(false)
  await expect(page.getByRole('list', { name: en.plain('written:file.list') })).toHaveCount(0)
  await page.context().close()
})
