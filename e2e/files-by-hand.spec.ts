import { expect, test, type Page } from '@playwright/test'
import { openFaultProxy } from '../src/testing/faults/fault-proxy.server.ts'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { password, startPeopledProduct, type PeopledProduct } from './people.ts'

// Files on their way: dropped anywhere on the page, several at once, one that is cancelled, and a line that breaks.

let here: PeopledProduct
let line: Awaited<ReturnType<typeof openFaultProxy>>
let address: string
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { port, hostname } = new URL(here.product.address)
  line = await openFaultProxy({ host: hostname, port: Number(port) })
  address = `http://${hostname}:${line.port}`
  const { desk, salma, mariam, omar, documents } = here
  number = (await desk.submit(salma, 'أين مذكرة التسليم؟', 'لم تصل بعد.')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
})
test.afterAll(async () => {
  await line.stop()
  await here.product.stop()
})

const phone = { language: 'ar', width: 360, height: 740 }
const file = (name: string, bytes = 20) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(bytes, 'a') })
const megabyte = 1024 * 1024

/** As from a folder of the system: a script may fill what is dragged, and dispatches what the browser would. */
const drag = (page: Page, selector: string, event: 'dragover' | 'drop', names: string[]) =>
  page
    .locator(selector)
    .last()
    .evaluate(
      (place, [type, files]) => {
        const dataTransfer = new DataTransfer()
        for (const name of files) dataTransfer.items.add(new File(['Some words'], name, { type: 'text/plain' }))
        place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      },
      [event, names] as const,
    )

async function uploadingAt(page: Page, bytesPerSecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  })
}

test('files are dropped anywhere on the page, and nowhere while a dialog lies over it @long', async ({ browser }) => {
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  await expect(omar.locator('.ProseMirror')).toBeVisible()
  await drag(omar, 'h1', 'dragover', ['one.txt'])
  await expect(omar.getByText(en('written:file.drop'))).toBeVisible()
  await shot(omar, 'drop-here-en-light-1440')
  await drag(omar, 'h1', 'drop', ['one.txt', 'two.txt'])
  await expect(omar.getByText(en('written:file.drop'))).toHaveCount(0)
  for (const name of ['one.txt', 'two.txt'])
    await expect(omar.getByRole('button', { name: en('written:file.remove', { name }) })).toBeVisible()
  await omar.getByRole('button', { name: en.plain('staff:more') }).click()
  await omar.getByRole('menuitem', { name: en.plain('translating:open') }).click()
  await drag(omar, 'dialog[open]', 'drop', ['three.txt'])
  await omar.keyboard.press('Escape')
  await expect(omar.getByText('three.txt')).toHaveCount(0)
  await omar.context().close()

  const salma = await openAs(browser, address, here.salma, '/new', { ...phone, scheme: 'dark' })
  await drag(salma, 'h1', 'dragover', ['إيصال.txt'])
  await expect(salma.getByText(ar('written:file.drop'))).toBeVisible()
  await shot(salma, 'drop-here-ar-dark-360')
  await drag(salma, 'h1', 'drop', ['إيصال.txt'])
  await expect(salma.getByRole('button', { name: ar('written:file.remove', { name: 'إيصال.txt' }) })).toBeVisible()
  await salma.context().close()
})

