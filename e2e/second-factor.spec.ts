import { expect, test } from '@playwright/test'
import { codeFor } from './authenticator.ts'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { password, startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('two-factor is set up with a phone, asked for at the next sign-in, and a recovery code works in its place', async ({
  browser,
}) => {
  const { product, omar } = here
  const page = await openAs(browser, product.address, omar, '/account/security')
  await page.getByRole('button', { name: en.plain('profile:factorSetUp') }).click()
  const factor = page.getByRole('region', { name: en.plain('profile:factor') })
  await factor.getByLabel(en.plain('profile:current')).fill('not the password')
  await factor.getByRole('button', { name: en.plain('profile:goOn') }).click()
  await expect(page.getByText(en.plain('refusals:field.wrongPassword'))).toBeVisible()
  await factor.getByLabel(en.plain('profile:current')).fill(password)
  await factor.getByRole('button', { name: en.plain('profile:goOn') }).click()
  await expect(page.getByRole('img', { name: en.plain('profile:qr') })).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'second-factor-set-up-en-light-1440')
  const secret = (await factor.locator('code').textContent()) ?? ''
  await page.getByLabel(en.plain('profile:code')).fill('000000')
  await page.getByRole('button', { name: en.plain('profile:turnOn') }).click()
  await expect(page.getByText(en.plain('refusals:field.wrongCode'))).toBeVisible()
  await page.getByLabel(en.plain('profile:code')).fill(codeFor(secret))
  await page.getByRole('button', { name: en.plain('profile:turnOn') }).click()
  await expect(page.getByRole('heading', { name: en.plain('profile:codesTitle') })).toBeVisible()
  const codes = await factor.getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  await expectAccessible(page)
  await shot(page, 'second-factor-codes-en-light-1440')
  await page.getByRole('button', { name: en.plain('profile:codesKept') }).click()
  await expect(page.getByText(en.plain('profile:codesLeft', { count: 10 }))).toBeVisible()

  const again = await openAs(browser, product.address, null, '/incoming')
  const signIn = async () => {
    await again.getByLabel(en.plain('signIn:email')).fill(omar.email)
    await again.getByLabel(en.plain('signIn:password'), { exact: true }).fill(password)
    await again.getByRole('button', { name: en.plain('signIn:title'), exact: true }).click()
    await expect(again.getByRole('heading', { name: en.plain('signIn:codeTitle') })).toBeVisible()
  }
  const give = async (code: string) => {
    await again.getByLabel(en.plain('signIn:code'), { exact: true }).fill(code)
    await again.getByRole('button', { name: en.plain('signIn:codeGoOn') }).click()
  }
  await signIn()
  await give('123456')
  await expect(again.getByText(en.plain('refusals:wrongCode'))).toBeVisible()
  // not the sign-in page, whose address says where it leads
  const inside = /^[^?]*\/incoming/
  await give(codeFor(secret, 1))
  await expect(again).toHaveURL(inside)
  // an answer under way would bring the cookie back
  await again.goto('about:blank')
  await again.context().clearCookies()
  await again.goto(`${product.address}/incoming`)
  await signIn()
  await give(codes[0]!)
  await expect(again).toHaveURL(inside)
  await again.goto(`${product.address}/account/security`)
  await expect(again.getByText(en.plain('profile:codesLeft', { count: 9 }))).toBeVisible()
  await again.getByRole('button', { name: en.plain('profile:endOthers') }).click()
  await expect(again.getByText(en.plain('profile:endedOthers'))).toBeVisible()
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in/)
  for (const each of [page, again]) await each.context().close()
})

test('whoever holds a role that asks for it is led to set it up before anything else', async ({ browser }) => {
  const { product, noor, jana, desk } = here
  await desk.call(jana, 'PATCH', '/api/v1/me', { language: 'ar' })
  const settings = await openAs(browser, product.address, noor, '/settings/sign-in')
  const asked = settings.getByRole('switch', { name: en.plain('glossary:role.representative') })
  // its box is under the drawing of a switch
  await asked.click({ force: true })
  await expect(settings.getByText(en.plain('settingsSignIn:saved'), { exact: true })).toBeVisible()
  await expect(asked).toBeChecked()
  const page = await openAs(browser, product.address, jana, '/incoming?queue=myGroups', { language: 'ar', width: 360 })
  await expect(page).toHaveURL(/\/second-factor/)
  await expect(page.getByRole('heading', { name: ar.plain('profile:neededTitle') })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByLabel(ar.plain('profile:current')).fill(password)
  await page.getByRole('button', { name: ar.plain('profile:goOn') }).click()
  await expect(page.getByRole('img', { name: ar.plain('profile:qr') })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await shot(page, 'second-factor-needed-ar-light-360')
  await page.getByLabel(ar.plain('profile:code')).fill(codeFor((await page.locator('code').textContent()) ?? ''))
  await page.getByRole('button', { name: ar.plain('profile:turnOn') }).click()
  await page.getByRole('button', { name: ar.plain('profile:codesKept') }).click()
  await expect(page).toHaveURL(/\/incoming\?queue=myGroups/)
  await expect(page.getByRole('heading').first()).toBeVisible()
})
