import { expect, test } from '@playwright/test'
import { openMailSink, type MailSink } from '../src/testing/mail-sink.server.ts'
import { codeFor } from './authenticator.ts'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { password, startPeopledProduct, type PeopledProduct } from './people.ts'

// What administrators prepare, each from its switch to the person whom it concerns.

let here: PeopledProduct
let sink: MailSink
let refused: string | undefined
test.beforeAll(async () => {
  sink = await openMailSink({
    onRecipient: (to) => (to === refused ? { code: 550, text: 'No such mailbox' } : undefined),
  })
  here = await startPeopledProduct({ environment: { SMTP_URL: sink.url } })
})
test.afterAll(async () => {
  await here.product.stop()
  await sink.stop()
})

test('a customer makes an account, and it is theirs only with the link that came by mail', async ({ browser }) => {
  const { product, desk, noor } = here
  await desk.call(noor, 'PATCH', '/api/v1/settings', { registration: true })
  const page = await openAs(browser, product.address, null, '/sign-in', { width: 360, height: 740 })
  await page.getByRole('link', { name: en.plain('signIn:register') }).click()
  await page.getByLabel(en.plain('signIn:registerName')).fill('Huda Karim')
  await page.getByLabel(en.plain('signIn:email')).fill('huda@example.com')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shot(page, 'register-en-light-360')
  await page.getByRole('button', { name: en.plain('signIn:registerSend') }).click()
  await expect(page.getByText('huda@example.com')).toBeVisible()
  const { items } = await desk.call(noor, 'GET', '/api/v1/users?search=huda')
  expect(items).toEqual([])
  await expect.poll(() => sink.to('huda@example.com').length).toBe(1)
  const [path] = /\/confirm-registration#\S+/u.exec(sink.to('huda@example.com')[0]!.parsed.text ?? '')!
  await page.goto(product.address + path)
  await page.getByLabel(en.plain('signIn:newPassword'), { exact: true }).fill(password)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shot(page, 'confirm-registration-en-light-360')
  await page.getByRole('button', { name: en.plain('signIn:savePassword') }).click()
  await expect(page).not.toHaveURL(/confirm-registration|sign-in/u)
  await shot(page, 'registered-en-light-360')
  await page.goto(product.address + path)
  await expect(page.getByText(en.plain('signIn:linkOver'))).toBeVisible()
  await page.context().close()
})

test('a session is ended from another browser, and is out with its next step', async ({ browser }) => {
  const { product, desk, omar } = here
  const again = await desk.signIn(omar.email)
  const lost = await openAs(browser, product.address, again, '/incoming')
  await expect(lost.getByRole('heading', { level: 1 }).first()).toBeVisible()
  const page = await openAs(browser, product.address, omar, '/account/security', { scheme: 'dark' })
  await expectAccessible(page)
  await shot(page, 'sessions-en-dark-1440')
  await page.getByRole('button', { name: en.plain('profile:endOthers') }).click()
  await expect(page.getByText(en.plain('profile:endedOthers'))).toBeVisible()
  await lost.goto(`${product.address}/closed`)
  await expect(lost).toHaveURL(/\/sign-in/u)
  await lost.context().close()
  await page.context().close()
})

