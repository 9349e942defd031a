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

test('a ticket that is taken out of one’s sight says so, and what was being written stays to be copied @long', async ({
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
  const leave = page.getByRole('alert').getByRole('button', { name: en.plain('staff:back') })
  await expect(leave).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'ticket-out-of-sight-en-light-1440')
  await hand({ group: documents.id, member: omar.id })
  await expect(said).toHaveCount(0)
  await expect(page.getByText('Ramp four')).toBeVisible()
  // it was not possible to leave it behind by a press
  await hand({ group: supportDesk.id })
  await leave.click()
  await expect(page).toHaveURL(/\/incoming(\?|$)/)
  await expect(said).toHaveCount(0)
  await page.context().close()
})

/** Theirs to answer; with an answer, in review. */
const workedOn = async (title: string, by: 'omar' | 'jana', solution?: string): Promise<number> => {
  const { desk, mariam, pierre, documents } = here
  const { number } = await desk.submit(pierre, title, 'Please tell me.')
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: here[by].id })
  if (solution) await desk.verb(here[by], number, 'propose-solution', { solution })
  return number
}

test('a reviewer who worked the queue down was told that no answer waits, while one had come meanwhile @long', async ({
  browser,
}) => {
  const { desk, mariam, omar, product } = here
  const first = await workedOn('Pallets', 'omar', 'Eighty by a hundred and twenty.')
  const page = await openAs(browser, product.address, mariam, '/review')
  await expect(page.getByText('Eighty by a hundred and twenty.')).toBeVisible()
  await workedOn('Opening hours', 'omar', 'From eight to five.')
  // both are known: neither the one that is read moves, nor is the other kept for later
  await expect(page.getByText(en('review:position', { at: 1, count: 2 }))).toBeVisible()
  await expect(page.getByText('Eighty by a hundred and twenty.')).toBeVisible()
  const approve = page.getByRole('button', { name: en.plain('review:approve'), exact: true })
  await approve.click()
  await expect(page.getByText('From eight to five.')).toBeVisible()
  await approve.click()
  await expect(page.getByText(en.plain('review:emptyTitle'))).toBeVisible()
  await desk.call(here.pierre, 'POST', `/api/v1/tickets/${first}/decline-solution`, {
    reason: 'Ours are larger.',
    version: (await desk.call(here.pierre, 'GET', `/api/v1/tickets/${first}`)).version,
  })
  await desk.verb(omar, first, 'propose-solution', { solution: 'A hundred by a hundred and twenty.' })
  await expect(page.getByText('A hundred by a hundred and twenty.')).toBeVisible()
  await page.context().close()
})

test('a representative read “You wrote this solution” of a colleague’s, and v led them there @long', async ({
  browser,
}) => {
  const number = await workedOn('Cold store', 'jana', 'Minus eighteen degrees.')
  const page = await openAs(browser, here.product.address, here.omar, `/review?ticket=${number}`)
  await expect(page.getByText(en.plain('review:notReviewer'))).toBeVisible()
  await expect(page.getByText(en.plain('review:ownSolution'))).toHaveCount(0)
  await shot(page, 'review-by-no-reviewer-en-light-1440')
  await page.goto(`${here.product.address}/incoming/${number}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Cold store' })).toBeVisible()
  await page.keyboard.press('v')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/incoming(\?|$)/)
  await page.context().close()
  const janas = await openAs(browser, here.product.address, here.jana, `/review?ticket=${number}`)
  await expect(janas.getByText(en.plain('review:ownSolution'))).toBeVisible()
  await janas.context().close()
})

test('whoever is exempt from review read that the support desk reviews their solution before it goes out @long', async ({
  browser,
}) => {
  const { desk, noor, omar, pierre, product } = here
  await desk.call(noor, 'PATCH', '/api/v1/settings', { workflow: { reviewExempt: [omar.id] } })
  const number = await workedOn('Gate pass', 'omar')
  const page = await openAs(browser, product.address, omar, `/incoming/${number}`)
  const box = await composer(page, en.plain('staffTicket:composer.propose'))
  await expect(page.getByText(en('staffTicket:composer.toCustomer', { name: pierre.name }))).toBeVisible()
  await expect(page.getByText(en.plain('staffTicket:composer.toReview'))).toHaveCount(0)
  await box.fill('It lies at the gate.')
  await page
    .getByRole('button', { name: en.plain('staffTicket:composer.sendProposal') })
    .last()
    .click()
  await expect.poll(async () => (await desk.call(pierre, 'GET', `/api/v1/tickets/${number}`)).status).toBe('responded')
  await page.context().close()
  await desk.call(noor, 'PATCH', '/api/v1/settings', { workflow: { reviewExempt: [] } })
  const next = await workedOn('Second gate pass', 'omar')
  const later = await openAs(browser, product.address, omar, `/incoming/${next}`)
  await composer(later, en.plain('staffTicket:composer.propose'))
  await expect(later.getByText(en.plain('staffTicket:composer.toReview'))).toBeVisible()
  await later.context().close()
})
