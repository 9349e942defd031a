import { stat } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { replyAddress } from '../src/channels/email/inbound/reply-address.server.ts'
import { fixture } from '../src/channels/email/inbound/testing/fixture.server.ts'
import { hasDovecot, sayNotRun, startDovecot } from '../src/testing/dovecot.server.ts'
import { forgetCopies } from '../src/conversation/mail-in/forget-copies.write.server.ts'
import { openMailroom, written, writtenWithFiles } from './mails.ts'
import { ar, en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'
import { secret } from './product.ts'

// The desk looks at what came in by mail: what became of it and why, what waits, and somebody else's HTML without any harm.

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

test('somebody’s HTML is shown in a frame that runs, fetches and sends nothing; their own pictures are there', async ({
  browser,
}) => {
  const hostile = await room.take(fixture('hostile-html'))
  const picture = await room.take(fixture('inline-image'))
  const page = await openAs(browser, here.product.address, here.mariam, `/mails?which=all&mail=${hostile.id}`)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(here.product.address) && !/^(data|blob|about):/u.test(request.url()))
      elsewhere.push(request.url())
  })
  page.on('dialog', () => elsewhere.push('a dialog'))
  await page.getByRole('radio', { name: en('mailIn:view.html') }).check()
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('مرحبا')).toBeVisible()
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox')
  expect(await frame.locator('script, form, iframe, object, style').count()).toBe(0)
  await expectAccessible(page)

  await page.goto(`${here.product.address}/mails?which=all&mail=${picture.id}`)
  await page.getByRole('radio', { name: en('mailIn:view.html') }).check()
  const shown = page.frameLocator('iframe').locator('img')
  await expect(shown).toHaveCount(1)
  expect(await shown.getAttribute('src')).toMatch(/^data:image\/png;base64,/u)
  await expectAccessible(page)
  expect(elsewhere).toEqual([])
  await page.context().close()
})

test('a mail that waits says why, and joins a ticket of its sender’s or becomes one', async ({ browser }) => {
  const { desk, salma, mariam } = here
  const ticket = (await desk.submit(salma, 'Where is parcel 7?', 'It should be here.')).number as number
  const note = await room.take(
    written(
      { From: 'salma@example.com', Subject: 'Parcel 7', 'Auto-Submitted': 'auto-generated', 'Message-ID': '<w1@x>' },
      'Parcel 7 was seen in Jeddah.',
    ),
  )
  const page = await openAs(browser, here.product.address, mariam, '/mails')
  await page.getByRole('button', { name: /Parcel 7/ }).click()
  await expect(page).toHaveURL(new RegExp(`mail=${note.id}`))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(en('mailIn:reason.automatic'))).toBeVisible()
  await dialog.getByRole('button', { name: en('mailIn:join', { number: `T-${ticket}` }) }).click()
  await expect(dialog.getByText(en('mailIn:reason.byHand', { name: mariam.name }))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Parcel 7/ })).toHaveCount(0)

  // on the ticket, beside the message, the same reason and the mail itself
  await page.goto(`${here.product.address}/incoming/${ticket}`)
  await expect(page.getByText('Parcel 7 was seen in Jeddah.')).toBeVisible()
  await page.getByRole('button', { name: en('mailIn:why') }).click()
  await expect(page.getByText(en('mailIn:reason.byHand', { name: mariam.name }))).toBeVisible()
  await page.getByRole('button', { name: en('mailIn:showMail') }).click()
  await expect(page.getByRole('dialog').getByRole('link', { name: en('mailIn:raw') })).toHaveAttribute(
    'href',
    `/api/v1/inbound-mails/${note.id}/raw`,
  )
  await page.context().close()
})

