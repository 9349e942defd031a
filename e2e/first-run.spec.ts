import { expect, test } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { password } from './people.ts'
import { startProduct, type Product } from './product.ts'

let product: Product
test.beforeAll(async () => {
  product = await startProduct({ environment: { SANAD_ORGANISATION: 'Marsa' } })
})
test.afterAll(() => product.stop())

test('whoever installs it sets it up on one page and adds the first person', async ({ browser }) => {
  const link = /http:\S+\/setup\S*/.exec(product.said)?.[0]
  expect(link).toBeDefined()
  const page = await openAs(browser, product.address, null, link!.replace(product.address, ''))
  await expect(page.getByRole('heading', { name: en.plain('firstRun:title') })).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'first-run-en-light-1440')
  await expect(page.getByLabel(en.plain('firstRun:name'), { exact: true })).toHaveValue('Marsa')
  await page.getByLabel(en.plain('firstRun:name'), { exact: true }).fill('Marsa Freight')
  await page.getByLabel(en.plain('firstRun:yourName')).fill('Noor Farouk')
  await page.getByLabel(en.plain('firstRun:email')).fill('noor@example.com')
  await page.locator('input[type=password]').first().fill(password)
  const second = await openAs(browser, product.address, null, link!.replace(product.address, ''))
  await second.getByLabel(en.plain('firstRun:yourName')).fill('Adam Root')
  await second.getByLabel(en.plain('firstRun:email')).fill('adam@example.com')
  await second.locator('input[type=password]').first().fill(password)
  await page.getByRole('button', { name: en.plain('firstRun:start'), exact: true }).click()
  await expect(page.getByText(en.plain('firstRun:next.people'))).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'first-run-next-en-light-1440')

  await page.getByText(en.plain('firstRun:next.mail')).click()
  await expect(page.getByText(en.plain('settingsMail:none'))).toBeVisible()
  await page.goto(`${product.address}/settings/mail`)
  await expect(page.getByText(en.plain('administration:mail.noServer'))).toBeVisible()
  await page.goto(`${product.address}/people`)
  await expect(page).toHaveURL(/\/people/)
  await expect(page.getByText('Noor Farouk').first()).toBeVisible()
  // an empty desk shows nothing of what the product is
  await page.goto(`${product.address}/incoming`)
  await page.getByText(en.plain('incoming:demo.title')).click()
  await expect(page.getByText('npm run demo')).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shot(page, 'first-run-demo-en-light-360')

  await page.goto(`${product.address}/people`)
  await page.getByRole('button', { name: en.plain('people:add') }).click()
  await expect(page.getByText(en.plain('people:field.invitationKept'))).toBeVisible()
  const drawer = page.getByRole('dialog')
  // written at once, without a look at where the cursor is: the first letters went to the ×
  await page.keyboard.type('Salma Idris')
  await expect(drawer.getByLabel(en.plain('people:field.name'), { exact: true })).toHaveValue('Salma Idris')
  await drawer.getByLabel(en.plain('people:field.email')).fill('salma@example.com')
  await drawer.getByRole('button', { name: en.plain('people:add') }).click()
  await expect(page.getByText(en('people:invitedKept', { email: 'salma@example.com' }))).toBeVisible()

  // it was set up while they wrote: they were told that something was not found
  await second.getByRole('button', { name: en.plain('firstRun:start'), exact: true }).click()
  await expect(second.getByText(en.plain('firstRun:over'))).toBeVisible()
  const again = await openAs(browser, product.address, null, link!.replace(product.address, ''))
  await expect(again.getByText(en.plain('firstRun:over'))).toBeVisible()
})

test('signing in works by hand, and a wrong password says one thing only', async ({ browser }) => {
  const page = await openAs(browser, product.address, null, '/incoming')
  await expect(page.getByLabel(en.plain('signIn:email'))).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(en.plain('signIn:email')).fill('noor@example.com')
  await page.getByLabel(en.plain('signIn:password'), { exact: true }).fill('not this one, surely')
  await page.getByRole('button', { name: en.plain('signIn:title') }).click()
  await expect(page.getByText(en.plain('refusals:wrongCredentials'))).toBeVisible()
  await page.getByLabel(en.plain('signIn:password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: en.plain('signIn:title') }).click()
  await expect(page).toHaveURL(/\/incoming/)
})

test('whoever set a mail server by the environment is not asked for one again @long', async ({ browser }) => {
  const mailing = await startProduct({ environment: { SMTP_URL: 'smtp://mail.example.com:587' } })
  const link = /http:\S+\/setup\S*/.exec(mailing.said)![0]
  const phone = { language: 'ar', width: 360, height: 740 }
  const page = await openAs(browser, mailing.address, null, link.replace(mailing.address, ''), phone)
  await page.getByLabel(ar.plain('firstRun:name'), { exact: true }).fill('Marsa Freight')
  await page.getByLabel(ar.plain('firstRun:yourName')).fill('نور فاروق')
  await page.getByLabel(ar.plain('firstRun:email')).fill('noor@example.com')
  await page.locator('input[type=password]').first().fill(password)
  await page.getByRole('button', { name: ar.plain('firstRun:start'), exact: true }).click()
  await expect(page.getByText(ar.plain('firstRun:next.mailDone'))).toBeVisible()
  await expect(page.getByText('mail.example.com')).toBeVisible()
  await expect(page.getByText(ar.plain('firstRun:next.mailText'))).toHaveCount(0)
  await expectAccessible(page)
  await shot(page, 'first-run-mails-go-out-ar-light-360')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shot(page, 'first-run-mails-go-out-ar-dark-360')
  await page.goto(`${mailing.address}/settings/mail/server`)
  await expect(page.getByText(ar.plain('settingsMail:noPublicUrl'))).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.context().close()
  await mailing.stop()
})