test('colleagues of a customer see each other’s requests where the role says so', async ({ browser }) => {
  const { product, desk, noor, salma, pierre } = here
  const { number } = await desk.submit(salma, 'Customs papers are missing', 'For the shipment of Monday.')
  const organisation = await desk.call(noor, 'POST', '/api/v1/organisations', { name: 'Gulf Textiles' })
  for (const { id } of [salma, pierre])
    await desk.call(noor, 'PATCH', `/api/v1/users/${id}`, { organisation: organisation.id })
  const page = await openAs(browser, product.address, pierre, `/tickets/${number}`)
  await expect(page.getByText('Customs papers are missing')).toHaveCount(0)
  await desk.call(noor, 'POST', '/api/v1/roles', {
    key: 'colleague',
    name: 'Colleague',
    permissions: ['ticket.submit', 'ticket.seeOwn', 'ticket.seeOrganisation', 'ticket.reply'],
  })
  await desk.call(noor, 'PATCH', `/api/v1/users/${pierre.id}`, { roles: ['colleague'] })
  await page.reload()
  await expect(page.getByText('Customs papers are missing').first()).toBeVisible()
  await expect(page.getByText('For the shipment of Monday.')).toBeVisible()
  // it was called theirs: “You” stood in the path, and “It is your turn” over what only Salma is asked
  await expect(page.getByText(en.plain('customerTicket:ofColleague.open'))).toBeVisible()
  await expect(page.getByText(en.plain('customerTicket:path.you'), { exact: true })).toHaveCount(0)
  await expect(page.getByText('Salma', { exact: false }).first()).toBeVisible()
  await shot(page, 'colleague-sees-en-light-1440')
  await page.goto(`${product.address}/requests`)
  await page.getByRole('link', { name: en.plain('myTickets:ofOrganisation') }).click()
  await expect(page).toHaveURL(/of=organisation/u)
  const row = page.getByRole('link', { name: /Customs papers are missing/u })
  await expect(row).toContainText('Salma')
  await expectAccessible(page)
  await shot(page, 'organisation-requests-en-light-1440')
  await page.context().close()
  await desk.call(noor, 'PATCH', `/api/v1/users/${pierre.id}`, { language: 'ar' })
  const narrow = await openAs(browser, product.address, pierre, '/requests?of=organisation', {
    language: 'ar',
    width: 360,
    height: 740,
  })
  await expect(narrow.getByRole('link', { name: /Customs papers are missing/u })).toContainText('Salma')
  await expectNoSidewaysScroll(narrow)
  await shot(narrow, 'organisation-requests-ar-light-360')
  await narrow.getByRole('link', { name: ar.plain('myTickets:own'), exact: true }).click()
  await expect(narrow.getByRole('link', { name: /Customs papers are missing/u })).toHaveCount(0)
  await narrow.context().close()
  const people = await openAs(browser, product.address, noor, '/people/organisations', { language: 'en' })
  await expect(people.getByText('Gulf Textiles')).toBeVisible()
  await shot(people, 'organisations-by-hand-en-light-1440')
  await people.context().close()
})

test('what was not delivered is tried again at a press @long', async ({ browser }) => {
  const { product, desk, noor, salma } = here
  refused = 'salma@example.com'
  await desk.submit(salma, 'Where is my invoice?', 'It never came.')
  const page = await openAs(browser, product.address, noor, '/settings/mail', { scheme: 'dark' })
  // each look loads the page anew, and waits for its list
  await expect(async () => {
    await page.reload()
    await page.getByRole('radio', { name: en.plain('administration:mail.state.dead') }).check({ force: true })
    await expect(page.getByText('salma@example.com').first()).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 120_000 })
  await page.getByText('salma@example.com').first().click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('No such mailbox')
  await expectAccessible(page)
  await shot(page, 'mail-not-delivered-en-dark-1440')
  refused = undefined
  const before = sink.to('salma@example.com').length
  await drawer.getByRole('button', { name: en.plain('administration:mail.retry') }).click()
  await expect.poll(() => sink.to('salma@example.com').length).toBeGreaterThan(before)
  await page.context().close()
})

test('a ticket number and the first day of the week are written as the organisation wants them @long', async ({
  browser,
}) => {
  const { product, desk, noor, salma } = here
  await desk.call(noor, 'PATCH', '/api/v1/settings', { numberPrefix: 'MF-', numberPadding: 6, firstDayOfWeek: 6 })
  const { number } = await desk.submit(salma, 'A number to look at', 'Please.')
  const shown = `MF-${String(number).padStart(6, '0')}`
  const page = await openAs(browser, product.address, noor, '/settings/organisation')
  await expect(page.getByText(shown.slice(0, 3)).first()).toBeAttached()
  const customer = await openAs(browser, product.address, salma, `/tickets/${number}`, { language: 'ar' })
  await expect(customer.getByText(shown).first()).toBeVisible()
  await shot(customer, 'own-number-ar-light-1440')
  await expect.poll(() => sink.to('salma@example.com').some(({ parsed }) => parsed.subject?.includes(shown))).toBe(true)
  await customer.context().close()
  await page.context().close()
})

