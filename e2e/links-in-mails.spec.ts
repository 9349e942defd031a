import { expect, test, type Page } from '@playwright/test'
import { openMailroom } from './mails.ts'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// A customer's buttons in mails: each leads to a page that asks once more, and opens one request, for one person, for a while.
// Those of staff lead to the place where they do what the button says.

let here: PeopledProduct
let room: Awaited<ReturnType<typeof openMailroom>>
test.beforeAll(async () => {
  here = await startPeopledProduct()
  room = await openMailroom(here.product)
})
test.afterAll(async () => {
  await room.close()
  await here.product.stop()
})

const phone = { width: 360, height: 740 }

async function offered(customer = here.pierre): Promise<number> {
  const { desk, mariam, omar, documents } = here
  const { number } = await desk.submit(customer, 'لا يمكن تنزيل مذكرة التسليم', 'الشحنة MF-20418.')
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'propose-solution', { solution: 'أرسلنا المذكرة المختومة إلى بريدك.' })
  await desk.verb(mariam, number, 'approve-solution')
  return number
}

const statusOf = async (number: number) =>
  (await here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${number}`)).status as string

const closingOf = async (number: number) =>
  new Date((await here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${number}`)).closedAt).getTime()

const link = (ticket: number, customer = here.pierre, daysAgo = 0) => room.link(customer.id, ticket, daysAgo)

/** A request is shown in its customer's own language, whatever the device speaks. */
const readers = [
  ['ar', ar, () => here.salma],
  ['en', en, () => here.pierre],
] as const

async function looksRight(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shot(page, name)
}

for (const [language, t, customer] of readers)
  test(`the whole way on a phone, without a password, in ${language}`, async ({ browser }) => {
    const number = await offered(customer())
    const path = await link(number, customer())
    const page = await openAs(browser, here.product.address, null, path, { ...phone, language })
    await expect(page.getByRole('heading', { name: t('signIn:ticketLinkTitle') })).toBeVisible()
    await looksRight(page, `link-asks-${language}-360`)
    expect(await statusOf(number)).toBe('responded')

    await page.getByRole('button', { name: t('signIn:ticketLinkOpen') }).click()
    await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`))
    await expect(page.getByRole('button', { name: t('customerTicket:answer.yes') })).toBeVisible()
    // nothing else is theirs here: no other requests, no bell, no account
    await expect(page.getByRole('link', { name: t('shell:nav.myRequests') })).toHaveCount(0)
    await expect(page.getByRole('button', { name: new RegExp(t('shell:account')) })).toHaveCount(0)
    await looksRight(page, `link-opened-${language}-360`)

    await page.getByRole('textbox', { name: t('customerTicket:conversation.write') }).fill('شكرًا، سأنظر.')
    await page.getByRole('button', { name: t('customerTicket:conversation.send') }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'شكرًا، سأنظر.' })).toBeVisible()
    await page.getByRole('button', { name: t('customerTicket:answer.notYet') }).click()
    await page.getByRole('textbox', { name: t('customerTicket:answer.whatIsLeft') }).fill('الصفحة الثانية ناقصة.')
    await page.getByRole('button', { name: t('customerTicket:answer.sendNotYet'), exact: true }).click()
    await expect(page.getByRole('heading', { name: t('customerTicket:headline.declined') })).toBeVisible()
    expect(await statusOf(number)).toBe('inProgress')
    // home is this request; everything else asks for a password
    await page.goto(`${here.product.address}/`)
    await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`))
    await page.goto(`${here.product.address}/requests`)
    await expect(page.getByRole('heading', { name: t('signIn:title') })).toBeVisible()
    await page.context().close()
  })

