import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('an added field lives from its birth in the settings to the export, and stays readable when it is retired', async ({
  browser,
}) => {
  const { product, desk, noor, mariam, pierre } = here
  const admin = await openAs(browser, product.address, noor, '/settings/fields')

  await test.step('an administrator makes it in the browser, in two languages, with two options', async () => {
    await admin.getByRole('button', { name: 'Add a field' }).click()
    const drawer = admin.getByRole('dialog')
    await drawer.getByLabel(/Label .*English/).fill('Yard')
    await drawer.getByLabel(/Label .*العربية/).fill('الساحة')
    await drawer.getByLabel(/Help .*English/).fill('Where the crane stands.')
    await drawer.getByLabel('Type').selectOption('classification')
    await drawer.getByLabel('Must be filled').selectOption('onSubmission')
    await drawer.getByLabel(/Option .*1.*English/).fill('North')
    await drawer.getByLabel(/Option .*1.*العربية/).fill('الشمال')
    await drawer.getByLabel(/Option .*2.*English/).fill('South')
    await drawer
      .getByRole('group', { name: /Option .*1/ })
      .getByLabel('Colour')
      .selectOption('amber')
    await expectAccessible(admin)
    await shot(admin, 'added-field-drawer')
    await admin.setViewportSize({ width: 360, height: 740 })
    await shot(admin, 'added-field-drawer-360')
    await admin.setViewportSize({ width: 1440, height: 900 })
    await drawer.getByRole('button', { name: 'Save' }).click()
    await expect(admin.getByRole('button', { name: /Yard/ }).first()).toBeVisible()
  })

  let number = 0
  await test.step('a customer finds it in the request, must fill it, and sees it on the ticket', async () => {
    const customer = await openAs(browser, product.address, pierre, '/new')
    await customer
      .getByLabel('In one sentence')
      .or(customer.locator('input').first())
      .first()
      .fill('A crane stands still')
    await customer.locator('textarea').first().fill('Since noon, with a container on it.')
    const yard = customer.getByLabel('Yard')
    await expect(customer.getByText('Where the crane stands.')).toBeVisible()
    await shot(customer, 'added-field-request')
    await yard.selectOption({ label: 'North' })
    await customer.reload()
    await expect(customer.getByLabel('Yard')).toHaveValue('north')
    const answer = customer.waitForResponse((response) => response.url().endsWith('/api/v1/tickets'))
    await customer.getByRole('button', { name: 'Send request' }).click()
    number = (await (await answer).json()).number
    await customer.goto(`${product.address}/tickets/${number}`)
    await expect(customer.getByText('North')).toBeVisible()
    await shot(customer, 'added-field-customer')
    await customer.context().close()
  })
  await expect(desk.submit(pierre, 'Nothing of a yard', 'x')).rejects.toThrow('custom.yard')

  await test.step('staff see it, correct it, and find tickets by it', async () => {
    const staff = await openAs(browser, product.address, mariam, `/incoming/${number}`)
    await expect(staff.getByText('North').first()).toBeVisible()
    await staff.getByRole('button', { name: 'Edit the fields' }).click()
    await staff.getByRole('dialog').getByLabel('Yard').selectOption({ label: 'South' })
    await staff.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(staff.getByText('South').first()).toBeVisible()
    await shot(staff, 'added-field-staff')
    await staff.goto(`${product.address}/incoming?queue=allOpen`)
    await staff.getByRole('button', { name: 'Added fields' }).click()
    await staff.getByLabel('Yard').selectOption({ label: 'South' })
    await expect(staff).toHaveURL(/custom\.yard=south/)
    await expect(staff.getByText('A crane stands still').first()).toBeVisible()
    await staff.keyboard.press('Escape')
    await shot(staff, 'added-field-filter')
    await staff.goto(`${product.address}/incoming?queue=allOpen&custom.yard=north`)
    await expect(staff.getByText('A crane stands still')).toHaveCount(0)
    await staff.context().close()
  })

  await test.step('closed, it is found by it and goes out with it', async () => {
    await desk.verb(mariam, number, 'close', { reason: 'It moves again.' })
    const staff = await openAs(browser, product.address, mariam, '/closed?custom.yard=south')
    await expect(staff.getByText('A crane stands still')).toBeVisible()
    await shot(staff, 'added-field-closed')
    await staff.getByRole('button', { name: 'Columns' }).click()
    await staff.getByRole('checkbox', { name: 'Yard' }).check()
    await staff.keyboard.press('Escape')
    await expect(staff.getByRole('checkbox', { name: 'Yard' })).toHaveCount(0)
    await expect(staff.getByRole('columnheader', { name: 'Yard' })).toBeVisible()
    await expect(staff.getByRole('cell', { name: 'South' })).toBeVisible()
    await expectAccessible(staff)
    await shot(staff, 'added-field-column')
    await staff.reload()
    await expect(staff.getByRole('cell', { name: 'South' })).toBeVisible()
    // beside the list it was not among the fields
    await staff.getByRole('link', { name: 'A crane stands still' }).click()
    await expect(staff.getByRole('region', { name: `T-${number}` }).getByText('South')).toBeVisible()
    await shot(staff, 'added-field-beside')
    await staff.keyboard.press('Escape')
    await staff.getByRole('button', { name: 'Export' }).click()
    const download = staff.waitForEvent('download')
    await staff.locator('a[href*=".csv"]').click()
    const text = readFileSync(await (await download).path(), 'utf8')
    expect(parse<Record<string, string>>(text, { columns: true, bom: true })).toMatchObject([
      { number: String(number), 'custom.yard': 'south' },
    ])
    await staff.context().close()
  })

  await test.step('retired, it is asked for no more and stays readable', async () => {
    await admin.getByRole('button', { name: /Yard/ }).first().click()
    await admin.getByRole('dialog').getByRole('button', { name: 'Retire this field' }).click()
    await expect(admin.getByRole('heading', { name: 'Retired' })).toBeVisible()
    const customer = await openAs(browser, product.address, pierre, '/new')
    await expect(customer.locator('textarea').first()).toBeVisible()
    await expect(customer.getByLabel('Yard')).toHaveCount(0)
    await customer.goto(`${product.address}/tickets/${number}`)
    await expect(customer.getByText('South')).toBeVisible()
    await customer.context().close()
    await desk.call(mariam, 'PATCH', '/api/v1/me', { language: 'ar' })
    const staff = await openAs(browser, product.address, mariam, '/closed', { language: 'ar', scheme: 'dark' })
    await staff.getByRole('button', { name: 'الأعمدة' }).click()
    await staff.getByRole('checkbox', { name: 'الساحة' }).check()
    await shot(staff, 'added-field-columns-ar-dark')
    await staff.keyboard.press('Escape')
    await expect(staff.getByRole('cell', { name: 'South' })).toBeVisible()
    await expectAccessible(staff)
    await shot(staff, 'added-field-column-ar-dark')
    await staff.setViewportSize({ width: 360, height: 740 })
    await expectNoSidewaysScroll(staff)
    await shot(staff, 'added-field-column-ar-dark-360')
    await desk.call(mariam, 'PATCH', '/api/v1/me', { language: 'en' })
    await staff.context().close()
  })
  await admin.context().close()
})

