import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueAccountMail } from '../channels/email/account-mail.write.server.ts'
import { sendDue } from '../channels/email/outbox.server.ts'
import { claimMails, markBounced, markSent } from '../channels/email/outbox.write.server.ts'
import { callsTo } from '../testing/call-endpoint.server.ts'
import { refusalOf } from '../testing/desk.server.ts'
import { openTellingDesk } from '../testing/told.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { interactions } from './index.ts'
import { interactionEndpoints } from './interaction-endpoints.server.ts'
import { mailEndpoints } from './mail-endpoints.server.ts'
import { prepareMails } from './prepare-mail.server.ts'

type Mail = {
  id: string
  to: string
  subject: string
  state: string
  interaction: string
  ticket: number | null
  text?: string | null
}

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
afterAll(() => desk?.close())

async function call<Answer>(
  who: Character,
  address: string,
  given: { id?: string; query?: object } = {},
): Promise<Answer> {
  const { id, ...rest } = given
  const asked = callsTo(desk.box.desk, [...mailEndpoints, ...interactionEndpoints])
  return (await asked<Answer>(await desk.box.person(who), address, { ...rest, ...(id && { params: { id } }) })).answer
}

const settings = { publicUrl: 'https://help.example.com', repliesAreRead: false }

async function keepAll() {
  const { box } = desk
  await sendDue({
    db: box.database.primary,
    now: () => box.clock.now(),
    sender: { from: 'help@example.com', secret: 's', host: 'example.com' },
    smtp: null,
    prepare: (mails) => prepareMails(box.desk, settings, mails),
    onTrouble: (error) => {
      throw error
    },
  })
}

test('administrators see what became of mails, read one, and give it a second chance; nobody else does', async () => {
  const ticket = await desk.box.submitted()
  await desk.told()
  await keepAll()
  const first = await call<{ items: Mail[]; next: string }>('adam', 'GET /api/v1/mails', { query: { limit: '2' } })
  const second = await call<{ items: Mail[]; next: null }>('adam', 'GET /api/v1/mails', {
    query: { limit: '2', after: first.next },
  })
  expect([...first.items, ...second.items].map(({ to, state, ticket: of }) => [to, state, of])).toEqual(
    expect.arrayContaining(['salma', 'lina', 'mariam'].map((who) => [`${who}@example.com`, 'kept', ticket])),
  )
  expect(second.next).toBeNull()
  const mail = await call<Mail>('adam', 'GET /api/v1/mails/:id', { id: first.items[0]!.id })
  expect(mail.text).toContain(`tickets/${ticket}`)
  const again = await call<Mail>('adam', 'POST /api/v1/mails/:id/retry', { id: mail.id })
  expect(again.state).toBe('pending')
  expect((await refusalOf(call('adam', 'POST /api/v1/mails/:id/retry', { id: mail.id }))).code).toBe('notPossibleNow')
  const kept = await call<{ items: Mail[] }>('adam', 'GET /api/v1/mails', { query: { state: 'kept' } })
  expect(kept.items).toHaveLength(2)
  for (const who of ['mariam', 'salma', 'omar'] as const)
    expect((await refusalOf(call(who, 'GET /api/v1/mails/:id', { id: mail.id }))).code).toBe('notAllowed')
  for (const id of ['nonsense', desk.box.ids.adam])
    expect((await refusalOf(call('adam', 'GET /api/v1/mails/:id', { id }))).code).toBe('notFound')
})

test('an invitation that had come back was sent a second time, without its link', async () => {
  const { box } = desk
  const db = box.database.primary
  const at = box.clock.now()
  await db.transaction().execute((change) =>
    queueAccountMail(change, {
      interaction: 'account-invitation',
      recipient: box.ids.omar,
      address: 'omar@example.com',
      variables: { link: '/invitation#secret', validUntil: '2026-03-09T09:00:00Z', actor: 'Adam', roles: '' },
      at,
    }),
  )
  // the mail server took it, and told later that nobody is there
  const mail = (await claimMails(db, at, 100)).find(({ interaction }) => interaction === 'account-invitation')
  await markSent(db, mail!, at, true)
  await markBounced(db, mail!.id, '550 no such user')
  const refused = await refusalOf(call('adam', 'POST /api/v1/mails/:id/retry', { id: mail!.id }))
  expect(refused).toMatchObject({ code: 'linkGone', status: 409 })
  expect((await call<Mail>('adam', 'GET /api/v1/mails/:id', { id: mail!.id })).state).toBe('dead')
  await db.deleteFrom('mail').where('id', '=', mail!.id).execute()
})

test('a kept invitation is read by those who manage people, not by those who only manage settings', async () => {
  const { box } = desk
  const db = box.database.primary
  await db.transaction().execute((change) =>
    queueAccountMail(change, {
      interaction: 'account-invitation',
      recipient: box.ids.tom,
      address: 'tom@example.com',
      variables: {
        link: '/invitation#secret',
        validUntil: '2026-03-09T09:00:00Z',
        actor: 'Adam',
        roles: 'Representative',
      },
      at: box.clock.now(),
    }),
  )
  await keepAll()
  const { id } = await db
    .selectFrom('mail')
    .select('id')
    .where('interaction', '=', 'account-invitation')
    .executeTakeFirstOrThrow()
  const mail = await call<Mail>('adam', 'GET /api/v1/mails/:id', { id })
  expect(mail.text).toContain('Adam added you at Sanad. Roles: Representative.')
  expect(mail.text).toContain('https://help.example.com/invitation#secret')
  await db
    .updateTable('role')
    .set({ permissions: ['settings.manage'] })
    .where('key', '=', 'administrator')
    .execute()
  expect((await call<Mail>('adam', 'GET /api/v1/mails/:id', { id })).text).toBeNull()
})

test('every interaction is listed with its trigger', async () => {
  const { items } = await call<{ items: { name: string; on: string[] }[] }>('adam', 'GET /api/v1/interactions')
  expect(items).toHaveLength(interactions.length)
  expect(items.find(({ name }) => name === 'ask-owner-for-feedback')?.on).toContain('solutionAccepted')
})
