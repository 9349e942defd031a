import { expect, test, type Page } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// Escape and a press beside a dialog ask first where something would be lost: a reason, a row that was taken out, a key that is
// shown once.

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

const submit = async (title: string): Promise<number> =>
  (await here.desk.submit(here.pierre, title, 'Nobody knows since when.')).number

/** Both ways ask, going back keeps what stands there, leaving leaves. */
async function asks(page: Page, words: { title: string; leave: string }, kept: () => Promise<void>): Promise<void> {
  const question = page.getByRole('dialog', { name: words.title })
  for (const way of [() => page.keyboard.press('Escape'), () => page.mouse.click(5, 400)]) {
    await way()
    await expect(question).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await kept()
  }
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shot(
    page,
    `asks-${test
      .info()
      .title.replaceAll(/[^a-z]+/gi, '-')
      .slice(0, 60)}`,
  )
  await question.getByRole('button', { name: words.leave, exact: true }).click()
  await expect(page.locator('dialog:modal')).toHaveCount(0)
}

const unsaved = (t: typeof en) => ({ title: t('shell:unsaved.title'), leave: t('shell:unsaved.leave') })

for (const [language, t, width] of [
  ['en', en, 1440],
  ['ar', ar, 360],
] as const)
  test(`a customer’s reason for cancelling was lost by Escape, in ${language} @long`, async ({ browser }) => {
    const number = await submit('The crane is late')
    await here.desk.call(here.pierre, 'PATCH', '/api/v1/me', { language })
    const page = await openAs(browser, here.product.address, here.pierre, `/tickets/${number}`, { language, width })
    await page.getByRole('button', { name: t('customerTicket:cancel.act') }).click()
    const reason = page.getByLabel(t('customerTicket:cancel.reason'))
    // nothing typed, nothing asked
    await page.keyboard.press('Escape')
    await expect(reason).toBeHidden()
    await page.getByRole('button', { name: t('customerTicket:cancel.act') }).click()
    await reason.fill('It came after all.')
    await asks(page, unsaved(t), () => expect(reason).toHaveValue('It came after all.'))
    expect((await here.desk.call(here.pierre, 'GET', `/api/v1/tickets/${number}`)).status).toBe('open')
    await page.context().close()
  })

test('the desk’s reason for closing was lost by a press beside it @long', async ({ browser }) => {
  const number = await submit('The gate is open')
  const page = await openAs(browser, here.product.address, here.mariam, `/incoming/${number}`)
  await expect(page.getByRole('heading', { name: 'The gate is open' }).first()).toBeVisible()
  await page.getByRole('button', { name: en('staff:more'), exact: true }).click()
  await page.getByRole('menuitem', { name: en('actions:staff.close'), exact: true }).click()
  const reason = page.getByLabel(en('staffTicket:close.reason'))
  await reason.fill('The gate was repaired.')
  await asks(page, unsaved(en), () => expect(reason).toHaveValue('The gate was repaired.'))
  await page.context().close()
})

test('the reason for closing several was lost by Escape @long', async ({ browser }) => {
  const number = await submit('The gate is shut')
  const page = await openAs(browser, here.product.address, here.mariam, '/incoming?queue=new')
  await page.getByRole('row', { name: /The gate is shut/ }).hover()
  await page.getByRole('checkbox', { name: en('many:box', { number: `T-${number}` }) }).check()
  const bar = page.getByRole('region', { name: en.plain('many:bar') })
  await bar.getByRole('button', { name: en.plain('many:verb.close') }).click()
  const reason = page.getByLabel(en('staffTicket:close.reason'))
  await reason.fill('It shall be shut.')
  await asks(page, unsaved(en), () => expect(reason).toHaveValue('It shall be shut.'))
  await page.context().close()
})

