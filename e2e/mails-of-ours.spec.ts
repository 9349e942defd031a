import { expect, test } from '@playwright/test'
import { fixture } from '../src/channels/email/inbound/testing/fixture.server.ts'
import { openMailroom } from './mails.ts'
import { en, expectAccessible, expectNoSidewaysScroll, openAs, shot } from './pages.ts'
import { startPeopledProduct, type PeopledProduct } from './people.ts'

// Mails of ours that did not arrive or have not gone are said on their tickets, to whoever can do something about them.

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

test('a mail of ours that came back is shown on its ticket, with what to do @long', async ({ browser }) => {
  const { desk, noor, salma, mariam } = here
  const ticket = (await desk.submit(salma, 'أين الشحنة 40؟', 'لم تصل بعد.')).number as number
  const sent = () =>
    room.db
      .selectFrom('mail')
      .select(['message_id', 'state'])
      .where('ticket_number', '=', ticket)
      .where('recipient_id', '=', salma.id)
  // there is no mail server here: it is kept, and now as if one had taken it
  await expect.poll(async () => (await sent().executeTakeFirst())?.state).toBe('kept')
  await room.db.updateTable('mail').set({ state: 'sent' }).where('ticket_number', '=', ticket).execute()
  const { message_id } = await sent().executeTakeFirstOrThrow()
  const page = await openAs(browser, here.product.address, noor, `/incoming/${ticket}`)
  await expect(page.getByText('لم تصل بعد.')).toBeVisible()
  await expect(page.getByText(/550 5\.1\.1 No such user/)).toHaveCount(0)
  const bounced = await room.take(fixture('bounce', { 'our-message-id': message_id }))
  // on the page that is open already, without asking for it
  expect(bounced.ticket_number).toBe(ticket)
  expect((await sent().executeTakeFirstOrThrow()).state).toBe('dead')

  await expect(page.getByText(en('staffTicket:undelivered.what', { address: 'salma@example.com' }))).toBeVisible()
  await expect(page.getByText(/550 5\.1\.1 No such user/)).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'undelivered-en-light-1440')
  await page.getByRole('link', { name: en.plain('staffTicket:undelivered.log') }).click()
  await expect(page).toHaveURL(/settings\/mail/)
  await page.context().close()

  const phone = { language: 'ar', width: 360, height: 740, scheme: 'dark' } as const
  await desk.call(here.lina, 'PATCH', '/api/v1/me', { language: 'ar' })
  const lina = await openAs(browser, here.product.address, here.lina, `/incoming/${ticket}`, phone)
  await expect(lina.getByText(/550 5\.1\.1 No such user/)).toBeVisible()
  await expectAccessible(lina)
  await expectNoSidewaysScroll(lina)
  await shot(lina, 'undelivered-ar-dark-360')
  await lina.context().close()
  expect((await desk.call(mariam, 'GET', `/api/v1/tickets/${ticket}`)).undelivered.to).toBe('salma@example.com')
})

test('a mail of ours that waits is said on its ticket, with the reason, until it has gone @long', async ({
  browser,
}) => {
  const { desk, noor, pierre } = here
  const ticket = (await desk.submit(pierre, 'Parcel 50 is open', 'The tape came off.')).number as number
  const ours = () =>
    room.db.updateTable('mail').where('ticket_number', '=', ticket).where('recipient_id', '=', pierre.id)
  const state = async () =>
    (
      await room.db
        .selectFrom('mail')
        .select('state')
        .where('ticket_number', '=', ticket)
        .where('recipient_id', '=', pierre.id)
        .executeTakeFirst()
    )?.state
  await expect.poll(state).toBe('kept')
  await ours()
    .set({
      state: 'pending',
      tries: 5,
      last_error: '451 Come back later',
      next_try_at: new Date(Date.now() + 3_600_000),
    })
    .execute()
  const page = await openAs(browser, here.product.address, noor, `/incoming/${ticket}`)
  const address = 'pierre@example.com'
  await expect(page.getByText(en('staffTicket:waitingMail.retried', { address }))).toBeVisible()
  await expect(page.getByText('451 Come back later')).toBeVisible()
  await expectAccessible(page)
  await shot(page, 'waiting-mail-en-light-1440')
  for (const [why, changed] of [
    ['rationed', { tries: 0, last_error: 'Held back' }],
    ['held', { state: 'held' }],
  ] as const) {
    await ours().set(changed).execute()
    await page.reload()
    await expect(page.getByText(en(`staffTicket:waitingMail.${why}`, { address }))).toBeVisible()
  }
  await ours().set({ state: 'sent', last_error: null }).execute()
  await page.reload()
  await expect(page.getByText('The tape came off.')).toBeVisible()
  await expect(page.getByText(en('staffTicket:waitingMail.held', { address }))).toHaveCount(0)
  await page.context().close()
})