test('of three on their way each says how far it is; one is cancelled, the others are sent @long', async ({
  browser,
}) => {
  const salma = await openAs(browser, address, here.salma, `/tickets/${number}`, phone)
  const box = salma.getByRole('textbox', { name: ar('customerTicket:conversation.write') })
  await box.fill('هذه الملفات الثلاثة.')
  // slow enough to be looked at, whatever that takes
  await uploadingAt(salma, megabyte / 20)
  await salma
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('one.txt', megabyte), file('two.txt', 2 * megabyte), file('three.txt', 3 * megabyte)])
  await expect(salma.getByRole('progressbar')).toHaveCount(3)
  await expect.poll(() => salma.getByRole('progressbar').last().getAttribute('value').then(Number)).toBeGreaterThan(0)
  await expect(salma.getByRole('button', { name: ar('customerTicket:conversation.send') })).toBeDisabled()
  await expectAccessible(salma)
  await expectNoSidewaysScroll(salma)
  await shot(salma, 'files-under-way-ar-light-360')
  await salma.getByRole('button', { name: ar('written:file.cancel', { name: 'three.txt' }) }).click()
  await expect(salma.getByText('three.txt')).toHaveCount(0)
  await uploadingAt(salma, -1)
  for (const name of ['one.txt', 'two.txt'])
    await expect(salma.getByRole('button', { name: ar('written:file.remove', { name }) })).toBeVisible()
  await salma.getByRole('button', { name: ar('customerTicket:conversation.send') }).click()
  const said = salma.getByRole('listitem').filter({ hasText: 'هذه الملفات الثلاثة.' }).first()
  await expect(said).toContainText('one.txt')
  await expect(said).toContainText('two.txt')
  await expect(said).not.toContainText('three.txt')
  await salma.context().close()
})

test('a request that is sent long after it was begun says which of its files must be attached again, and goes out @long', async ({
  browser,
}) => {
  const page = await openAs(browser, address, here.pierre, '/new')
  const leftBehind = (name: string, more = {}) => ({
    id: crypto.randomUUID(),
    name,
    type: 'text/plain',
    size: 9,
    ...more,
  })
  const draft = {
    ...{ title: 'The yard is locked', description: 'Since Friday.', customer: '', custom: {}, language: null },
    ...{ files: [leftBehind('friday.txt', { at: 0 }), leftBehind('list.txt')], key: crypto.randomUUID() },
  }
  await page.evaluate(
    ([whose, stored]) => localStorage.setItem(`sanad.draft.request.${whose}`, stored!),
    [here.pierre.id, JSON.stringify(draft)],
  )
  await page.reload()
  await expect(page.getByText('No longer here: friday.txt')).toBeVisible()
  await page.getByRole('button', { name: en.plain('ticketRequest:send') }).click()
  await expect(page.getByText('No longer here: friday.txt and list.txt')).toBeVisible()
  await expect(page.getByText(en.plain('refusals:field.notInList'))).toHaveCount(0)
  await expectAccessible(page)
  await shot(page, 'files-gone-en-light-1440')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('list.txt', 9)])
  await expect(page.getByRole('button', { name: en('written:file.remove', { name: 'list.txt' }) })).toBeVisible()
  await expect(page.getByText('list.txt.')).toHaveCount(0)
  await page.getByRole('button', { name: en.plain('ticketRequest:send') }).click()
  await expect(page.getByText(en.plain('ticketRequest:sent.title'))).toBeVisible()
  await page.context().close()
})

test('a file that is too large says so and is only taken away: to try it again would be in vain @long', async ({
  browser,
}) => {
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  await expect(omar.locator('.ProseMirror')).toBeVisible()
  await here.desk.call(here.noor, 'PATCH', '/api/v1/settings', { fileMegabytes: 1 })
  const chooser = omar.locator('input[type=file]').first()
  // the page that is open still knows the size of before: the server refuses it
  await chooser.setInputFiles([file('film.mp4', 2 * megabyte)])
  const takenAway = omar.getByRole('button', { name: en('written:file.remove', { name: 'film.mp4' }) })
  await expect(takenAway).toBeVisible()
  await expect(omar.getByRole('alert')).toBeVisible()
  await expect(omar.getByRole('button', { name: en('written:file.retry', { name: 'film.mp4' }) })).toHaveCount(0)
  await takenAway.click()
  await expect(omar.getByText('film.mp4')).toHaveCount(0)
  await omar.reload()
  await chooser.setInputFiles([file('film.mp4', 2 * megabyte)])
  await expect(omar.getByText(en('written:file.tooLarge', { max: '1 MB' }))).toBeVisible()
  await expect(omar.getByRole('button', { name: en('written:file.retry', { name: 'film.mp4' }) })).toHaveCount(0)
  await expectAccessible(omar)
  await takenAway.click()
  await here.desk.call(here.noor, 'PATCH', '/api/v1/settings', { fileMegabytes: 25 })
  await omar.context().close()
})

