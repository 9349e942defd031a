import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../server/ids.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import { addMailbox, changeMailbox, keepMark } from './mailbox.write.server.ts'

let at: TestDesk
beforeAll(async () => {
  at = await openTestDesk()
})
afterAll(() => at.close())

const markOf = (id: string) =>
  at.database.primary
    .selectFrom('mailbox')
    .select(['uid_validity', 'uid_next'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('who still read the old folder marked the new one, and its mails were passed over or taken in again', async () => {
  const db = at.database.primary
  const now = at.clock.now()
  const before = {
    ...{ id: newId(), address: 'help@example.com', host: 'mail.example.com', port: 993, security: 'tls' as const },
    ...{ username: 'help', sealed: 'sealed', folder: 'INBOX', group_id: null, trusted_server: null, active: true },
    ...{ uid_validity: null, uid_next: null, state: 'new' as const, state_since: now, last_error: null },
    ...{ heard_at: null, last_mail_at: null, created_at: now, takes_from: now, silence_told_at: null },
    plus_address: false,
  }
  await addMailbox(db, before)
  await keepMark(db, before, { validity: 7, next: 90 })
  expect(await markOf(before.id)).toEqual({ uid_validity: 7, uid_next: 90 })
  const after = { ...before, folder: 'Support' }
  await changeMailbox(db, after)
  await keepMark(db, before, { validity: 7, next: 91 })
  expect(await markOf(before.id)).toEqual({ uid_validity: null, uid_next: null })
  await keepMark(db, after, { validity: 7, next: 3 })
  expect(await markOf(before.id)).toEqual({ uid_validity: 7, uid_next: 3 })
})
