import { afterAll, beforeEach, expect, test } from 'vitest'
import { sendDue } from '../channels/email/outbox.server.ts'
import { queueAccountMail } from '../channels/email/account-mail.write.server.ts'
import { submitTicket } from '../workflow/submit-ticket.server.ts'
import { runTelling } from './run-telling.server.ts'
import { openMailing } from './testing/mailing.server.ts'

const mailing = await openMailing()
const { box, sink, parts, flush, act, mailTo } = mailing
beforeEach(async () => {
  await flush()
  sink.mails.length = 0
})
afterAll(() => mailing.close())

test('access that was lost before the mail went drops it; a deactivated person gets none', async () => {
  const ticket = await box.submitted()
  await flush()
  sink.mails.length = 0
  await act('assign', 'mariam', ticket, { group: box.groups.documents })
  for (const telling of box.tellings.splice(0)) await runTelling(box.desk, telling)
  const db = box.database.primary
  await db.deleteFrom('group_member').where('user_id', '=', box.ids.omar).execute()
  await db.updateTable('users').set({ active: false }).where('id', '=', box.ids.jana).execute()
  await sendDue(parts())
  expect(sink.mails).toEqual([])
  const rows = await db
    .selectFrom('mail')
    .select('state')
    .where('interaction', 'like', '%assignment')
    .where('ticket_number', '=', ticket)
    .execute()
  expect(rows).toEqual([{ state: 'dropped' }, { state: 'dropped' }])
  await db.updateTable('users').set({ active: true }).where('id', '=', box.ids.jana).execute()
  await db
    .insertInto('group_member')
    .values({ group_id: box.groups.documents, user_id: box.ids.omar, since: new Date() })
    .execute()
})

test('without a mail server mails are kept to be read', async () => {
  await submitTicket(box.desk, await box.person('salma'), { title: 'طلب', description: 'وصف' })
  for (const telling of box.tellings.splice(0)) await runTelling(box.desk, telling)
  await sendDue({ ...parts(), smtp: null })
  const rows = await box.database.primary.selectFrom('mail').selectAll().where('state', '=', 'kept').execute()
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row.body_text!.length).toBeGreaterThan(20)
})

test('an invitation has its link in the mail and, once that is out, nowhere else', async () => {
  const { ids, clock, database } = box
  await database.primary.transaction().execute((db) =>
    queueAccountMail(db, {
      interaction: 'account-invitation',
      recipient: ids.pierre,
      address: 'pierre@example.com',
      variables: {
        link: '/choose-password#token-123',
        validUntil: '2026-03-09T09:00:00Z',
        actor: 'Adam',
        roles: 'customer',
      },
      at: clock.now(),
    }),
  )
  await sendDue(parts())
  const [mail] = mailTo('pierre')
  expect(mail!.subject).toBe('Your account at Marsa Freight')
  expect(mail!.text).toContain('Choose a password:\nhttps://help.example.com/choose-password#token-123')
  expect(mail!.inReplyTo).toBeUndefined()
  const row = await database.primary
    .selectFrom('mail')
    .selectAll()
    .where('interaction', '=', 'account-invitation')
    .executeTakeFirstOrThrow()
  expect(row.state).toBe('sent')
  expect(JSON.stringify(row)).not.toContain('token-123')
})
