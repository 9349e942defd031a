import { expect, test, type Browser, type Page } from '@playwright/test'
import { daysLater, linkMailedTo } from './account-links.ts'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// A link that chooses a password says as it opens that it is no longer valid, and what to do: nobody thinks of a password first.

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
  await here.desk.call(here.noor, 'PATCH', '/api/v1/settings', { registration: true })
})
test.afterAll(() => here.product.stop())

const readers = [
  ['en', en, 'light'],
  ['ar', ar, 'dark'],
] as const

async function invite(email: string): Promise<{ id: string; link: string }> {
  const { id } = await here.desk.call(here.noor, 'POST', '/api/v1/users', { name: 'Rami Odeh', email, roles: [] })
  return { id, link: await linkMailedTo(here.product, email) }
}

async function post(path: string, body: object): Promise<void> {
  const { address } = here.product
  const headers = { 'content-type': 'application/json', origin: address }
  const response = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
}
async function askReset(email: string): Promise<string> {
  await post('/api/auth/request-password-reset', { email })
  return linkMailedTo(here.product, email)
}
async function register(email: string): Promise<string> {
  await post('/api/v1/registrations', { name: 'Huda Saleh', email })
  return linkMailedTo(here.product, email)
}

const password = (page: Page) => page.locator('input[name="new-password"]')

test('the new link, put into the address bar of the page that said that the old one is over, opens @long', async ({
  browser,
}) => {
  const { id, link: old } = await invite('again@example.com')
  await here.desk.call(here.noor, 'POST', `/api/v1/users/${id}/invite`, {})
  const page = await openAs(browser, here.product.address, null, old)
  await expect(page.getByRole('heading', { name: en('signIn:linkOver') })).toBeVisible()
  await page.goto(here.product.address + (await linkMailedTo(here.product, 'again@example.com')))
  await password(page).fill('five words in a row')
  await page.getByRole('button', { name: en('signIn:savePassword') }).click()
  await expect(page).not.toHaveURL(/invitation|sign-in/u)
  await page.goto(`${here.product.address}/invitation#%E0%A4%A`)
  await expect(page.getByRole('heading', { name: en('signIn:linkOver') })).toBeVisible()
  await page.context().close()
})

for (const [language, t, scheme] of readers) {
  const open = (browser: Browser, path: string, width = 1440) =>
    openAs(browser, here.product.address, null, path, { language, scheme, width })
  const saysOver = async (page: Page) => {
    await expect(page.getByRole('heading', { name: t('signIn:linkOver') })).toBeVisible()
    await expect(password(page)).toHaveCount(0)
  }
  const looksRight = async (page: Page, name: string) => {
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await shot(page, `${name}-${language}-${scheme}-${width}`)
    }
  }

  test(`an invitation that was taken back says so at once and offers no mail that would not come, in ${language} @long`, async ({
    browser,
  }) => {
    const { id, link } = await invite(`revoked-${language}@example.com`)
    const page = await open(browser, link)
    await expect(password(page)).toBeVisible()
    await looksRight(page, 'journey-invitation')
    await here.desk.call(here.noor, 'POST', `/api/v1/users/${id}/revoke-invitation`, {})
    await page.reload()
    await saysOver(page)
    await expect(page.getByText(t('signIn:invitationOver'))).toBeVisible()
    await expect(page.locator('a[href="/forgot-password"]')).toHaveCount(0)
    await looksRight(page, 'journey-invitation-over')
    await page.getByRole('link', { name: t('signIn:title') }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
    await page.context().close()
  })

  test(`an invitation that was used, or that is a week old, is over as it opens, in ${language} @long`, async ({
    browser,
  }) => {
    const used = await invite(`used-${language}@example.com`)
    const page = await open(browser, used.link)
    await password(page).fill('under the old bridge')
    await page.getByRole('button', { name: t('signIn:savePassword') }).click()
    await expect(page).not.toHaveURL(/invitation/)
    await page.context().close()
    const again = await open(browser, used.link)
    await saysOver(again)
    await again.context().close()
    const old = await invite(`old-${language}@example.com`)
    await daysLater(here.product, 7)
    const late = await open(browser, old.link)
    await saysOver(late)
    await late.context().close()
  })

  test(`a link to a new password that is too old offers another by a button, in ${language} @long`, async ({
    browser,
  }) => {
    const email = language === 'ar' ? here.salma.email : here.pierre.email
    const link = await askReset(email)
    const page = await open(browser, link)
    await expect(password(page)).toBeVisible()
    await daysLater(here.product, 1)
    await page.reload()
    await saysOver(page)
    await looksRight(page, 'journey-reset-over')
    await page.getByRole('link', { name: t('signIn:sendMail') }).click()
    await page.getByLabel(t('signIn:email')).fill(email)
    await page.getByRole('button', { name: t('signIn:sendMail') }).click()
    await expect(page.getByRole('heading', { name: t('signIn:mailSent') })).toBeVisible()
    const fresh = await linkMailedTo(here.product, email)
    expect(fresh).not.toBe(link)
    await page.goto(here.product.address + fresh)
    await expect(password(page)).toBeVisible()
    await page.context().close()
  })

  test(`a link of a registration that is too old leads to registering again, in ${language} @long`, async ({
    browser,
  }) => {
    const link = await register(`huda-${language}@example.com`)
    const page = await open(browser, link)
    await expect(password(page)).toBeVisible()
    await daysLater(here.product, 1)
    await page.reload()
    await saysOver(page)
    await looksRight(page, 'journey-registration-over')
    await page.getByRole('link', { name: t('signIn:registerTitle') }).click()
    await expect(page).toHaveURL(/\/register$/)
    await page.context().close()
  })
}

test('where the question about the link cannot be answered, the form stands there all the same @long', async ({
  browser,
}) => {
  const { link } = await invite('unasked@example.com')
  const page = await openAs(browser, here.product.address, null, '/sign-in')
  await page.route('**/api/v1/links/look', (route) => route.abort())
  await page.goto(here.product.address + link)
  await password(page).fill('under the old bridge')
  await page.getByRole('button', { name: en('signIn:savePassword') }).click()
  await expect(page).not.toHaveURL(/invitation/)
  await page.context().close()
})