test('“this solved it” and the stars ask once more, then are done; used a second time they show how it stands', async ({
  browser,
}) => {
  const number = await offered()
  const path = await link(number)
  const page = await openAs(browser, here.product.address, null, `${path}?do=accept-solution&of=${number}.1`, phone)
  await expect(page.getByRole('heading', { name: en('signIn:linkSolvedTitle') })).toBeVisible()
  await looksRight(page, 'link-solved-en-360')
  await page.reload()
  expect(await statusOf(number)).toBe('responded')
  await page.getByRole('button', { name: en('customerTicket:answer.yes') }).click()
  await expect(page.getByRole('heading', { name: en('customerTicket:headline.accepted') })).toBeVisible()
  expect(await statusOf(number)).toBe('closed')

  await page.goto(`${here.product.address}${path}?do=rate&score=4&of=${await closingOf(number)}`)
  await expect(page.getByRole('radio', { name: /4 .*5/ })).toBeChecked()
  await looksRight(page, 'link-stars-en-360')
  const ratingOf = async () => (await here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${number}`)).rating
  expect(await ratingOf()).toBeNull()
  await page.getByRole('button', { name: en('customerTicket:rating.saveThis', { word: en('rating:score.4') }) }).click()
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`))
  await expect(page.getByRole('radio', { name: /4 .*5/ })).toBeChecked()
  expect(await ratingOf()).toMatchObject({ score: 4 })

  // it was said before: nothing is done twice, and the request shows how it stands
  await page.goto(`${here.product.address}${path}?do=accept-solution&of=${number}.1`)
  await page.getByRole('button', { name: en('customerTicket:answer.yes') }).click()
  await expect(page.getByRole('heading', { name: en('customerTicket:headline.accepted') })).toBeVisible()
  await page.context().close()
})

test('a button of an older mail, and of one that names no answer, opens the request and decides on nothing @long', async ({
  browser,
}) => {
  const { desk, mariam, omar, pierre, product } = here
  const number = await offered()
  const path = await link(number)
  await desk.verb(omar, number, 'withdraw-solution', { reason: 'It was another one.' })
  await desk.verb(omar, number, 'propose-solution', { solution: 'The other note is in your mail.' })
  await desk.verb(mariam, number, 'approve-solution')
  const page = await openAs(browser, product.address, null, `${path}?do=accept-solution&of=${number}.1`, phone)
  await expect(page.getByText(en('signIn:linkEarlierText'))).toBeVisible()
  await expect(page.getByRole('button', { name: en('customerTicket:answer.yes') })).toHaveCount(0)
  await looksRight(page, 'link-earlier-en-360')
  await page.goto(`${product.address}${path}?do=accept-solution`)
  await expect(page.getByText(en('signIn:ticketLinkText'))).toBeVisible()
  await expect(page.getByRole('button', { name: en('customerTicket:answer.yes') })).toHaveCount(0)

  await page.goto(`${product.address}${path}?do=decline-solution&of=${number}.1`)
  await page.getByRole('button', { name: en('signIn:ticketLinkOpen') }).click()
  await expect(page.getByText('The other note is in your mail.')).toBeVisible()
  await expect(page.getByRole('button', { name: en('customerTicket:answer.yes') })).toBeVisible()
  await expect(page.getByRole('textbox', { name: en('customerTicket:answer.whatIsLeft') })).toHaveCount(0)
  expect(await statusOf(number)).toBe('responded')

  await desk.verb(pierre, number, 'accept-solution')
  const first = await closingOf(number)
  await desk.verb(mariam, number, 'reopen', { reason: 'A second note.' })
  await desk.verb(mariam, number, 'close', { reason: 'Done by telephone.' })
  await page.goto(`${product.address}${path}?do=rate&score=1&of=${first}`)
  await expect(page.getByText(en('signIn:linkEarlierText'))).toBeVisible()
  await page.getByRole('button', { name: en('signIn:ticketLinkOpen') }).click()
  await expect(page.getByRole('radio', { name: /1 .*5/ })).not.toBeChecked()
  await page.context().close()

  // the same for whoever signs in
  const own = await openAs(browser, product.address, pierre, `/tickets/${number}?do=rate&score=1&of=${first}`, phone)
  await expect(own.getByRole('radio', { name: /1 .*5/ })).not.toBeChecked()
  await own.goto(`${product.address}/tickets/${number}?do=rate&score=2&of=${await closingOf(number)}`)
  await expect(own.getByRole('radio', { name: /2 .*5/ })).toBeChecked()
  await own.context().close()
})