for (const [language, t, width] of [
  ['en', en, 1440],
  ['ar', ar, 360],
] as const)
  test(`a key that is shown once was gone by Escape, in ${language} @long`, async ({ browser }) => {
    const { product, omar, desk } = here
    await desk.call(omar, 'PATCH', '/api/v1/me', { language })
    const page = await openAs(browser, product.address, omar, '/account/keys', { language, width })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const shown = page.getByLabel(t.plain('apiKeys:theKey'), { exact: true })
    const make = async (name: string) => {
      await page.getByRole('button', { name: t.plain('apiKeys:make'), exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(t.plain('apiKeys:name')).fill(name)
      await dialog.getByRole('checkbox', { name: t.plain('permissions:ticket.seeGroups') }).check()
      await dialog.getByRole('button', { name: t.plain('apiKeys:make'), exact: true }).click()
      await expect(shown).toBeVisible()
    }
    await make('Gate')
    await asks(page, { title: t('apiKeys:leaveTitle'), leave: t('apiKeys:leave') }, () => expect(shown).toBeVisible())
    // once it is copied there is nothing to lose
    await make('Yard')
    await page.getByRole('button', { name: t.plain('apiKeys:copy') }).click()
    await expect(page.getByText(t.plain('apiKeys:copied'), { exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog:modal')).toHaveCount(0)
    await page.context().close()
  })

test('hours that were taken out by a button came back without a question @long', async ({ browser }) => {
  const { product, noor, desk, documents } = here
  const workingHours = {
    1: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    2: [],
    3: [],
    4: [],
    5: [],
    6: [],
    7: [],
  }
  await desk.call(noor, 'PATCH', `/api/v1/groups/${documents.id}`, { workingHours })
  const page = await openAs(browser, product.address, noor, '/people/groups')
  await page.getByRole('button', { name: 'Documents', exact: true }).click()
  const remove = page.getByRole('button', { name: en('people:group.removeSpan', { day: 'Monday' }) })
  await remove.click()
  await expect(remove).toHaveCount(0)
  await asks(page, unsaved(en), () => expect(remove).toHaveCount(0))
  await page.context().close()
})

test('an option that was taken out by a button came back without a question @long', async ({ browser }) => {
  const { product, noor } = here
  const page = await openAs(browser, product.address, noor, '/settings/fields')
  await page.getByRole('button', { name: en('settingsFields:add') }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Type').selectOption('classification')
  await drawer.getByLabel(/Label .*English/).fill('Yard')
  await drawer.getByLabel(/Label .*العربية/).fill('الساحة')
  await drawer.getByLabel(/Option .*1.*English/).fill('North')
  await drawer.getByLabel(/Option .*2.*English/).fill('South')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: /Yard/ }).first().click()
  const add = drawer.getByRole('button', { name: en('settingsFields:addChoice') })
  const rows = drawer.getByRole('button', { name: en('settingsFields:removeChoice') })
  await add.click()
  const before = await rows.count()
  expect(before).toBeGreaterThan(0)
  await rows.last().click()
  await expect(rows).toHaveCount(before - 1)
  await asks(page, unsaved(en), () => expect(rows).toHaveCount(before - 1))
  await page.context().close()
})

test('Escape in the list of organisations closed the drawer around it; a choice made there counts as a change @long', async ({
  browser,
}) => {
  const { noor, desk, product, pierre } = here
  await desk.call(noor, 'POST', '/api/v1/organisations', { name: 'Gulf Textiles' })
  const page = await openAs(browser, product.address, noor, '/people')
  await page
    .getByRole('row', { name: new RegExp(pierre.name) })
    .getByRole('button')
    .first()
    .click()
  const drawer = page.locator('dialog:modal').first()
  const open = drawer.getByLabel(en('people:field.organisation')).first()
  await open.click()
  const search = drawer.getByRole('searchbox', { name: en('people:organisation.search') })
  await expect(search).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
  await expect(drawer).toBeVisible()
  await open.click()
  await drawer.getByRole('button', { name: 'Gulf Textiles' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: en('shell:unsaved.title') })).toBeVisible()
  await page.context().close()
})

test('what was half written stayed in the tab after signing out, for whoever sat down next @long', async ({
  browser,
}) => {
  const { product, pierre, omar, mariam, documents, desk } = here
  const number = await submit('The bridge sways')
  await desk.call(pierre, 'PATCH', '/api/v1/me', { language: 'en' })
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'propose-solution', { solution: 'It is meant to.' })
  await desk.verb(here.lina, number, 'approve-solution')
  const page = await openAs(browser, product.address, pierre, `/tickets/${number}`)
  await page.getByRole('button', { name: en.plain('customerTicket:answer.notYet') }).click()
  await page.getByLabel(en.plain('customerTicket:answer.whatIsLeft')).fill('I do not believe a word of it.')
  const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  expect(await kept()).toMatch(/sanad\..*I do not believe a word of it\./)
  await page.getByRole('button', { name: new RegExp(pierre.name) }).click()
  await page.getByRole('menuitem', { name: en.plain('shell:signOut') }).click()
  await page.waitForURL(/sign-in/)
  expect(await kept()).not.toContain('sanad.')
  await page.context().close()
})

test('what was typed into the account was thrown away by choosing a language in the bar @long', async ({ browser }) => {
  const { product, desk, salma } = here
  await desk.call(salma, 'PATCH', '/api/v1/me', { language: 'en' })
  const page = await openAs(browser, product.address, salma, '/account')
  await page.getByLabel(en('profile:name'), { exact: true }).fill('Salma Idris-Haddad')
  await page.getByRole('button', { name: 'العربية' }).first().click()
  const name = page.getByLabel(ar('profile:name'), { exact: true })
  await expect(name).toHaveValue('Salma Idris-Haddad')
  await expect.poll(async () => (await desk.call(salma, 'GET', '/api/v1/me')).ownLanguage).toBe('ar')
  await expect(name).toHaveValue('Salma Idris-Haddad')
  // the form follows what was chosen beside it
  await expect(page.getByRole('combobox', { name: ar('profile:language') })).toHaveValue('ar')
  await shot(page, 'account-typed-over-ar')
  await page.getByRole('button', { name: ar('profile:save'), exact: true }).click()
  await expect(page.getByText(ar('profile:saved'))).toBeVisible()
  await expect(page.getByRole('button', { name: ar('profile:save'), exact: true })).toBeDisabled()
  expect(await desk.call(salma, 'GET', '/api/v1/me')).toMatchObject({
    name: 'Salma Idris-Haddad',
    ownLanguage: 'ar',
  })
  await page.context().close()
})
