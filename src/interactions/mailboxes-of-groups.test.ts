import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeInMail } from '../conversation/mail-in/take-in-mail.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { lineOf } from './line.ts'
import { readerFor } from './reader.ts'
import type { Said } from './says.ts'
import { openMailing } from './testing/mailing.server.ts'
import { readSettings } from '../settings/settings.server.ts'

const mailing = await openMailing()
const { box, sink, flush, act, mailTo } = mailing
const db = () => box.database.primary
beforeAll(async () => {
  await db().updateTable('users').set({ language: 'ar' }).where('id', '=', box.ids.jana).execute()
  const raw = 'From: pierre@example.com\r\nSubject: A bill\r\nMessage-ID: <bill@example.com>\r\n\r\nIt is wrong.'
  await takeInMail({ desk: box.desk, secret: 'a secret' }, Buffer.from(raw), {
    id: null,
    group: box.groups.billing,
    trustedServer: null,
  })
  await flush()
})
afterAll(() => mailing.close())

/** The line of somebody's bell. */
async function bell(who: Character, interaction: string): Promise<string> {
  const { says } = await db()
    .selectFrom('notice')
    .select('says')
    .where('recipient_id', '=', box.ids[who])
    .where('interaction', '=', interaction)
    .executeTakeFirstOrThrow()
  const reader = readerFor(await box.person(who), await readSettings(db()))
  return lineOf(interaction, says as Said, reader, box.clock.now())
}

const mail = (who: Character) => mailTo(who).at(-1)!

test('what came by the mailbox of a group was assigned by nobody, whose name was missing', async () => {
  expect(await bell('tom', 'notify-representative-of-assignment')).toMatch(
    /^New in Billing: T-\d+ from Pierre Lemaire: A bill$/u,
  )
  expect(mail('tom').text).toMatch(/^New in Billing: T-\d+\n\nThis ticket came by the mailbox of Billing\.\n/u)
  expect(mail('tom').text).toContain('Next: one of you takes it.')
  expect(await bell('jana', 'notify-representative-of-assignment')).toMatch(/^تذكرة جديدة لدى .*Billing/u)
  expect(mail('jana').text).toMatch(/وردت هذه التذكرة عبر صندوق بريد .*Billing/u)
  expect(mail('jana').text).not.toContain('الإسناد من')
})

test('the desk was told to assign what a group has already', async () => {
  expect(await bell('mariam', 'notify-desk-of-new-ticket')).toMatch(
    /^New ticket T-\d+ from Pierre Lemaire in Billing: A bill$/u,
  )
  expect(mail('mariam').text).toContain('It came by the mailbox of Billing and is assigned to that group.')
  expect(mail('mariam').text).not.toContain('assign it or take it')
  expect(mail('lina').text).toMatch(/وهي مُسنَدة إلى هذه المجموعة/u)
})

test('what somebody assigns says by whom, and what nobody has is the desk’s to assign', async () => {
  sink.mails.length = 0
  const ticket = await box.submitted('pierre')
  await act('assign', 'mariam', ticket, { group: box.groups.billing })
  await flush()
  expect(mail('tom').text).toContain('assigned this ticket to Billing.')
  expect(mail('mariam').text).toContain('Next: assign it or take it.')
})