test('a file in an added field is given in the request and saved on both sides @long', async ({ browser }) => {
  const { product, noor, mariam, pierre } = here
  const admin = await openAs(browser, product.address, noor, '/settings/fields')
  await admin.getByRole('button', { name: 'Add a field' }).click()
  const drawer = admin.getByRole('dialog')
  await drawer.getByLabel(/Label .*English/).fill('Delivery note')
  await drawer.getByLabel(/Label .*العربية/).fill('إذن التسليم')
  await drawer.getByLabel(/Help .*English/).fill('A photograph will do.')
  await drawer.getByLabel('Type').selectOption('file')
  await shot(admin, 'added-field-file-drawer')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByRole('button', { name: /Delivery note/ }).first()).toBeVisible()
  await admin.context().close()

  const customer = await openAs(browser, product.address, pierre, '/new')
  await customer.locator('form input').first().fill('The note is not right')
  await customer.locator('textarea').first().fill('It names another vessel.')
  const given = customer.getByRole('group', { name: /Delivery note/ })
  await shot(customer, 'added-field-file-empty')
  const file = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Twelve crates') }
  await given.locator('input[type=file]').setInputFiles(file)
  const arrived = given.getByRole('button', { name: 'Remove note.txt' })
  await expect(arrived).toBeVisible()
  await customer.reload()
  await expect(arrived).toBeVisible()
  await expectAccessible(customer)
  await shot(customer, 'added-field-file-request')
  await customer.setViewportSize({ width: 360, height: 740 })
  await shot(customer, 'added-field-file-request-360')
  const answer = customer.waitForResponse((response) => response.url().endsWith('/api/v1/tickets'))
  await customer.getByRole('button', { name: 'Send request' }).click()
  const { number } = await (await answer).json()
  await customer.goto(`${product.address}/tickets/${number}`)
  const download = customer.waitForEvent('download')
  await customer.getByRole('link', { name: /note\.txt/ }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('Twelve crates')
  await shot(customer, 'added-field-file-customer')
  await customer.context().close()

  const staff = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  await expect(staff.getByRole('link', { name: /note\.txt/ }).first()).toBeVisible()
  await staff.getByRole('button', { name: 'Edit the fields' }).click()
  await expectAccessible(staff)
  await shot(staff, 'added-field-file-staff')
  await staff.context().close()
})