test('the audit log is narrowed and taken along @long', async ({ browser }) => {
  const { product, noor } = here
  const page = await openAs(browser, product.address, noor, '/settings/audit')
  await page.getByRole('combobox', { name: en.plain('settingsAudit:action') }).selectOption('role.added')
  await expect(page.getByText(en.plain('settingsAudit:did.role.added')).last()).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'audit-narrowed-en-light-1440')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: en.plain('settingsAudit:export') }).click()
  const file = await coming
  const text = await (await file.createReadStream()).toArray()
  const lines = Buffer.concat(text).toString().trim().split('\r\n')
  expect(lines.length).toBe(2)
  expect(lines[1]).toContain('role.added')
  await page.context().close()
})

test('name, roles and groups of a person are saved in one step', async ({ browser }) => {
  const { product, desk, noor, jana } = here
  const page = await openAs(browser, product.address, noor, '/people?search=jana')
  await page.getByRole('button', { name: 'Jana Weiss' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: en.plain('people:field.name') }).fill('Jana Weiss-Haddad')
  await drawer
    .getByRole('checkbox', { name: /^Support desk/iu })
    .first()
    .check()
  await drawer.getByRole('checkbox', { name: 'Documents' }).uncheck()
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.method()))
  await drawer.getByRole('button', { name: en.plain('staff:save') }).click()
  await expect(page.getByText(en.plain('people:changed', { name: 'Jana Weiss-Haddad' }))).toBeVisible()
  expect(sent).toEqual(['PATCH'])
  const saved = await desk.call(noor, 'GET', `/api/v1/users/${jana.id}`)
  expect(saved).toMatchObject({ name: 'Jana Weiss-Haddad', groups: [] })
  expect(saved.roles).toContain('supportDesk')
  await page.context().close()
})

