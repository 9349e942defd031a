import { expect, test } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// A key for a program is made in the browser and shown once; the program calls with it, within its scopes, until it is revoked.

let here: PeopledProduct
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { desk, salma, mariam, omar, documents } = here
  number = (await desk.submit(salma, 'The delivery note is missing', 'It was not in the parcel.')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
})
test.afterAll(() => here.product.stop())

/** As a program calls: no cookie, no origin. */
const withKey = async (key: string, method: string, path: string, body?: object) => {
  const response = await fetch(here.product.address + path, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json().catch(() => null) }
}

test('one’s own key: made with scopes and an end, shown once, used within them, revoked', async ({ browser }) => {
  const { product, omar } = here
  const page = await openAs(browser, product.address, omar, '/account/keys')
  await expect(page.getByText(en.plain('apiKeys:none'))).toBeVisible()
  await page.getByRole('button', { name: en.plain('apiKeys:make'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  const make = dialog.getByRole('button', { name: en.plain('apiKeys:make'), exact: true })
  await expect(make).toBeDisabled()
  await dialog.getByLabel(en.plain('apiKeys:name')).fill('Warehouse screen')
  await dialog.getByLabel(en.plain('apiKeys:expires')).selectOption('30')
  // no more is offered than the person may
  await expect(dialog.getByRole('checkbox', { name: en.plain('permissions:user.manage') })).toHaveCount(0)
  await dialog.getByRole('checkbox', { name: en.plain('permissions:ticket.seeGroups') }).check()
  await expectAccessible(page)
  await shot(page, 'api-key-form-en-light-1440')
  await make.click()
  const shown = dialog.getByLabel(en.plain('apiKeys:theKey'))
  await expect(shown).toBeVisible()
  const key = (await shown.textContent())!
  await expectAccessible(page)
  await shot(page, 'api-key-shown-en-light-1440')
  // in a house without https browsers give no clipboard: the button did nothing
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.addEventListener('copy', ({ target }) => (document.title = (target as HTMLTextAreaElement).value))
  })
  await dialog.getByRole('button', { name: en.plain('apiKeys:copy') }).click()
  await expect(page).toHaveTitle(key)
  await dialog.getByRole('button', { name: en.plain('apiKeys:done') }).click()
  await expect(page.getByText('Warehouse screen')).toBeVisible()
  await page.reload()
  await expect(page.getByText(en.plain('apiKeys:unused'), { exact: false })).toBeVisible()
  expect(await page.content()).not.toContain(key)

  expect((await withKey(key, 'GET', `/api/v1/tickets/${number}`)).body).toMatchObject({ number })
  // what it was not given it may not, though its person may
  const note = { text: 'Written by a program.' }
  expect((await withKey(key, 'POST', `/api/v1/tickets/${number}/note`, note)).status).toBe(403)
  expect((await withKey(`${key}x`, 'GET', `/api/v1/tickets/${number}`)).status).toBe(401)
  const [listed] = (await here.desk.call(omar, 'GET', '/api/v1/api-keys')).items
  expect(Math.round((Date.parse(listed.expiresAt) - Date.now()) / 86_400_000)).toBe(30)
  expect(listed.lastUsedAt).not.toBeNull()

  await page.getByRole('button', { name: en.plain('apiKeys:revoke'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: en.plain('apiKeys:revoke'), exact: true })
    .click()
  await expect(page.getByText(en.plain('apiKeys:revoked'), { exact: true })).toBeVisible()
  await shot(page, 'api-key-revoked-en-light-1440')
  expect((await withKey(key, 'GET', `/api/v1/tickets/${number}`)).status).toBe(401)
})

test('a key of a service, in Arabic on a phone: it does what its roles allow, and is out when it is revoked', async ({
  browser,
}) => {
  const { product, noor } = here
  await here.desk.call(noor, 'PATCH', '/api/v1/me', { language: 'ar' })
  const page = await openAs(browser, product.address, noor, '/settings/keys', {
    language: 'ar',
    width: 360,
    height: 740,
  })
  await page.getByRole('button', { name: ar.plain('apiKeys:makeService') }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(ar.plain('apiKeys:chooseRoles'))).toBeVisible()
  await dialog.getByLabel(ar.plain('apiKeys:serviceName')).fill('متجر الشحن')
  await dialog.getByRole('checkbox', { name: ar.plain('glossary:role.supportDesk') }).check()
  await dialog.getByLabel(ar.plain('apiKeys:name'), { exact: true }).fill('طلبات المتجر')
  for (const scope of ['ticket.seeAll', 'ticket.note'] as const)
    await dialog.getByRole('checkbox', { name: ar.plain(`permissions:${scope}`), exact: true }).check()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shot(page, 'api-key-service-ar-light-360')
  await dialog.getByRole('button', { name: ar.plain('apiKeys:make'), exact: true }).click()
  const key = (await dialog.getByLabel(ar.plain('apiKeys:theKey')).textContent())!
  await expectNoSidewaysScroll(page)
  await shot(page, 'api-key-service-shown-ar-light-360')
  await dialog.getByRole('button', { name: ar.plain('apiKeys:done') }).click()
  await expect(page.getByText(ar.plain('apiKeys:of', { name: 'متجر الشحن' }))).toBeVisible()

  const note = { text: 'Written by a program.' }
  expect((await withKey(key, 'POST', `/api/v1/tickets/${number}/note`, note)).status).toBeLessThan(300)
  const { items } = await here.desk.call(noor, 'GET', `/api/v1/tickets/${number}/conversation`)
  expect(JSON.stringify(items)).toContain('متجر الشحن')
  const people = await withKey(key, 'GET', '/api/v1/users')
  expect(people.status).toBe(403)

  // the administrator sees everybody's keys
  const row = page.getByRole('listitem').filter({ hasText: 'طلبات المتجر' })
  await row.getByRole('button', { name: ar.plain('apiKeys:revoke'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: ar.plain('apiKeys:revoke'), exact: true })
    .click()
  await expect(row.getByText(ar.plain('apiKeys:revoked'), { exact: true })).toBeVisible()
  expect((await withKey(key, 'POST', `/api/v1/tickets/${number}/note`, note)).status).toBe(401)
})