test('what a mail carried and the ticket does not says so on it, and is saved from the mail @long', async ({
  browser,
}) => {
  const { desk, noor, salma, mariam } = here
  const ticket = (await desk.submit(salma, 'Parcel 8 is wet', 'See the film.')).number as number
  const to = replyAddress(secret, 'help@marsa.example', ticket)
  await desk.call(noor, 'PATCH', '/api/v1/settings', { fileMegabytes: 1 })
  const headers = { From: 'salma@example.com', To: to, Subject: 'The film', 'Message-ID': '<film@x>' }
  await room.take(writtenWithFiles(headers, 'Here it is.', { 'film.mp4': Buffer.alloc(1_500_000, 7) }))
  await desk.call(noor, 'PATCH', '/api/v1/settings', { fileMegabytes: 25 })
  const page = await openAs(browser, here.product.address, mariam, `/incoming/${ticket}`)
  await expect(page.getByText(en('staffTicket:leftOut.tooLarge'))).toBeVisible()
  await page.getByRole('button', { name: en('staffTicket:leftOut.get') }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('link', { name: 'film.mp4' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('film.mp4')
  expect((await stat(await saved.path())).size).toBe(1_500_000)
  await page.context().close()
  const customer = await openAs(browser, here.product.address, salma, `/tickets/${ticket}`)
  await expect(customer.getByText(ar('customerTicket:leftOut.tooLarge'))).toBeVisible()
  await expect(customer.getByText('film.mp4')).toBeVisible()
  await customer.context().close()
})

test('a ticket says to those who may decide that mails about it wait, and leads to them @long', async ({ browser }) => {
  const { desk, salma, mariam, omar, documents } = here
  const ticket = (await desk.submit(salma, 'Parcel 9 is late', 'By two days.')).number as number
  await desk.verb(mariam, ticket, 'assign', { group: documents.id, member: omar.id })
  const to = replyAddress(secret, 'help@marsa.example', ticket)
  const stranger = { From: 't.keller@example.net', To: to, Subject: 'Fwd: parcel 9', 'Message-ID': '<k9@x>' }
  await room.take(written(stranger, 'Please see to it.'))
  const page = await openAs(browser, here.product.address, mariam, `/incoming/${ticket}`)
  await expect(page.getByText(en('staffTicket:mailsWait.what', { count: 1 }))).toBeVisible()
  await page.getByRole('link', { name: en('staffTicket:mailsWait.look') }).click()
  await expect(page.getByRole('dialog').getByText(en('mailIn:reason.notTakingPart'))).toBeVisible()
  await page.context().close()
  const representative = await openAs(browser, here.product.address, omar, `/incoming/${ticket}`)
  await expect(representative.getByText('By two days.')).toBeVisible()
  await expect(representative.getByText(en('staffTicket:mailsWait.what', { count: 1 }))).toHaveCount(0)
  await representative.context().close()
})

test('of two mails that wait, one becomes a new ticket and one is left out @long', async ({ browser }) => {
  for (const parcel of [21, 22])
    await room.take(
      written(
        {
          From: 'pierre@example.com',
          Subject: `Parcel ${parcel}`,
          'Auto-Submitted': 'auto-generated',
          'Message-ID': `<${parcel}@x>`,
        },
        `Parcel ${parcel} was seen.`,
      ),
    )
  const page = await openAs(browser, here.product.address, here.mariam, '/mails')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: /Parcel 21/ }).click()
  await expect(dialog.getByText('Parcel 21 was seen.')).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'mail-to-decide-en-light-1440')
  await dialog.getByRole('button', { name: en('mailIn:letIn'), exact: true }).click()
  await expect(page.getByText(/^Became T-/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Parcel 22/ }).click()
  await dialog.getByRole('button', { name: en('mailIn:ignore'), exact: true }).click()
  await expect(page.getByText(en('mailIn:done.ignored'))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Parcel 2/ })).toHaveCount(0)
  const became = await room.db
    .selectFrom('inbound_mail')
    .select(['subject', 'decision', 'ticket_number'])
    .where('subject', 'like', 'Parcel 2%')
    .orderBy('subject')
    .execute()
  expect(became.map(({ decision }) => decision)).toEqual(['newTicket', 'ignored'])
  const ticket = await here.desk.call(here.pierre, 'GET', `/api/v1/tickets/${became[0]!.ticket_number}`)
  expect(JSON.stringify(ticket.title)).toContain('Parcel 21')
  await page.context().close()
})

test('a mail that could not be handled says what went wrong, and is read again from its page, on a phone @long', async ({
  browser,
}) => {
  const headers = { From: 'pierre@example.com', Subject: 'Parcel 30', 'Message-ID': '<30@x>' }
  const failed = await room.fail(written(headers, 'Where is parcel 30?'), 'ENOSPC: no space left on device, write')
  await here.desk.call(here.lina, 'PATCH', '/api/v1/me', { language: 'ar' })
  const phone = { language: 'ar', width: 360, height: 740, scheme: 'dark' } as const
  const page = await openAs(browser, here.product.address, here.lina, '/mails?which=broken', phone)
  await page
    .getByRole('button')
    .filter({ hasText: 'Parcel 30' })
    .or(page.getByRole('button', { name: ar('mailIn:unknownSubject') }))
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/ENOSPC/)).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await shot(page, 'mail-failed-ar-dark-360')
  await dialog.getByRole('button', { name: ar('mailIn:runAgain') }).click()
  await expect(page.getByText(ar('mailIn:runningAgain'))).toBeVisible()
  await expect(dialog.getByText(ar('mailIn:decision.newTicket'), { exact: true })).toBeVisible()
  await shot(page, 'mail-read-again-ar-dark-360')
  const row = await room.db
    .selectFrom('inbound_mail')
    .select('ticket_number')
    .where('id', '=', failed)
    .executeTakeFirstOrThrow()
  const ticket = await here.desk.call(here.mariam, 'GET', `/api/v1/tickets/${row.ticket_number}`)
  expect(JSON.stringify(ticket)).toContain('Where is parcel 30?')
  await page.context().close()
})