test('days of the workflow stand beside each other on one line, whatever their hints @long', async ({ browser }) => {
  const { product, desk, noor } = here
  await desk.call(noor, 'PATCH', '/api/v1/me', { language: 'ar' })
  const page = await openAs(browser, product.address, noor, '/settings/workflow', { language: 'ar' })
  const boxes = page.getByRole('region', { name: ar.plain('administration:workflow.days') }).getByRole('textbox')
  await expect(boxes).toHaveCount(6)
  const tops = await boxes.evaluateAll((all) => all.map((box) => Math.round(box.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(3)
  await desk.call(noor, 'PATCH', '/api/v1/me', { language: 'en' })
  await page.context().close()
})

test('Escape at a question in a drawer takes back the question, and so does a file that is not chosen after all @long', async ({
  browser,
}) => {
  const { product, desk, noor, salma, mariam } = here
  const page = await openAs(browser, product.address, noor, '/people?search=pierre')
  await page.getByRole('button', { name: 'Pierre Lemaire' }).click()
  const question = page.getByRole('dialog', { name: en.plain('people:deactivate.title', { name: 'Pierre Lemaire' }) })
  await page.getByRole('button', { name: en.plain('people:deactivate.button'), exact: true }).click()
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(page.getByRole('textbox', { name: en('people:field.name') })).toHaveValue('Pierre Lemaire')
  await page.context().close()

  await desk.call(noor, 'POST', '/api/v1/fields', { type: 'file', label: 'Permit', visibleTo: 'everyone' })
  const { number } = await desk.submit(salma, 'A permit is missing', 'It is in the attachment.')
  const staff = await openAs(browser, product.address, mariam, `/tickets/${number}`)
  await staff.getByRole('button', { name: 'Edit the fields' }).click()
  const drawer = staff.getByRole('dialog')
  const file = drawer.locator('input[type=file]')
  // what a browser tells when its window for files is closed without a choice
  await file.evaluate((input) => input.dispatchEvent(new Event('cancel', { bubbles: true })))
  await expect(drawer.getByRole('group', { name: /Permit/u })).toBeVisible()
  await staff.context().close()
})

test('two administrators who prepare the same thing at once: what the other did meanwhile stays @long', async ({
  browser,
}) => {
  const { product, desk, noor, omar, jana, mariam, documents } = here
  const page = await openAs(browser, product.address, noor, '/people/groups')
  await page.getByRole('button', { name: 'Documents', exact: true }).click()
  const drawer = page.getByRole('dialog')
  await desk.call(noor, 'PATCH', `/api/v1/groups/${documents.id}`, { members: [omar.id, mariam.id] })
  await drawer.getByRole('textbox', { name: en('people:group.name') }).fill('Papers')
  await drawer.getByRole('checkbox', { name: 'Jana Weiss' }).check()
  await drawer.getByRole('button', { name: en('staff:save') }).click()
  await expect(page.getByText(en.plain('people:group.changed', { name: 'Papers' }))).toBeVisible()
  const { members } = await desk.call(noor, 'GET', `/api/v1/groups/${documents.id}`)
  const ids = members.map(({ id }: { id: string }) => id)
  expect(new Set(ids)).toEqual(new Set([omar.id, mariam.id, jana.id]))
  await desk.call(noor, 'PATCH', `/api/v1/groups/${documents.id}`, { name: 'Documents' })

  await page.goto(`${product.address}/people?search=omar`)
  await page.getByRole('button', { name: 'Omar Siddiqui' }).click()
  const { roles } = await desk.call(noor, 'GET', `/api/v1/users/${omar.id}`)
  await desk.call(noor, 'PATCH', `/api/v1/users/${omar.id}`, { roles: [...roles, 'supportDesk'] })
  await drawer.getByRole('textbox', { name: en('people:field.name') }).fill('Omar S. Siddiqui')
  await drawer.getByRole('button', { name: en('staff:save') }).click()
  await expect(page.getByText(en.plain('people:changed', { name: 'Omar S. Siddiqui' }))).toBeVisible()
  expect((await desk.call(noor, 'GET', `/api/v1/users/${omar.id}`)).roles).toContain('supportDesk')
  await desk.call(noor, 'PATCH', `/api/v1/users/${omar.id}`, { roles, name: 'Omar Siddiqui' })

  await page.goto(`${product.address}/settings/organisation`)
  await desk.call(noor, 'PATCH', '/api/v1/settings', { workflow: { confirmation: false } })
  await page.getByRole('link', { name: en.plain('administration:workflow.title') }).click()
  const confirmation = page.getByRole('switch', { name: en.plain('administration:workflow.confirmation') })
  await expect(confirmation).not.toBeChecked()
  await desk.call(noor, 'PATCH', '/api/v1/settings', { workflow: { confirmation: true } })
  const days = page.getByLabel(en.plain('administration:workflow.reopenDays'))
  await days.fill('0')
  await page.getByRole('button', { name: en.plain('staff:save') }).click()
  await expect(days).toHaveAccessibleDescription(/1.*365/u)
  await expect(days).toBeFocused()
  await shot(page, 'workflow-refused-en-light-1440')
  await days.fill('15')
  await page.getByRole('button', { name: en.plain('staff:save') }).click()
  await expect(page.getByText(en.plain('administration:workflow.saved'))).toBeVisible()
  const { workflow } = await desk.call(noor, 'GET', '/api/v1/settings')
  expect(workflow).toMatchObject({ confirmation: true, reopenDays: 15 })

  // the other saves while something is typed: the form began anew, and what was typed was gone
  await page.goto(`${product.address}/settings/labels`)
  const open = page.getByRole('group', { name: 'Open' })
  const own = open.getByRole('textbox', { name: /English/u }).first()
  await own.fill('Arrived')
  await desk.call(noor, 'PATCH', '/api/v1/labels', { open: { staff: { ar: 'وصلت' } } })
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/labels'))
  // back from another window, a minute later
  await page.evaluate(() => {
    const { now } = Date
    Date.now = () => now() + 60_000
    window.dispatchEvent(new Event('visibilitychange'))
  })
  await asked
  await expect(open.getByRole('textbox', { name: /العربية/u }).first()).toHaveValue('وصلت')
  await expect(own).toHaveValue('Arrived')
  await page.getByRole('button', { name: en.plain('staff:save') }).click()
  await expect(page.getByText(en.plain('settingsLabels:saved'))).toBeVisible()
  const { statuses } = await desk.call(noor, 'GET', '/api/v1/labels')
  expect(statuses[0].staff.own).toEqual({ en: 'Arrived', ar: 'وصلت' })
  await desk.call(noor, 'PATCH', '/api/v1/labels', { open: { staff: { en: null, ar: null } } })
  await page.context().close()
})

test('who is exempt from review and left stands there until they are unticked @long', async ({ browser }) => {
  const { product, desk, noor } = here
  const lodger = { name: 'Lena Groß', email: 'lena@example.com', roles: ['representative'], password }
  const { id } = await desk.call(noor, 'POST', '/api/v1/users', lodger)
  await desk.call(noor, 'PATCH', '/api/v1/settings', { workflow: { reviewExempt: [id] } })
  await desk.call(noor, 'PATCH', `/api/v1/users/${id}`, { active: false })
  const page = await openAs(browser, product.address, noor, '/settings/workflow')
  await page.getByRole('checkbox', { name: /Lena Groß/u }).uncheck()
  await page.getByRole('button', { name: en.plain('staff:save') }).click()
  await expect(page.getByText(en.plain('administration:workflow.saved'))).toBeVisible()
  expect((await desk.call(noor, 'GET', '/api/v1/settings')).workflow.reviewExempt).toEqual([])
  await page.context().close()
})

test('a role asks for a second factor while its holder is at work: the next step leads to setting it up @long', async ({
  browser,
}) => {
  const { product, desk, noor, omar } = here
  const again = await desk.signIn(omar.email)
  const page = await openAs(browser, product.address, again, '/incoming')
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await desk.call(noor, 'PATCH', '/api/v1/roles/representative', { requiresSecondFactor: true })
  await page
    .getByRole('link', { name: en.plain('closedTickets:title') })
    .first()
    .click()
  await expect(page).toHaveURL(/\/second-factor\?to=%2Fclosed/u)
  await expect(page.getByLabel(en.plain('profile:current'))).toBeVisible()
  await desk.call(noor, 'PATCH', '/api/v1/roles/representative', { requiresSecondFactor: false })
  await page.context().close()
})

test('a role asks for a second factor: its holders set one up before anything else, the first administrator too', async ({
  browser,
}) => {
  const { product, desk, noor } = here
  await desk.call(noor, 'PATCH', '/api/v1/roles/administrator', { requiresSecondFactor: true })
  const page = await openAs(browser, product.address, null, '/people', { language: 'ar', width: 360, height: 740 })
  await page.getByLabel(ar.plain('signIn:email')).fill(noor.email)
  await page.getByLabel(ar.plain('signIn:password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: ar.plain('signIn:title'), exact: true }).click()
  await expect(page.getByRole('heading', { name: /./u, level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/second-factor/u)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shot(page, 'second-factor-needed-360')
  const t = (await page.locator('html').getAttribute('lang'))?.startsWith('ar') ? ar : en
  await page.getByLabel(t.plain('profile:current')).fill(password)
  await page.getByRole('button', { name: t.plain('profile:goOn') }).click()
  const secret = (await page.locator('code').first().textContent()) ?? ''
  await page.getByLabel(t.plain('profile:code')).fill(codeFor(secret))
  await page.getByRole('button', { name: t.plain('profile:turnOn') }).click()
  await page.getByRole('button', { name: t.plain('profile:codesKept') }).click()
  await expect(page).toHaveURL(/\/people/u)
  await page.context().close()
})
