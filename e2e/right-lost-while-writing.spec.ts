import { expect, test, type Page } from '@playwright/test'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// Whoever loses a right while they write in a drawer or on a page of settings is told so, and can copy what they wrote.

let here: PeopledProduct
let role = ''
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { desk, noor, jana } = here
  const made = await desk.call(noor, 'POST', '/api/v1/roles', {
    name: { source: 'en', texts: { en: 'Keeper' } },
    permissions: [],
  })
  role = made.key
  await desk.call(noor, 'PATCH', `/api/v1/users/${jana.id}`, { roles: ['representative', role] })
})
test.afterAll(() => here.product.stop())

const all = ['user.read', 'user.manage', 'group.manage', 'role.manage', 'settings.manage']
const give = (permissions: readonly string[]) =>
  here.desk.call(here.noor, 'PATCH', `/api/v1/roles/${role}`, { permissions })

const places: [string, string, (page: Page, t: typeof en) => Promise<void>][] = [
  [
    'a person',
    '/people',
    async (page, t) => {
      await page.getByRole('button', { name: /^Pierre/u }).click()
      await page.getByRole('textbox', { name: t('people:field.name'), exact: true }).fill('Pierre-Yves Lemaire')
    },
  ],
  [
    'a group',
    '/people/groups',
    async (page, t) => {
      await page.getByRole('button', { name: t('people:group.add') }).click()
      await page.getByLabel(t('people:group.name')).fill('Pierre-Yves Lemaire')
    },
  ],
  [
    'a role',
    '/people/roles',
    async (page, t) => {
      await page.getByRole('button', { name: t('roles:new') }).click()
      await page.getByRole('dialog').getByRole('textbox').first().fill('Pierre-Yves Lemaire')
    },
  ],
  [
    'a field',
    '/settings/fields',
    async (page, t) => {
      await page.getByRole('button', { name: t('settingsFields:add') }).click()
      await page.getByRole('dialog').getByRole('textbox').first().fill('Pierre-Yves Lemaire')
    },
  ],
  [
    'a template',
    '/settings/interactions/notify-customer-of-receipt',
    async (page) => {
      await page.getByRole('textbox').first().fill('Pierre-Yves Lemaire')
    },
  ],
  [
    'the organisation',
    '/settings/organisation',
    async (page, t) => {
      await page.getByLabel(t('settingsOrganisation:name')).fill('Pierre-Yves Lemaire')
    },
  ],
]

const readers = [
  ['en', en, 1440],
  ['ar', ar, 360],
] as const

// in turn: all have what is told from one place
for (const [index, [what, path, write]] of places.entries()) {
  const [language, t, width] = readers[index % 2]!
  test(`${what}: what was being written vanished with the right to save it, in ${language} @long`, async ({
    browser,
  }) => {
    await give(all)
    await here.desk.call(here.jana, 'PATCH', '/api/v1/me', { language })
    const page = await openAs(browser, here.product.address, here.jana, path, { language, width })
    await write(page, t)
    await give(['user.read'])
    const told = page.getByRole('alert').filter({ hasText: t('staff:rightLost') })
    await expect(told.last()).toBeVisible()
    expect(
      await page
        .locator('input, textarea')
        .evaluateAll((inputs) => inputs.some((input) => (input as HTMLInputElement).value === 'Pierre-Yves Lemaire')),
    ).toBe(true)
    const save = page.locator('button[type=submit]')
    await expect(save.last()).toBeDisabled()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await shot(page, `right-lost-${what.replaceAll(' ', '-')}-${language}`)
    await page.context().close()
  })
}

for (const [language, t, width] of readers)
  test(`the groups of a person vanished with the right to them alone, in ${language} @long`, async ({ browser }) => {
    const { desk, jana, product } = here
    await give(all)
    await desk.call(jana, 'PATCH', '/api/v1/me', { language })
    const page = await openAs(browser, product.address, jana, '/people', { language, width })
    await page.getByRole('button', { name: /^Pierre/u }).click()
    const groups = page.getByRole('group', { name: t('people:field.groups'), exact: true })
    const one = groups.getByRole('checkbox').first()
    await one.check()
    await give(all.filter((right) => right !== 'group.manage'))
    await expect(page.getByRole('alert').filter({ hasText: t('people:field.groupsLost') })).toBeVisible()
    await expect(one).toBeChecked()
    await expect(one).toBeDisabled()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await shot(page, `right-lost-groups-${language}`)
    // what one still may is saved, and the groups are left as they are
    await page.getByRole('textbox', { name: t('people:field.name'), exact: true }).fill(`Pierre ${language}`)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('staff:save') })
      .click()
    await expect(page.getByRole('button', { name: `Pierre ${language}` })).toBeVisible()
    expect((await desk.call(here.noor, 'GET', `/api/v1/users/${here.pierre.id}`)).groups).toEqual([])
    await page.context().close()
  })

test('whoever lost every right of staff was left on its pages, and a customer who was given one saw a page without words @long', async ({
  browser,
}) => {
  const { desk, noor, omar, pierre, product } = here
  const [work, own] = [
    await openAs(browser, product.address, omar, '/incoming'),
    await openAs(browser, product.address, pierre, '/requests'),
  ]
  await expect(work.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(own.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await desk.call(noor, 'PATCH', `/api/v1/users/${omar.id}`, { roles: ['customer'], groups: [] })
  await desk.call(noor, 'PATCH', `/api/v1/users/${pierre.id}`, { roles: ['customer', 'representative'] })
  await expect(work.getByText(en('staff:noLongerStaff'))).toBeVisible()
  await expect(work.getByRole('link', { name: en('closedTickets:title') })).toHaveCount(0)
  await shot(work, 'right-lost-no-longer-staff')
  await expect(own.getByText(/^[a-z]+[A-Za-z]*:[a-z]/u)).toHaveCount(0)
  await own.reload()
  await expect(own.getByRole('link', { name: en('closedTickets:title') }).first()).toBeVisible()
  await work.context().close()
  await own.context().close()
})
