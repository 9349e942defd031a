import { createServer } from 'node:http'
import { expect, test } from '@playwright/test'
import { hostileHtml } from './hostile-html.ts'
import { openMailroom } from './mails.ts'
import { en, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// Mails that want to run something or to be told that they are read, from the wire to the eyes of staff: nothing leaves the browser.

let here: PeopledProduct
let room: Awaited<ReturnType<typeof openMailroom>>
const heard: string[] = []
const elsewhere = createServer((request, response) => {
  heard.push(request.url ?? '')
  response.setHeader('access-control-allow-origin', '*')
  response.end('alert(1)')
})
let at: string
test.beforeAll(async () => {
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  at = `http://127.0.0.1:${(elsewhere.address() as { port: number }).port}`
  here = await startPeopledProduct()
  room = await openMailroom(here.product)
})
test.afterAll(async () => {
  await room.close()
  await here.product.stop()
  await new Promise((resolve) => elsewhere.close(resolve))
})

const mail = (name: string, html: string, index: number): Buffer =>
  Buffer.from(
    [
      `From: "<img src=${at}/name>" <writer${index}@example.com>`,
      'To: help@marsa.example',
      `Subject: ${name} <script>alert(1)</script>`,
      `Message-ID: <hostile${index}@example.com>`,
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<p>Before: ${name}</p>${html}<p>After</p>`,
      '',
    ].join('\r\n'),
  )

test('whatever a mail’s HTML tries, no request leaves and nothing runs @long', async ({ browser }) => {
  // thirty mails, each opened
  test.setTimeout(720_000)
  const act = `fetch('${at}/ran');alert(1);document.title='ran'`
  const vectors = Object.entries(hostileHtml(at, act.replaceAll('"', "'")))
  expect(vectors.length).toBeGreaterThan(25)

  // it would be heard: a page of nobody's that fetches is
  const control = await openAs(browser, at, null, '/control')
  await control.context().close()
  expect(heard).toContain('/control')
  heard.length = 0

  const page = await openAs(browser, here.product.address, here.mariam, '/mails?which=all')
  const went: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(here.product.address) && !/^(data|blob|about):/u.test(url)) went.push(url)
  })
  page.on('dialog', (dialog) => {
    went.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  let shown = 0
  const tickets: number[] = []
  for (const [index, [name, html]] of vectors.entries()) {
    const kept = await room.take(mail(name, html, index))
    expect(kept.state, `${name}: ${kept.last_error}`).toBe('done')
    if (kept.ticket_number) tickets.push(kept.ticket_number)
  }
  await page.goto(`${here.product.address}/mails?which=all`)
  for (const [name] of vectors) {
    await page.getByText(`${name} <script>alert(1)</script>`, { exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('heading', { name: new RegExp(`^${name} <script>`, 'u') })).toBeVisible()
    await dialog.getByRole('radio', { name: en('mailIn:view.html') }).check()
    const frame = page.frameLocator('iframe')
    await expect(frame.getByText(`Before: ${name}`)).toBeVisible()
    expect(
      await frame
        .locator(
          'script, iframe, object, embed, form, link, style, meta[http-equiv=refresh], base, svg, math, video, audio',
        )
        .count(),
      name,
    ).toBe(0)
    for (const link of await frame.locator('a[href]').all())
      expect(await link.getAttribute('href'), name).toMatch(/^(https?|mailto|tel):/u)
    shown++
    if (name === 'form') await shot(page, 'hostile-form-en-light-1440')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  expect(shown).toBe(vectors.length)

  // and on the tickets that they became
  for (const ticket of tickets.slice(0, 8)) {
    await page.goto(`${here.product.address}/incoming/${ticket}`)
    await expect(page.getByRole('heading', { name: /<script>alert\(1\)<\/script>$/u }).first()).toBeVisible()
  }
  await page.goto(`${here.product.address}/incoming`)
  await expect(page.getByRole('heading').first()).toBeVisible()
  expect(went).toEqual([])
  expect(heard).toEqual([])
  expect(await page.title()).not.toBe('ran')
  await page.context().close()
})