test('after a reopening the stars of the closing before it stood as saved, and the same ones could not be given @long', async ({
  browser,
}) => {
  const { desk, mariam, pierre, product } = here
  const { number } = await desk.submit(pierre, 'A stamp is missing', 'On the second page.')
  await desk.verb(mariam, number, 'close', { reason: 'Done by telephone.' })
  await desk.verb(pierre, number, 'rate', { score: 2 })
  await desk.verb(mariam, number, 'reopen', { reason: 'The stamp is the wrong one.' })
  await desk.verb(mariam, number, 'close', { reason: 'Done by telephone.' })

  const page = await openAs(browser, product.address, pierre, '/requests', phone)
  const row = page.getByRole('link', { name: /A stamp is missing/ })
  await expect(row.getByText(en('myTickets:rate'))).toBeVisible()
  await row.click()
  const two = page.getByRole('radio', { name: /2 .*5/ })
  await expect(page.getByText(/Before your request was reopened you gave “poor”/)).toBeVisible()
  await expect(two).not.toBeChecked()
  await looksRight(page, 'rated-before-en-360')
  await page.locator('label').filter({ has: two }).click()
  await expect(page.getByText(en('customerTicket:rating.saved'))).toBeVisible()
  const { rating, closedAt } = await desk.call(mariam, 'GET', `/api/v1/tickets/${number}`)
  expect(rating.score).toBe(2)
  expect(rating.at > closedAt).toBe(true)
  await page.context().close()
})

test('“not yet” and “reopen” open the page with their question, and send nothing by themselves @long', async ({
  browser,
}) => {
  const number = await offered()
  const path = await link(number)
  const page = await openAs(browser, here.product.address, null, `${path}?do=decline-solution&of=${number}.1`, phone)
  await page.getByRole('button', { name: en('signIn:ticketLinkOpen') }).click()
  await expect(page.getByRole('textbox', { name: en('customerTicket:answer.whatIsLeft') })).toBeFocused()
  expect(await statusOf(number)).toBe('responded')
  await here.desk.verb(here.pierre, number, 'accept-solution')
  await page.goto(`${here.product.address}${path}?do=reopen`)
  await page.getByRole('button', { name: en('signIn:ticketLinkOpen') }).click()
  await expect(page.getByRole('textbox', { name: en('customerTicket:reopen.reason') })).toBeFocused()
  expect(await statusOf(number)).toBe('closed')
  await page.context().close()
})

for (const [language, t, customer] of readers)
  test(`an expired, a revoked and a garbled link open nothing and offer a new one, in ${language} @long`, async ({
    browser,
  }) => {
    const number = await offered(customer())
    const good = await link(number, customer())
    const expired = await link(number, customer(), 31)
    const page = await openAs(browser, here.product.address, null, expired, { ...phone, language })
    // it says so as it opens, before anything is pressed
    const isOver = () => expect(page.getByRole('heading', { name: t('signIn:linkOver') })).toBeVisible()
    await isOver()
    await looksRight(page, `link-over-${language}-360`)
    const mailsBefore = await freshLinks()
    await page.getByRole('button', { name: t('signIn:ticketLinkSend') }).click()
    await expect(page.getByRole('heading', { name: t('signIn:ticketLinkSent') })).toBeVisible()
    await expect.poll(freshLinks).toBe(mailsBefore + 1)

    await page.goto(`${here.product.address}${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`)
    await isOver()
    await here.desk.call(customer(), 'POST', '/api/v1/ticket-links/revoke')
    await page.goto(here.product.address + good)
    await isOver()
    await page.context().close()
  })

