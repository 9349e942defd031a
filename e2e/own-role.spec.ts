import { expect, test } from '@playwright/test'
import { en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// An own role that may review and not assign: made in the grid, given to somebody, and proven by what they see and by what the
// interface refuses them. The last administrator is not lost by the grid.

let here: PeopledProduct
let number: number
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { desk, salma, mariam, omar, documents } = here
  number = (await desk.submit(salma, 'Two parcels of three arrived', 'The third one is missing.')).number
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'propose-solution', { solution: 'The third one arrives on Friday.' })
})
test.afterAll(() => here.product.stop())

test('an own role may review and not assign', async ({ browser }) => {
  const { noor, desk, product } = here
  const page = await openAs(browser, product.address, noor, '/people/roles')
  await page.getByRole('button', { name: en('roles:new') }).click()
  await page.getByRole('textbox', { name: /English/ }).fill('Reviewer')
  await page.getByRole('textbox', { name: /Arabic/ }).fill('مراجع')
  await page.getByRole('button', { name: en('roles:make') }).click()
  await expect(page.getByRole('columnheader', { name: /Reviewer/ })).toBeVisible()

  // no other is called so
  await page.getByRole('button', { name: en('roles:new') }).click()
  await page.getByRole('textbox', { name: /English/ }).fill('REVIEWER')
  await page.getByRole('button', { name: en('roles:make') }).click()
  await expect(page.getByRole('textbox', { name: /English/ })).toHaveAccessibleDescription(
    /role called .?REVIEWER.? already/,
  )
  await shot(page, 'role-name-taken')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: en('staff:cancel'), exact: true })
    .click()

  const cell = (permission: string) => page.getByRole('button', { name: new RegExp(`^${permission}, .?Reviewer`) })
  await cell('Review solutions').click()
  // a right without a sight is said to be one
  await expect(cell('Review solutions')).toHaveText(en('roles:reach.nowhere'))
  await cell('View tickets').click()
  await page.getByRole('checkbox', { name: en('roles:sights.all') }).check()
  await page.keyboard.press('Escape')
  const bar = page.getByRole('region', { name: en('roles:bar.label') })
  await expect(bar).toContainText(en('roles:bar.changes', { count: 2 }))
  await expect(bar).toContainText('Review solutions')
  await expect(bar.getByRole('button', { name: en('roles:bar.save', { count: 0 }) })).toBeVisible()
  expect((await roleNamed('reviewer')).permissions).toEqual([])
  await bar.getByRole('button', { name: en('roles:bar.save', { count: 0 }) }).click()
  await expect(bar).toHaveCount(0)
  expect((await roleNamed('reviewer')).permissions).toEqual(['solution.review', 'ticket.seeAll'])

  // given to Jana, in place of what she had
  await page.getByRole('link', { name: en('people:users') }).click()
  await page.getByRole('button', { name: 'Jana Weiss' }).click()
  await page.getByRole('checkbox', { name: 'Reviewer' }).check()
  await page.getByRole('checkbox', { name: /^Representative/ }).uncheck()
  await page.getByRole('button', { name: en('staff:save') }).click()
  await expect(page.getByText(en('people:changed', { name: 'Jana Weiss' }))).toBeVisible()

  // what she sees: the review, and no assigning
  const janas = await openAs(browser, product.address, here.jana, '/review')
  await expect(janas.getByText('The third one arrives on Friday.')).toBeVisible()
  await janas.goto(`${product.address}/incoming/${number}`)
  await expect(janas.getByText('Two parcels of three arrived').first()).toBeVisible()
  await expect(janas.getByRole('button', { name: /^(Assign|Reassign)$/ })).toHaveCount(0)
  await janas.context().close()
  const ticket = await desk.call(here.jana, 'GET', `/api/v1/tickets/${number}`)
  expect(ticket.may).toEqual(expect.arrayContaining(['approve-solution', 'return-solution']))
  for (const [verb, body] of Object.entries({
    assign: { group: here.documents.id },
    close: { reason: 'No.' },
    reply: { text: 'Hello' },
    'propose-solution': { solution: 'Mine' },
  }))
    await expect(desk.verb(here.jana, number, verb, body)).rejects.toThrow(': 403 ')
  await expect(desk.call(here.jana, 'GET', '/api/v1/users')).rejects.toThrow(': 403 ')

  // why, for her and this ticket
  await page.getByRole('link', { name: en('roles:title') }).click()
  await page.getByRole('button', { name: en('roles:explain.choose') }).click()
  const search = page.getByRole('searchbox', { name: en('roles:explain.find') })
  // whoever opened it types at once
  await expect(search).toBeFocused()
  await search.fill('jana')
  await page.getByRole('button', { name: /Jana Weiss/ }).click()
  const aside = page.getByRole('complementary', { name: en('roles:explain.title') })
  await expect(
    aside
      .getByRole('listitem')
      .filter({ hasText: /^Review solutions/ })
      .first(),
  ).toContainText('Reviewer')
  await expect(aside.getByRole('listitem').filter({ hasText: /^Assign tickets/ })).toContainText('Support desk')
  await aside.getByRole('textbox').fill(`T-${number}`)
  await aside.getByRole('button', { name: en('roles:explain.ask') }).click()
  await expect(aside.getByRole('listitem').filter({ hasText: /^Assign.*Lacks/ })).toHaveCount(1)
  // a right that she has on this ticket names the role that gives it
  await expect(
    aside
      .getByRole('listitem')
      .filter({ hasText: /Because of.*Reviewer/ })
      .first(),
  ).toBeVisible()
  await expectAccessible(page)

  // not saved yet, and already explained
  await cell('Assign tickets').click()
  await expect(
    aside
      .getByRole('listitem')
      .filter({ hasText: /^Assign tickets/ })
      .first(),
  ).toContainText(en('roles:explain.afterSaving'))
  await expect(bar.getByRole('button', { name: en('roles:bar.save', { count: 1 }) })).toBeVisible()
  await shot(page, 'journey-roles-changed')
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await shot(page, 'journey-roles-changed-360')
  await page.setViewportSize({ width: 1440, height: 900 })
  await bar.getByRole('button', { name: en('roles:bar.undo') }).click()
  await expect(bar).toHaveCount(0)

  await desk.verb(here.jana, number, 'approve-solution')
  await page.context().close()
})

