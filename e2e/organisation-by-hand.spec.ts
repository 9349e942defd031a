import { expect, test } from '@playwright/test'
import { openMailSink, type MailSink } from '../src/testing/mail-sink.server.ts'
import { ar, en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
let sink: MailSink
test.beforeAll(async () => {
  sink = await openMailSink()
  here = await startPeopledProduct({ environment: { SMTP_URL: sink.url } })
})
test.afterAll(async () => {
  await here.product.stop()
  await sink.stop()
})

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><circle cx="32" cy="32" r="30" fill="#204080"/></svg>'

test('an administrator gives the organisation its logo and colour, tries the mail server, and a status its own word @long', async ({
  browser,
}) => {
  const { product, desk, noor, salma } = here
  const page = await openAs(browser, product.address, noor, '/settings/organisation')

  await test.step('logo and accent are seen at once, and kept', async () => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(logo) })
    await page.locator('input[maxlength="7"]').fill('#204080')
    await page.getByRole('button', { name: en.plain('staff:save') }).click()
    await expect(page.getByText(en.plain('settingsOrganisation:saved'))).toBeVisible()
    await page.goto(`${product.address}/incoming`)
    await expect(page.locator('nav img').first()).toBeVisible()
    const accent = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent-solid').trim())
    await expect.poll(accent).toContain('#204080')
    await expectAccessible(page)
    await shot(page, 'own-look-en-light-1440')
  })

  await test.step('the mail server is tried', async () => {
    await page.goto(`${product.address}/settings/mail/server`)
    await page.getByRole('button', { name: en.plain('settingsMail:testSend') }).click()
    await expect(page.getByText(en('settingsMail:testSent', { address: noor.email }))).toBeVisible()
    await expect.poll(() => sink.mails.filter(({ to }) => to === noor.email).length).toBeGreaterThan(0)
  })

  await test.step('its logo goes along in the mails, and stands in the preview of one', async () => {
    expect(sink.to(noor.email).at(-1)!.parsed.attachments).toMatchObject([{ contentType: 'image/png', related: true }])
    await page.goto(`${product.address}/settings/interactions/notify-customer-of-receipt`)
    const picture = page.frameLocator('iframe').locator('img').first()
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    await shot(page, 'logo-in-preview-en-light-1440')
  })

  await test.step('a status has its own word for Arabic customers', async () => {
    await page.goto(`${product.address}/settings/labels`)
    await page.getByRole('heading', { name: en.plain('settingsLabels:title') }).waitFor()
    await shot(page, 'labels-by-hand-en-light-1440')
    await desk.call(noor, 'PATCH', '/api/v1/labels', { open: { customer: { ar: 'وصلنا طلبك' } } })
    const { number } = await desk.submit(salma, 'أين الشحنة؟', 'لم تصل.')
    const customer = await openAs(browser, product.address, salma, `/requests`, {
      language: 'ar',
      width: 360,
      height: 740,
    })
    await expect(customer.getByText('وصلنا طلبك').first()).toBeVisible()
    await shot(customer, 'own-word-ar-light-360')
    await expect(customer.getByText(ar.plain('customerGlossary:status.open'))).toHaveCount(0)
    expect(number).toBeGreaterThan(0)
  })
})

test('a colour that is refused is gone to, though Save stands a page below it @long', async ({ browser }) => {
  const { product, noor } = here
  const page = await openAs(browser, product.address, noor, '/settings/organisation')
  const colour = page.locator('input[maxlength="7"]')
  await colour.fill('#ffee00')
  await page.getByRole('button', { name: en.plain('staff:save') }).click()
  await expect(colour).toBeFocused()
  await expect(colour).toBeInViewport()
  await page.context().close()
})
