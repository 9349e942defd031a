import { expect, test, type Page } from '@playwright/test'
import { composer, en, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

// a race that was lost once counts
test.describe.configure({ retries: 0 })

test('two representatives press Take at the same moment: one has it, the other reads who', async ({ browser }) => {
  const { address } = here.product
  const { number } = await here.desk.submit(here.pierre, 'Who takes this?', 'Please.')
  await here.desk.verb(here.mariam, number, 'assign', { group: here.documents.id })
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  const jana = await openAs(browser, address, here.jana, `/incoming/${number}`)
  const button = en.plain('actions:staff.take')
  await expect(omar.getByRole('button', { name: button }).first()).toBeVisible()
  await expect(jana.getByRole('button', { name: button }).first()).toBeVisible()
  await Promise.all(
    [omar, jana].map((page) =>
      page
        .getByRole('button', { name: button })
        .first()
        // the slower of the two may find the button gone already
        .click({ timeout: 10_000 })
        .catch(() => {}),
    ),
  )
  const owner = async () =>
    (await here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${number}`)).assignee.member?.name
  await expect.poll(owner).toMatch(/Omar|Jana/)
  const name = await owner()
  const [winner, loser] = name.startsWith('Omar') ? [omar, jana] : [jana, omar]
  await expect(winner.getByText(en.plain('staffTicket:ball.you'))).toBeVisible()
  await expect(loser.getByText(new RegExp(`${name} has the ball`)).first()).toBeVisible()
  const events = await here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${number}/history`)
  expect(events.items.filter((event: { happened: string }) => event.happened === 'ticketTaken')).toHaveLength(1)
})

test('a reply stops when something came in meanwhile, keeps the text, and goes out after a look', async ({
  browser,
}) => {
  const { address } = here.product
  const { number } = await here.desk.submit(here.pierre, 'Please wait for my word', 'I may add something.')
  await here.desk.verb(here.mariam, number, 'assign', { group: here.documents.id, member: here.omar.id })
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  const box = await composer(omar, en.plain('staffTicket:composer.reply'))
  await box.fill('We are done with it.')
  // the page hears of nothing while it is away, and the customer writes in that moment
  await omar.route('**/api/v1/tickets/**', async (route) => {
    if (route.request().method() === 'GET') return route.abort()
    return route.continue()
  })
  await here.desk.verb(here.pierre, number, 'reply', { text: 'Wait, the number was wrong!' })
  await omar
    .getByRole('button', { name: en.plain('staffTicket:composer.send'), exact: false })
    .last()
    .click()
  await omar.unroute('**/api/v1/tickets/**')
  await expect(omar.getByText('Wait, the number was wrong!').first()).toBeVisible()
  await expect(omar.locator('.ProseMirror')).toContainText('We are done with it.')
  await shot(omar, 'meanwhile-en-light-1440')
})

test('one ticket and several were closed over what their customer wrote while the reason was asked for @long', async ({
  browser,
}) => {
  const { desk, pierre, product } = here
  const { number } = await desk.submit(pierre, 'The winch is loose', 'Please.')
  const page = await openAs(browser, product.address, here.mariam, `/incoming/${number}`)
  await page.getByRole('button', { name: en('staff:more'), exact: true }).click()
  await page.getByRole('menuitem', { name: en('actions:staff.close'), exact: true }).click()
  const reason = page.getByLabel(en('staffTicket:close.reason'))
  await reason.fill('The winch was tightened.')
  await desk.verb(pierre, number, 'reply', { text: 'Now the rope is torn.' })
  await expect(page.getByText('Now the rope is torn.').first()).toBeAttached()
  const confirm = page.getByRole('button', { name: en('staffTicket:close.confirm') })
  await confirm.click()
  const changed = page.getByText(en.plain('refusals:changedMeanwhile'))
  await expect(changed).toBeVisible()
  await expect(reason).toHaveValue('The winch was tightened.')
  // who presses again has looked
  await confirm.click()
  await expect(page.getByText(en('actions:done.close', { number: `T-${number}` }))).toBeVisible()

  const other = (await desk.submit(pierre, 'The winch is stuck', 'Please.')).number
  await page.goto(`${product.address}/incoming?queue=new`)
  await page.getByRole('row', { name: /The winch is stuck/ }).hover()
  await page.getByRole('checkbox', { name: en('many:box', { number: `T-${other}` }) }).check()
  const bar = page.getByRole('region', { name: en.plain('many:bar') })
  await bar.getByRole('button', { name: en.plain('many:verb.close') }).click()
  await reason.fill('Both winches turn.')
  const listed = page.waitForResponse((answer) => answer.url().includes('/queries/incoming-requests') && answer.ok())
  await desk.verb(pierre, other, 'reply', { text: 'It turns the wrong way.' })
  await listed
  await page.getByRole('button', { name: en('many:closeConfirm', { count: 1 }) }).click()
  await expect(changed).toBeVisible()
  expect((await desk.call(pierre, 'GET', `/api/v1/tickets/${other}`)).status).toBe('open')
  await page.context().close()
})

test('eight tabs stand open behind one another, and a ninth opens too and follows what happens @long', async ({
  browser,
}) => {
  const { address } = here.product
  const first = await openAs(browser, address, here.mariam, '/incoming?queue=allOpen')
  const title = (page: Page) => page.getByRole('heading', { name: en.plain('glossary:queue.allOpen') })
  for (let tab = 2; tab <= 9; tab++) {
    const behind = await first.context().newPage()
    // here every tab counts as seen, in a browser with a window only the foremost
    if (tab < 9) await behind.addInitScript(() => Object.defineProperty(document, 'hidden', { get: () => true }))
    await behind.goto(`${address}/incoming?queue=allOpen`)
    await expect(title(behind)).toBeVisible()
  }
  const foremost = first.context().pages().at(-1)!
  await here.desk.submit(here.pierre, 'The ninth tab hears of it', 'As it comes.')
  await expect(foremost.getByText('The ninth tab hears of it').or(foremost.getByText(/1 new/)).first()).toBeVisible()
})
