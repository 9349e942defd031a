import { expect, test } from '@playwright/test'
import { composer, en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('an offered solution is withdrawn, the customer reads why, and the ticket goes back to its group', async ({
  browser,
}) => {
  const { address } = here.product
  const { number } = await here.desk.submit(here.pierre, 'Customs form', 'Which form do I need?')
  await here.desk.verb(here.mariam, number, 'assign', { group: here.documents.id, member: here.omar.id })
  await here.desk.verb(here.omar, number, 'propose-solution', { solution: 'You need form A.' })
  await here.desk.verb(here.mariam, number, 'approve-solution')
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  const pierre = await openAs(browser, address, here.pierre, `/tickets/${number}`)
  await expect(pierre.getByText('You need form A.')).toBeVisible()

  const act = async (item: string, reason: string, confirm: string) => {
    const direct = omar.getByRole('button', { name: item })
    if ((await direct.count()) > 0) await direct.first().click()
    else {
      await omar
        .getByRole('button', { name: /More|…/ })
        .first()
        .click()
      await omar.getByRole('menuitem', { name: item }).click()
    }
    const dialog = omar.getByRole('dialog')
    await dialog.getByRole('textbox').fill(reason)
    await dialog.getByRole('button', { name: confirm }).click()
  }
  await act(
    en.plain('actions:staff.withdraw-solution'),
    'Form A was replaced on Monday.',
    en.plain('staffTicket:withdraw.confirm'),
  )
  await expect(pierre.getByText(en.plain('customerTicket:headline.withdrawn'))).toBeVisible()
  await expect(pierre.getByText(/Form A was replaced on Monday/).first()).toBeVisible()

  await act(en.plain('actions:staff.give-back'), 'I am away from tomorrow.', en.plain('staffTicket:giveBack.confirm'))
  const ticket = async () => here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${number}`)
  await expect.poll(async () => (await ticket()).assignee.member).toBeNull()
  expect(await ticket()).toMatchObject({
    status: 'inProgress',
    assignee: { group: { name: 'Documents' } },
    solution: { state: 'withdrawn' },
  })
})

test('a ticket that is taken out of one’s sight says so, and what was being written stays to be copied', async ({
  browser,
}) => {
  const { desk, mariam, omar, documents, pierre } = here
  const { number } = await desk.submit(pierre, 'Loading ramp', 'Which ramp is it?')
  const hand = (assignee: object) => desk.verb(mariam, number, 'assign', assignee)
  await hand({ group: documents.id, member: omar.id })
  const page = await openAs(browser, here.product.address, omar, `/incoming/${number}`)
  await (await composer(page, en.plain('staffTicket:composer.note'))).fill('Ramp four')
  const { items } = await desk.call(here.noor, 'GET', '/api/v1/groups')
  const supportDesk = items.find(({ key }: { key: string | null }) => key === 'supportDesk')
  await hand({ group: supportDesk.id })
  const said = page.getByText(en.plain('staffTicket:outOfSight'))
  await expect(said).toBeVisible()
  await expect(page.getByText('Ramp four')).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'ticket-out-of-sight-en-light-1440')
  await hand({ group: documents.id, member: omar.id })
  await expect(said).toHaveCount(0)
  await expect(page.getByText('Ramp four')).toBeVisible()
})
