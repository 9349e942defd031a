import { expect, test } from '@playwright/test'
import { composer, en, expectAccessible, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

let here: PeopledProduct
test.beforeAll(async () => {
  here = await startPeopledProduct()
})
test.afterAll(() => here.product.stop())

test('a solution is returned by the desk, improved, declined by the customer, and solved in the third round', async ({
  browser,
}) => {
  const { address } = here.product
  const { number } = await here.desk.submit(
    here.pierre,
    'The invoice names a wrong address',
    'Please correct invoice 8841.',
  )
  await here.desk.verb(here.mariam, number, 'assign', { group: here.documents.id, member: here.omar.id })
  const omar = await openAs(browser, address, here.omar, `/incoming/${number}`)
  const mariam = await openAs(browser, address, here.mariam, '/review')
  const pierre = await openAs(browser, address, here.pierre, `/tickets/${number}`)

  const propose = async (text: string) => {
    const box = await composer(omar, en.plain('staffTicket:composer.propose'))
    await box.fill(text)
    await omar
      .getByRole('button', { name: en.plain('staffTicket:composer.sendProposal') })
      .last()
      .click()
    await expect(omar.getByRole('region', { name: en.plain('staffTicket:thread') }).getByText(text)).toBeVisible()
  }

  await propose('We will look into it.')
  await expect(mariam.getByText('We will look into it.')).toBeVisible()
  await mariam
    .getByRole('button', { name: en.plain('actions:staff.return-solution') })
    .first()
    .click()
  await mariam.getByRole('dialog').or(mariam.locator('form')).getByRole('textbox').last().fill('Say by when, please.')
  await mariam
    .getByRole('button', { name: en.plain('actions:staff.return-solution') })
    .last()
    .click()
  await expect(omar.getByText('Say by when, please.').first()).toBeVisible()
  await shot(omar, 'returned-en-light-1440')

  await propose('We will look into it by Friday.')
  await expect(mariam.getByText(/Say by when, please/)).toBeVisible()
  await expectAccessible(mariam)
  await shot(mariam, 'review-round-two-en-light-1440')
  await mariam
    .getByRole('button', { name: en.plain('actions:staff.approve-solution') })
    .last()
    .click()

  await expect(pierre.getByText('We will look into it by Friday.')).toBeVisible()
  await expect(pierre.getByText('Say by when, please.')).toHaveCount(0)
  await pierre.getByRole('button', { name: en.plain('customerTicket:answer.notYet') }).click()
  await pierre.getByLabel(en.plain('customerTicket:answer.whatIsLeft')).fill('The address is still wrong on page two.')
  await pierre.getByRole('button', { name: en.plain('customerTicket:answer.sendNotYet'), exact: true }).click()
  await expect(pierre.getByText(en.plain('customerTicket:headline.declined'))).toBeVisible()
  await expect(omar.getByText('The address is still wrong on page two.').first()).toBeVisible()

  await propose('Page two is corrected; the new invoice is in your mail.')
  await here.desk.verb(here.lina, number, 'approve-solution')
  await expect(pierre.getByText('Page two is corrected; the new invoice is in your mail.')).toBeVisible()
  await pierre.getByRole('button', { name: en.plain('customerTicket:answer.yes') }).click()
  await expect(pierre.getByText(en.plain('customerTicket:headline.accepted'))).toBeVisible()
  const ticket = await here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${number}`)
  expect(ticket.solution.rounds.map((round: { state: string }) => round.state)).toEqual([
    'returned',
    'declined',
    'accepted',
  ])
  await omar.reload()
  // the fields beside the thread say the same: the path's own line is the one that comes last
  await expect(omar.getByRole('paragraph').filter({ hasText: 'The customer accepted the solution' })).toBeVisible()
  await shot(omar, 'three-rounds-en-light-1440')
})

test('what a reviewer had changed in an answer was lost by going on, by loading anew, and when a colleague decided @long', async ({
  browser,
}) => {
  const { desk, mariam, omar, lina, pierre, documents } = here
  const proposed = async (title: string) => {
    const { number } = await desk.submit(pierre, title, 'Which gate is it?')
    await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
    await desk.verb(omar, number, 'propose-solution', { solution: 'It is gate four.' })
    return number
  }
  const [first] = [await proposed('The gate of Monday'), await proposed('The gate of Tuesday')]
  const page = await openAs(browser, here.product.address, mariam, '/review')
  const heading = (title: string) => page.getByRole('heading', { name: title })
  const box = page.getByLabel(en.plain('review:editLabel'))
  await expect(heading('The gate of Monday')).toBeVisible()
  await page.keyboard.press('e')
  await box.fill('It is gate four, behind the crane.')

  await test.step('Ctrl+Enter under the sheet of keys sends nothing', async () => {
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('?')
    await expect(page.locator('dialog:modal')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog:modal')).toHaveCount(0)
    await expect(box).toHaveValue('It is gate four, behind the crane.')
  })
  await page.keyboard.press('j')
  await expect(heading('The gate of Tuesday')).toBeVisible()
  await page.keyboard.press('k')
  await expect(box).toHaveValue('It is gate four, behind the crane.')
  await page.reload()
  await expect(box).toHaveValue('It is gate four, behind the crane.')

  const notSent = page.getByRole('region', { name: en('review:notSent', { round: 1 }) })
  await test.step('the round is decided meanwhile', async () => {
    await desk.verb(lina, first, 'return-solution', { reason: 'Say where it is.' })
    await expect(page.getByText(en.plain('review:goneTitle'))).toBeVisible()
    await expect(notSent).toContainText('It is gate four, behind the crane.')
    await expectAccessible(page)
    await shot(page, 'review-not-sent-en-light-1440')
  })
  await test.step('and another one proposed', async () => {
    await desk.verb(omar, first, 'propose-solution', { solution: 'It is gate four, at the quay.' })
    await expect(notSent).toContainText('It is gate four, behind the crane.')
    await expect(box).toHaveCount(0)
    await expectAccessible(page)
    await shot(page, 'review-not-sent-round-two-en-light-1440')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await notSent.getByRole('button', { name: en.plain('review:copy') }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('It is gate four, behind the crane.')
    await notSent.getByRole('button', { name: en.plain('review:stopEditing') }).click()
    await expect(notSent).toHaveCount(0)
  })
  await test.step('what is sent leaves nothing behind', async () => {
    await page.keyboard.press('e')
    await box.fill('It is gate four, at the quay, behind the crane.')
    await page.keyboard.press('Control+Enter')
    await expect(heading('The gate of Tuesday')).toBeVisible()
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('behind the crane')
  })
  await page.context().close()
})

test('files went out unseen: the review showed neither those of the answer nor those of the question @long', async ({
  browser,
}) => {
  const { desk, mariam, omar, pierre, documents } = here
  const asked = { title: 'Is this form right?', description: 'It is attached.' }
  const files = async (by: typeof pierre, name: string) => ({ files: [await desk.file(by, name)] })
  const { number } = await desk.call(pierre, 'POST', '/api/v1/tickets', {
    ...asked,
    ...(await files(pierre, 'filled.txt')),
  })
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  const answer = { solution: 'Take the new one.', ...(await files(omar, 'new form.txt')) }
  await desk.verb(omar, number, 'propose-solution', answer)
  const page = await openAs(browser, here.product.address, mariam, `/review?ticket=${number}`)
  await expect(page.getByRole('heading', { name: asked.title })).toBeVisible()
  const column = (name: string) => page.getByRole('region', { name })
  await expect(column(en.plain('review:question')).getByRole('link', { name: /filled\.txt/ })).toBeVisible()
  const ofAnswer = column(en.plain('review:answer')).getByRole('link', { name: /new form\.txt/ })
  await expect(ofAnswer).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.getByLabel(en.plain('review:editLabel'))).toBeVisible()
  await expect(ofAnswer).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'review-files-en-light-1440')
})
