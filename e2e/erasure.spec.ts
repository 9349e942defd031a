import { expect, test } from '@playwright/test'
import { en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// Somebody who works here leaves: what goes back to whom is said before. Then they are erased, and so is a customer: their words
// and names are gone from every page, the answer that a customer received stays, and everything still agrees.

let here: PeopledProduct
let salmas: number
let pierres: number
test.beforeAll(async () => {
  here = await startPeopledProduct()
  const { desk, salma, pierre, mariam, omar, documents } = here
  salmas = (await desk.submit(salma, 'Where is my parcel, asks Salma Idris', 'It left a week ago.')).number
  pierres = (await desk.submit(pierre, 'The invoice is empty', 'Nothing stands in it.')).number
  for (const number of [salmas, pierres])
    await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, pierres, 'note', { text: 'He sounded angry on the telephone.' })
  await desk.verb(omar, pierres, 'reply', { text: 'A new invoice is on its way. Yours, Omar Siddiqui' })
})
test.afterAll(() => here.product.stop())

test('somebody who works here is deactivated, then erased; the answers stay without the name', async ({ browser }) => {
  const { product, noor, omar, desk } = here
  const theirs = await openAs(browser, product.address, omar, `/incoming/${pierres}`)
  await expect(theirs.getByText('He sounded angry on the telephone.')).toBeVisible()
  const page = await openAs(browser, product.address, noor, '/people')
  await page.getByRole('button', { name: 'Omar Siddiqui' }).click()
  await page.getByRole('button', { name: en('people:deactivate.button') }).click()
  const confirm = page.getByRole('dialog').last()
  await expect(confirm).toContainText(en('people:leaving.tickets', { count: 2, group: 'Documents' }))
  await shot(page, 'journey-deactivate')
  await confirm.getByRole('button', { name: en('people:deactivate.confirm') }).click()
  await expect(page.getByText(en('people:deactivate.done', { name: 'Omar Siddiqui' }))).toBeVisible()
  // their tickets went back to the group, and reactivating brings none of them again
  await expect(page.getByRole('button', { name: en('actions:undo') })).toHaveCount(0)
  expect((await desk.call(here.mariam, 'GET', `/api/v1/tickets/${pierres}`)).assignee.member).toBeNull()
  await expect(desk.call(omar, 'GET', '/api/v1/me')).rejects.toThrow(': 401 ')
  // nobody touches their machine, and what they could see is gone from it
  await expect(theirs.getByRole('button', { name: en('signIn:title') })).toBeVisible()
  await expect(theirs.getByText('He sounded angry on the telephone.')).toHaveCount(0)

  await page.getByRole('button', { name: /^State/ }).click()
  await page.getByRole('radio', { name: en('people:state.inactive') }).click()
  await page.getByRole('button', { name: 'Omar Siddiqui' }).click()
  await page.getByRole('button', { name: en('people:erase.button') }).click()
  const erase = page.getByRole('dialog').last()
  await expect(erase).toContainText('Answers that a customer received stay')
  const yes = erase.getByRole('button', { name: en('people:erase.confirm') })
  await expect(yes).toBeDisabled()
  await erase.getByRole('textbox').fill('somebody@example.com')
  await expect(yes).toBeDisabled()
  await erase.getByRole('textbox').fill('omar@example.com')
  await expectAccessible(page)
  await shot(page, 'journey-erase')
  await yes.click()
  await expect(page.getByText(en('people:erase.done'))).toBeVisible()
  await page.context().close()

  const pierre = await openAs(browser, product.address, here.pierre, `/tickets/${pierres}`)
  await expect(pierre.getByText('A new invoice is on its way. Yours, Erased')).toBeVisible()
  await expect(pierre.getByText('Siddiqui')).toHaveCount(0)
  await pierre.context().close()
  const staff = await openAs(browser, product.address, here.mariam, `/incoming/${pierres}`)
  await expect(staff.getByText('A new invoice is on its way. Yours, Erased')).toBeVisible()
  await expect(staff.getByText('He sounded angry')).toHaveCount(0)
  await staff.context().close()
})

test('a customer is erased: number and status stay, words and name go, and the audit log knows who did it', async ({
  browser,
}) => {
  const { product, noor, salma, desk } = here
  const page = await openAs(browser, product.address, noor, '/people?search=salma')
  await page.getByRole('button', { name: 'Salma Idris' }).click()
  await page.getByRole('button', { name: en('people:erase.button') }).click()
  const erase = page.getByRole('dialog').last()
  await erase.getByRole('textbox').fill('salma@example.com')
  await erase.getByRole('button', { name: en('people:erase.confirm') }).click()
  await expect(page.getByText(en('people:erase.done'))).toBeVisible()
  await expect(page.getByText(en('people:nobody'))).toBeVisible()

  await page.goto(`${product.address}/people?state=inactive`)
  await expect(page.locator('tbody tr')).toHaveCount(2)
  await page
    .getByRole('button', { name: en('glossary:erased') })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toContainText('was erased on')
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveCount(0)
  await page.context().close()

  const ticket = await desk.call(here.mariam, 'GET', `/api/v1/tickets/${salmas}`)
  expect(ticket).toMatchObject({ number: salmas, status: 'inProgress', customer: { name: 'Erased' } })
  expect(JSON.stringify(ticket)).not.toContain('Salma')
  const audit = await desk.call(noor, 'GET', `/api/v1/audit?subject=user:${salma.id}`)
  expect(audit.items[0]).toMatchObject({ action: 'user.erased', actor: { id: noor.id } })
  expect(JSON.stringify(audit)).not.toContain('salma@')
  await expect(desk.call(salma, 'GET', '/api/v1/me')).rejects.toThrow(': 401 ')
})