test('of two files in added fields both are waited for @long', async ({ browser }) => {
  const { product, desk, noor, pierre } = here
  for (const key of ['seal', 'crate'])
    await desk.call(noor, 'POST', '/api/v1/fields', { key, type: 'file', label: `Picture of the ${key}` })
  const customer = await openAs(browser, product.address, pierre, '/new')
  await customer.locator('form input').first().fill('The seal is broken')
  await customer.locator('textarea').first().fill('Both pictures show it.')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await customer.route('**/api/v1/files', async (route) => {
    if (route.request().headers()['x-file-name']?.includes('seal')) await held
    await route.continue()
  })
  const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })
  for (const name of ['seal', 'crate'])
    await customer
      .getByRole('group', { name: `Picture of the ${name}` })
      .locator('input[type=file]')
      .setInputFiles(file(`${name}.txt`))
  await expect(customer.getByRole('button', { name: 'Remove crate.txt' })).toBeVisible()
  let sent = false
  customer.on(
    'request',
    (request) => (sent ||= request.method() === 'POST' && request.url().endsWith('/api/v1/tickets')),
  )
  const send = customer.getByRole('button', { name: 'Send request' })
  await send.click()
  await customer.locator('textarea').first().press('Control+Enter')
  await customer.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
  expect(sent).toBe(false)
  letGo()
  await expect(customer.getByRole('button', { name: 'Remove seal.txt' })).toBeVisible()
  const answer = customer.waitForResponse((response) => response.url().endsWith('/api/v1/tickets'))
  await send.click()
  expect((await answer).status()).toBe(201)
  await customer.context().close()
})

test('a label in another language than the page’s keeps its question mark at its end @long', async ({ browser }) => {
  const { product, desk, noor, salma } = here
  await desk.call(noor, 'POST', '/api/v1/fields', { type: 'short-text', label: 'Fragile?', visibleTo: 'everyone' })
  const page = await openAs(browser, product.address, salma, '/new', { language: 'ar', width: 360, height: 740 })
  const label = page.getByText('Fragile?')
  const [first, last] = await label.evaluate(({ firstChild: text }) =>
    [0, 7].map((at) => {
      const range = document.createRange()
      range.setStart(text!, at)
      range.setEnd(text!, at + 1)
      return range.getBoundingClientRect().left
    }),
  )
  expect(last).toBeGreaterThan(first!)
  await page.context().close()
})

test('a list is asked for a day and a number, and stays while something else is typed @long', async ({ browser }) => {
  const { product, desk, noor, mariam, pierre } = here
  const due = { source: 'en', texts: { en: 'Due', ar: 'الموعد' } }
  const cost = { source: 'en', texts: { en: 'Cost', ar: 'التكلفة' } }
  await desk.call(noor, 'POST', '/api/v1/fields', { key: 'due', type: 'date-time', label: due })
  await desk.call(noor, 'POST', '/api/v1/fields', {
    ...{ key: 'cost', type: 'number', label: cost },
    options: { decimals: 2 },
  })
  const { number } = await desk.submit(pierre, 'A quay without light', 'Since the storm.')
  await desk.verb(mariam, number, 'set-fields', { fields: { due: '2026-03-01T09:30:00Z', cost: 1250.5 } })

  for (const language of ['en', 'ar'] as const) {
    const label = ({ texts }: typeof due) => texts[language]
    const t = language === 'ar' ? ar : en
    await desk.call(mariam, 'PATCH', '/api/v1/me', { language })
    const staff = await openAs(browser, product.address, mariam, '/incoming?queue=allOpen', { language })
    // what is narrowed by already stands above the list with a button that says its name too
    const askedFor = (field: typeof due) => staff.getByLabel(label(field), { exact: true })
    const ticket = staff.getByText('A quay without light').first()
    await expect(ticket).toBeVisible()
    await staff.getByRole('button', { name: t.plain('addedFields:filter') }).click()
    await askedFor(cost).fill('1,5')
    await askedFor(cost).press('Enter')
    await expect(staff.getByText(t.plain('refusals:field.wrongType'))).toBeVisible()
    await expect(ticket).toBeVisible()
    await askedFor(due).fill('2026-03-01')
    await askedFor(due).press('Enter')
    await expect(staff).toHaveURL(/custom\.due=2026-03-01/)
    await expect(ticket).toBeVisible()
    await expectAccessible(staff)
    await shot(staff, `added-field-asked-${language}-light-1440`)
    await staff.setViewportSize({ width: 360, height: 740 })
    await expectNoSidewaysScroll(staff)
    await shot(staff, `added-field-asked-${language}-light-360`)
    await staff.setViewportSize({ width: 1440, height: 900 })
    await askedFor(cost).fill(language === 'ar' ? '١٬٢٥٠٫٥' : '1,250.50')
    await askedFor(cost).press('Enter')
    await expect(staff).toHaveURL(/custom\.cost=1250\.5(&|$)/)
    await expect(ticket).toBeVisible()
    await askedFor(due).fill('2026-03-02')
    await askedFor(due).press('Enter')
    await expect(ticket).toHaveCount(0)
    await staff.context().close()
  }
  await desk.call(mariam, 'PATCH', '/api/v1/me', { language: 'en' })
})

