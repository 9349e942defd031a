import { expect, test } from '@playwright/test'
import { startProvider, type OpenidProvider } from '../src/testing/openid-provider.server.ts'
import { en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
let provider: OpenidProvider
test.beforeAll(async () => {
  here = await startPeopledProduct()
  provider = await startProvider()
  provider.serve(`${here.product.address}/api/auth/outside/callback`)
})
test.afterAll(async () => {
  await here.product.stop()
  await provider.stop()
})

const label = 'Sign in with your company account'

test('an administrator sets the service up; people come in as themselves, others become customers', async ({
  browser,
}) => {
  const { product, noor, omar, desk } = here
  const settings = await openAs(browser, product.address, noor, '/settings/sign-in')
  const fill = (field: 'issuer' | 'label' | 'clientId' | 'clientSecret', value: string) =>
    settings.getByLabel(en.plain(`settingsSignIn:${field}`), { exact: true }).fill(value)
  await fill('issuer', 'http://127.0.0.1:9')
  await fill('label', 'Company')
  await fill('clientId', provider.client_id)
  await fill('clientSecret', provider.client_secret)
  const save = settings.getByRole('button', { name: en.plain('settingsSignIn:save') })
  await save.click()
  await expect(settings.getByText(/No OpenID provider answers/)).toBeVisible()
  await fill('issuer', provider.issuer)
  await save.click()
  await expect(settings.getByText(en.plain('settingsSignIn:secretKept'))).toBeVisible()
  // another administrator words the button meanwhile: what is saved here leaves their words
  const { issuer, client_id: clientId } = provider
  const theirs = { issuer, clientId, label, linksKnown: true, addsCustomers: false }
  await desk.call(noor, 'PUT', '/api/v1/sign-in-provider', theirs)
  await settings.getByRole('switch', { name: en.plain('settingsSignIn:addsCustomers') }).check({ force: true })
  const answer = settings.waitForResponse((response) => response.request().method() === 'PUT')
  await save.click()
  await answer
  await expect(settings.getByLabel(en.plain('settingsSignIn:label'), { exact: true })).toHaveValue(label)
  await expect(save).toBeDisabled()
  expect(await desk.call(noor, 'GET', '/api/v1/sign-in-provider')).toMatchObject({ label, addsCustomers: true })
  await shot(settings, 'settings-sign-in-set-up-en-light-1440')

  const comeIn = async (sub: string) => {
    const page = await openAs(browser, product.address, null, '/account')
    await page.getByRole('button', { name: label }).click()
    await page.getByLabel('Subject').fill(sub)
    await page.getByRole('button', { name: 'Continue' }).click()
    return page
  }
  provider.accounts.set('omar-there', { sub: 'omar-there', email: omar.email })
  const known = await comeIn('omar-there')
  await expect(known).toHaveURL(`${product.address}/account`)
  await expect(known.getByLabel(en.plain('profile:name'))).toHaveValue(omar.name)

  provider.accounts.set('new-there', { sub: 'new-there', email: 'nadia@example.org', name: 'Nadia Rahal' })
  const customer = await comeIn('new-there')
  await expect(customer.getByLabel(en.plain('profile:name'))).toHaveValue('Nadia Rahal')
  await customer.getByRole('link', { name: en.plain('profile:security') }).click()
  await expect(customer.getByRole('button', { name: en.plain('profile:sendLink') })).toBeVisible()

  provider.accounts.set('stranger', { sub: 'stranger', email: noor.email, emailVerified: false })
  const stranger = await comeIn('stranger')
  await expect(stranger.getByText(en.plain('signIn:outside.unverified'))).toBeVisible()
  await expectAccessible(stranger)
  await shot(stranger, 'sign-in-outside-refused-en-light-1440')
})

test('a customer makes their own account where it is allowed @long', async ({ browser }) => {
  const { product, noor, desk } = here
  await desk.call(noor, 'PATCH', '/api/v1/settings', { registration: true })
  const page = await openAs(browser, product.address, null, '/sign-in')
  await page.getByRole('link', { name: en.plain('signIn:register') }).click()
  await page.getByLabel(en.plain('signIn:registerName')).fill('Pia Lund')
  await page.getByLabel(en.plain('signIn:email')).fill('pia@example.org')
  await page.getByRole('button', { name: en.plain('signIn:registerSend') }).click()
  await expect(page.getByRole('heading', { name: en.plain('signIn:mailSent') })).toBeVisible()
  const link = await linkMailedTo('pia@example.org')
  await page.goto(product.address + link)
  await page.getByLabel(en.plain('signIn:newPassword')).fill('password123')
  await page.getByRole('button', { name: en.plain('signIn:savePassword') }).click()
  await expect(page.getByText(en.plain('refusals:field.tooCommon'))).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'confirm-registration-refused-en-light-1440')
  await page.getByLabel(en.plain('signIn:newPassword')).fill('a walk along the river')
  await page.getByRole('button', { name: en.plain('signIn:savePassword') }).click()
  await expect(page.getByRole('link', { name: en.plain('shell:nav.myRequests') }).first()).toBeVisible()
  const again = await openAs(browser, product.address, null, link)
  await expect(again.getByRole('heading', { name: en.plain('signIn:linkOver') })).toBeVisible()
})

/** Without a mail server mails are kept, and their words can be read by who manages users. */
async function linkMailedTo(address: string): Promise<string> {
  const { desk, noor } = here
  for (;;) {
    const { items } = await desk.call(noor, 'GET', '/api/v1/mails')
    const found = items.find((mail: { to: string; subject: string | null }) => mail.to === address && mail.subject)
    if (found) {
      const { text } = await desk.call(noor, 'GET', `/api/v1/mails/${found.id}`)
      return /\/confirm-registration#\S+/.exec(text)![0]
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
