import { afterAll, expect, test } from 'vitest'
import { fixture } from '../../channels/email/inbound/testing/fixture.server.ts'
import { openPlans } from '../../testing/plans.server.ts'
import { callsTo } from '../../testing/call-endpoint.server.ts'
import { openBlobStore } from '../../server/files/blob-store.server.ts'
import { refusalOf } from '../../testing/desk.server.ts'
import { forgetCopies } from './forget-copies.write.server.ts'
import { inboundMailEndpoints } from './inbound-mail-endpoints.server.ts'
import { anyServer, openMailDesk, secret, to, written } from './testing/mail-desk.server.ts'

const { desk, db, take, sentMail } = await openMailDesk()
afterAll(() => desk.close())

const rowOf = (id: string) => db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const forget = () => forgetCopies(db(), desk.box.clock.now())
const ask = async (address: string, id: string) =>
  (
    await callsTo(desk.box.desk, inboundMailEndpoints(openBlobStore('/nowhere'), secret))<Record<string, unknown>>(
      await desk.box.person('mariam'),
      address,
      { params: { id, place: '0' } },
    )
  ).answer

test('absence notes and spam were kept whole for ever, with all that hung on them', async () => {
  const ticket = await desk.inProgress()
  const { messageId } = await sentMail(ticket)
  const away = await take(fixture('vacation', { 'our-message-id': messageId }))
  const joined = await take(written({ To: to(ticket) }))
  const waits = await take(written({ 'Auto-Submitted': 'auto-generated' }))
  expect([away.decision, joined.decision, waits.decision]).toEqual(['ignored', 'joined', 'held'])
  desk.box.clock.moveDays(89)
  await forget()
  expect(await rowOf(away.id)).toEqual(away)
  desk.box.clock.moveDays(2)
  await forget()
  expect(await rowOf(away.id)).toEqual({ ...away, raw: null, html: null, whole_text: null, sanitiser: null })
  expect([await rowOf(joined.id), await rowOf(waits.id)]).toEqual([joined, waits])
  // it comes again, as when its mailbox is numbered anew: it is known
  expect(await take(away.raw!)).toMatchObject({ id: away.id, raw: null })
})

test('a mail whose copy is gone says so instead of failing; what it said and why it was left out stays', async () => {
  const ticket = await desk.inProgress()
  const { messageId } = await sentMail(ticket)
  const { id } = await take(fixture('vacation', { 'our-message-id': messageId }), anyServer)
  const whole = await ask('GET /api/v1/inbound-mails/:id', id)
  expect(whole).toMatchObject({ isKept: true, reason: 'autoReply' })
  desk.box.clock.moveDays(91)
  await forget()
  expect(await ask('GET /api/v1/inbound-mails/:id', id)).toMatchObject({
    isKept: false,
    subject: whole['subject'],
    text: whole['text'],
    wholeText: null,
    html: null,
    size: 0,
    attachments: [],
    reason: 'autoReply',
  })
  for (const part of ['raw', 'attachments/:place'])
    expect(await refusalOf(ask(`GET /api/v1/inbound-mails/:id/${part}`, id))).toMatchObject({ code: 'notFound' })
  expect(await refusalOf(ask('POST /api/v1/inbound-mails/:id/run-again', id))).toMatchObject({ code: 'notPossibleNow' })
})

test('the cleaning asks for those alone whose time is over, by their index, a hundred at a time', async () => {
  await desk.box.database.pool.query(
    `insert into inbound_mail (id, raw, hash, received_at, state, decision, reason, done_at)
     select gen_random_uuid(), '\\x00', 'h' || n, now(), 'done', case when n <= 250 then 'ignored' else 'joined' end, 'byHand',
       $1::timestamptz - interval '100 days' from generate_series(1, 3000) as n`,
    [desk.box.clock.now()],
  )
  await desk.box.database.pool.query('analyze inbound_mail')
  const { heard, costsOf } = openPlans(desk.box.database.pool, /update inbound_mail/)
  const asked = await costsOf(() => forgetCopies(heard, desk.box.clock.now()))
  expect(asked).toHaveLength(3)
  expect(asked[0]!.scans.map(({ by }) => by)).toContain('inbound_mail_left_out')
})