const freshLinks = async () =>
  (await room.db.selectFrom('mail').select('id').where('interaction', '=', 'account-ticket-link').execute()).length

test('somebody who is signed in as another person is told whose link it is, and does nothing in their name @long', async ({
  browser,
}) => {
  const number = await offered()
  const path = await link(number)
  const page = await openAs(
    browser,
    here.product.address,
    here.jana,
    `${path}?do=accept-solution&of=${number}.1`,
    phone,
  )
  await page.getByRole('button', { name: en('customerTicket:answer.yes') }).click()
  await expect(
    page.getByRole('heading', { name: en('signIn:linkOtherTitle', { name: 'Pierre Lemaire' }) }),
  ).toBeVisible()
  await looksRight(page, 'link-of-another-en-360')
  expect(await statusOf(number)).toBe('responded')
  await page.getByRole('button', { name: en('signIn:linkOtherOut') }).click()
  await page.getByRole('button', { name: en('customerTicket:answer.yes') }).click()
  await expect(page.getByRole('heading', { name: en('customerTicket:headline.accepted') })).toBeVisible()
  await page.context().close()
})

test('staff’s buttons lead to what they say: to the review, and to the box for another solution @long', async ({
  browser,
}) => {
  const { desk, product, mariam, omar, documents } = here
  const { number } = await desk.submit(here.pierre, 'The seal is broken', 'On both doors.')
  await desk.verb(mariam, number, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(omar, number, 'propose-solution', { solution: 'We send new seals.' })
  const desks = await openAs(browser, product.address, mariam, `/tickets/${number}?do=review`)
  await expect(desks).toHaveURL(new RegExp(`/review\\?ticket=${number}$`))
  await expect(desks.getByText('We send new seals.')).toBeVisible()
  await desks.context().close()

  await desk.verb(mariam, number, 'return-solution', { reason: 'How many?' })
  const work = await openAs(browser, product.address, omar, `/tickets/${number}?do=propose-solution`)
  const tab = work.getByRole('tab', { name: en.plain('staffTicket:composer.propose') })
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  // asked once: what is loaded anew begins nothing
  await expect(work).not.toHaveURL(/do=/)
  await expect(work).toHaveURL(new RegExp(`/incoming/${number}`))
  await work.context().close()
})

test('a duplicate’s customer reads the original’s answer and answers for themselves @long', async ({ browser }) => {
  const { desk, pierre, mariam, omar, salma, documents } = here
  const original = (await desk.submit(salma, 'The tracking page is empty', 'Since this morning.')).number as number
  const copy = (await desk.submit(pierre, 'Nothing on the tracking page', 'It shows no parcel.')).number as number
  await desk.verb(mariam, original, 'assign', { group: documents.id, member: omar.id })
  await desk.verb(mariam, copy, 'mark-duplicate', { original })
  await desk.verb(omar, original, 'propose-solution', { solution: 'Please reload the page: it works again.' })
  await desk.verb(mariam, original, 'approve-solution')
  const path = await room.link(pierre.id, copy)
  const page = await openAs(browser, here.product.address, null, `${path}?do=accept-solution&of=${original}.1`, phone)
  // a yes here closes nothing
  await expect(page.getByText(en('signIn:linkSharedText'))).toBeVisible()
  await expect(page.getByText(en('signIn:linkSolvedText'))).toHaveCount(0)
  await looksRight(page, 'duplicate-asked-once-more-en-360')
  await page.getByRole('button', { name: en('signIn:ticketLinkOpen') }).click()
  await expect(page.getByText('Please reload the page: it works again.')).toBeVisible()
  await expect(page.getByText('Since this morning.')).toHaveCount(0)
  await looksRight(page, 'duplicate-answered-en-360')
  await page.getByRole('button', { name: en('customerTicket:answer.yes') }).click()
  await expect(page.getByText(en('customerTicket:answer.saidYes'))).toBeVisible()
  expect(await statusOf(original)).toBe('responded')
  await page.context().close()
})