test('the text of an added field is translated beside the others, and keeps that when one word of it is set right @long', async ({
  browser,
}) => {
  const { product, desk, noor, mariam, pierre } = here
  const cause = { source: 'en', texts: { en: 'Cause', ar: 'السبب' } }
  await desk.call(noor, 'POST', '/api/v1/fields', { key: 'cause', type: 'multilingual-text', label: cause })
  const { number } = await desk.submit(pierre, 'The winch is stuck', 'It stands since noon.')
  await desk.verb(mariam, number, 'set-fields', { fields: { cause: 'The rope is torn since noon.' } })
  const staff = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  await staff.getByRole('button', { name: en.plain('staff:more') }).click()
  await staff.getByRole('menuitem', { name: en.plain('translating:open') }).click()
  const dialog = staff.getByRole('dialog')
  await dialog.getByLabel(en.plain('translating:into')).selectOption('ar')
  await dialog.getByLabel('Cause in Arabic').fill('انقطع الحبل منذ الظهر.')
  await expectAccessible(staff)
  await shot(staff, 'added-field-translated')
  await dialog.getByRole('button', { name: en.plain('translating:save') }).click()
  await expect(staff.getByText(en.plain('translating:saved'))).toBeVisible()
  await staff.keyboard.press('Escape')
  await staff.getByRole('button', { name: 'Edit the fields' }).click()
  await dialog.getByLabel('Cause').fill('The rope is torn since one.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await desk.call(pierre, 'PATCH', '/api/v1/me', { language: 'ar' })
  const customer = await openAs(browser, product.address, pierre, `/tickets/${number}`, { language: 'ar' })
  await expect(customer.getByText('انقطع الحبل منذ الظهر.')).toBeVisible()
  await desk.call(pierre, 'PATCH', '/api/v1/me', { language: 'en' })
  await customer.context().close()
  await staff.context().close()
})

test('a field names somebody who was deactivated since: it is found by them, and can be taken away @long', async ({
  browser,
}) => {
  const { product, desk, noor, mariam, pierre, omar } = here
  await desk.call(noor, 'POST', '/api/v1/fields', { key: 'buyer', type: 'user', label: 'Buyer' })
  const { number } = await desk.submit(pierre, 'A hook is bent', 'Since this morning.')
  await desk.verb(mariam, number, 'set-fields', { fields: { buyer: omar.id } })
  await desk.call(noor, 'PATCH', `/api/v1/users/${omar.id}`, { active: false })
  const admin = await openAs(browser, product.address, noor, `/closed?custom.buyer=${omar.id}`)
  await expect(admin.getByText('Omar Siddiqui')).toBeVisible()
  await admin.context().close()
  const staff = await openAs(browser, product.address, mariam, `/incoming/${number}`)
  await staff.getByRole('button', { name: 'Edit the fields' }).click()
  const buyer = staff.getByRole('dialog').getByLabel('Buyer')
  await expect(buyer.locator('option:checked')).toHaveText('Omar Siddiqui')
  await buyer.selectOption('')
  await staff.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(staff.getByRole('dialog')).toHaveCount(0)
  expect((await desk.call(mariam, 'GET', `/api/v1/tickets/${number}`)).custom).not.toHaveProperty('buyer')
  await staff.context().close()
  await desk.call(noor, 'PATCH', `/api/v1/users/${omar.id}`, { active: true })
})