test('the last administrator is not lost, and a role that is held is not deleted @long', async ({ browser }) => {
  const page = await openAs(browser, here.product.address, here.noor, '/people/roles')
  await page.getByRole('button', { name: /^Manage roles, .?Administrator/ }).click()
  const bar = page.getByRole('region', { name: en('roles:bar.label') })
  await bar.getByRole('button', { name: en('roles:bar.save', { count: 1 }) }).click()
  await expect(bar.getByRole('alert')).toHaveText(en('refusals:lastAdministrator'))
  await shot(page, 'journey-last-administrator')
  // going elsewhere asks first
  await page.getByRole('link', { name: en('people:groups'), exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText(en('administration:leaving.text'))
  await page.getByRole('button', { name: en('staff:cancel'), exact: true }).click()
  await bar.getByRole('button', { name: en('roles:bar.undo') }).click()
  expect((await roleNamed('administrator')).permissions).toContain('role.manage')

  await page.getByRole('button', { name: /More about .?Reviewer/ }).click()
  await page.getByRole('menuitem', { name: en('roles:remove') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: en('roles:remove') })
    .click()
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  expect(await roleNamed('reviewer')).toBeDefined()
  await page.context().close()
})

const roleNamed = async (key: string) => {
  const { items } = await here.desk.call(here.noor, 'GET', '/api/v1/roles')
  return items.find((role: { key: string }) => role.key === key)
}