test('a line that breaks under a file says so, and one press sends it again @long', async ({ browser }) => {
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  await expect(omar.locator('.ProseMirror')).toBeVisible()
  await uploadingAt(omar, megabyte)
  await omar
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('manifest.txt', 4 * megabyte)])
  await expect.poll(() => omar.getByRole('progressbar').first().getAttribute('value').then(Number)).toBeGreaterThan(5)
  line.set('refuse')
  line.cut()
  const again = omar.getByRole('button', { name: en('written:file.retry', { name: 'manifest.txt' }) })
  await expect(again).toBeVisible()
  await expectAccessible(omar)
  await shot(omar, 'file-failed-en-light-1440')
  await omar.emulateMedia({ colorScheme: 'dark' })
  await shot(omar, 'file-failed-en-dark-1440')
  line.set('pass')
  await uploadingAt(omar, -1)
  await again.click()
  await expect(omar.getByRole('button', { name: en('written:file.remove', { name: 'manifest.txt' }) })).toBeVisible()
  await omar.context().close()
})

test('files that had not arrived when the session ended were gone without a word @long', async ({ browser }) => {
  const pierre = await here.desk.signIn(here.pierre.email)
  const page = await openAs(browser, address, pierre, '/new')
  const chooser = page.locator('input[type=file]').first()
  const signIn = async () => {
    await page.getByLabel(en.plain('signIn:email')).fill(pierre.email)
    await page.getByLabel(en.plain('signIn:password'), { exact: true }).fill(password)
    await page.getByRole('button', { name: en.plain('signIn:title'), exact: true }).click()
    await expect(page).toHaveURL(/\/new$/)
  }
  const expired = () => page.context().clearCookies()
  await test.step('one arrived, one broke off, one is on its way', async () => {
    await page.route('**/api/v1/files', (route) => {
      const name = route.request().headers()['x-file-name'] ?? ''
      if (name.endsWith('one.txt')) return route.continue()
      if (name.endsWith('two.txt')) return route.abort('connectionreset')
    })
    await chooser.setInputFiles([file('one.txt'), file('two.txt'), file('three.txt')])
    await expect(page.getByRole('button', { name: en('written:file.remove', { name: 'one.txt' }) })).toBeVisible()
    await expect(page.getByRole('button', { name: en('written:file.retry', { name: 'two.txt' }) })).toBeVisible()
    await expired()
    await page.getByLabel(en.plain('ticketRequest:sentence')).first().fill('The ramp is steep')
    // back from another window, a minute later
    await page.evaluate(() => {
      const { now } = Date
      Date.now = () => now() + 60_000
      window.dispatchEvent(new Event('visibilitychange'))
    })
    await expect(page).toHaveURL(/\/sign-in\?to=%2Fnew/)
    await page.unroute('**/api/v1/files')
    await signIn()
    await expect(page.getByText('No longer here: two.txt and three.txt.')).toBeVisible()
    await expect(page.getByRole('button', { name: en('written:file.remove', { name: 'one.txt' }) })).toBeVisible()
    await expectAccessible(page)
    await shot(page, 'files-not-arrived-en-light-1440')
  })
  await test.step('what is attached again is not missed; the upload itself finds out that the session ended', async () => {
    await chooser.setInputFiles([file('two.txt')])
    await expect(page.getByText('No longer here: three.txt.')).toBeVisible()
    await expired()
    await chooser.setInputFiles([file('four.txt')])
    await expect(page).toHaveURL(/\/sign-in\?to=%2Fnew/)
    await signIn()
    await expect(page.getByText('No longer here: three.txt and four.txt.')).toBeVisible()
    await expect(page.getByLabel(en.plain('ticketRequest:sentence')).first()).toHaveValue('The ramp is steep')
  })
  await page.context().close()
})