test('what an answer quotes is folded and one press away @long', async ({ browser }) => {
  const ticket = (await here.desk.submit(here.salma, 'Parcel 8', 'Where is it?')).number as number
  await room.take(
    written(
      { From: 'salma@example.com', To: replyAddress(secret, 'help@x.example', ticket), 'Message-ID': '<q1@x>' },
      'It came today.\n\nOn Tue, 3 March 2026, Marsa Freight wrote:\n> We look for it.',
    ),
  )
  const page = await openAs(browser, here.product.address, here.mariam, `/incoming/${ticket}`)
  await expect(page.getByText('It came today.')).toBeVisible()
  await expect(page.getByText('We look for it.')).toHaveCount(0)
  await page.getByRole('button', { name: en('mailIn:unfold') }).click()
  await expect(page.getByText('We look for it.')).toBeVisible()
  await page.context().close()
})

test('an administrator adds a mailbox, tries it first, pauses and removes it @long', async ({ browser }) => {
  const dovecot = hasDovecot ? await startDovecot() : undefined
  if (!dovecot) sayNotRun('trying a mailbox from its page (a server that is not there is tried instead)')
  const page = await openAs(browser, here.product.address, here.noor, '/settings/mailboxes')
  await expect(page.getByRole('heading', { name: en('mailIn:boxes.none') })).toBeVisible()
  await page.getByRole('button', { name: en('mailIn:boxes.add') }).click()
  const drawer = page.getByRole('dialog')
  const fill = (name: string, value: string) => drawer.getByRole('textbox', { name, exact: true }).fill(value)
  await drawer.getByRole('radio', { name: en('mailIn:boxes.field.none') }).check()
  await fill(en('mailIn:boxes.field.address'), 'help@marsa.example')
  await fill(en('mailIn:boxes.field.host'), '127.0.0.1')
  await fill(en('mailIn:boxes.field.port'), String(dovecot?.port ?? 1))
  await fill(en('mailIn:boxes.field.username'), 'support')
  await drawer.getByLabel(en('mailIn:boxes.field.password'), { exact: true }).fill('wrong')
  await drawer.getByRole('button', { name: en('mailIn:boxes.try') }).click()
  await expect(drawer.getByText(en('mailIn:boxes.notReached'))).toBeVisible()
  if (dovecot) {
    await drawer.getByLabel(en('mailIn:boxes.field.password'), { exact: true }).fill(dovecot.settings.password)
    await drawer.getByRole('button', { name: en('mailIn:boxes.try') }).click()
    await expect(drawer.getByText(/It works/)).toBeVisible()
  }
  await drawer.getByRole('button', { name: en('mailIn:boxes.add') }).click()
  const card = page.getByRole('article', { name: 'help@marsa.example' })
  const state = en(dovecot ? 'mailIn:boxes.state.reading' : 'mailIn:boxes.state.failing')
  await expect(card.getByText(state, { exact: true })).toBeVisible()
  await card.getByRole('button', { name: en('mailIn:boxes.pause') }).click()
  await expect(card.getByText(en('mailIn:boxes.state.paused'), { exact: true })).toBeVisible()
  await card.getByRole('button', { name: en('mailIn:boxes.remove') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: en('mailIn:boxes.remove') })
    .click()
  await expect(page.getByRole('heading', { name: en('mailIn:boxes.none') })).toBeVisible()
  await page.context().close()
  await dovecot?.end()
})

test('a mail that was left out long ago says that its copy is no longer kept @long', async ({ browser }) => {
  const { id, decision } = await room.take(fixture('bounce', { 'our-message-id': '<forged@help.example>' }))
  expect(decision).toBe('ignored')
  await forgetCopies(room.db, new Date(Date.now() + 91 * 24 * 3_600_000))
  await here.desk.call(here.lina, 'PATCH', '/api/v1/me', { language: 'ar' })
  for (const [who, language, words] of [
    [here.mariam, 'en', en],
    [here.lina, 'ar', ar],
  ] as const) {
    const page = await openAs(browser, here.product.address, who, `/mails?which=all&mail=${id}`, { language })
    await expect(page.getByText(words('mailIn:copyGone'))).toBeVisible()
    await expect(page.getByRole('article').getByText(words('mailIn:reason.bounce'))).toBeVisible()
    await expect(page.getByRole('link', { name: words('mailIn:raw') })).toHaveCount(0)
    await expectAccessible(page)
    await page.context().close()
  }
})
