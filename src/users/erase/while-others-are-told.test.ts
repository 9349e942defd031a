import { afterEach, beforeEach, expect, test } from 'vitest'
import { queueAccountMail } from '../../channels/email/account-mail.write.server.ts'
import { openHand } from '../../channels/email/in-hand.server.ts'
import type { OutboxParts } from '../../channels/email/outbox.server.ts'
import { anyServer, secret as ofMails, to, written } from '../../conversation/mail-in/testing/mail-desk.server.ts'
import { takeInMail } from '../../conversation/mail-in/take-in-mail.server.ts'
import { sendDue } from '../../conversation/writing/held.write.server.ts'
import { system } from '../../entities/person/actor.ts'
import { runTelling } from '../../interactions/run-telling.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { waitsFor, whileHeld } from '../../testing/held-apart.server.ts'
import { openTestWeb, type Answer, type TestWeb } from '../../testing/web.server.ts'

// What is told, sent and taken in while somebody is erased: two transactions, held apart.

let web: TestWeb
beforeEach(async () => {
  web = await openTestWeb()
})
afterEach(() => web.close())

const secret = 'Wolfgang-Amadeus'
const erase = (whom: Character) =>
  web.post('adam', `/api/v1/users/${web.ids[whom]}/erase`, { confirm: `${whom}@example.com` })
const left = async (table: string, what = secret) =>
  (await web.database.pool.query(`select from ${table} where ${table}::text like '%${what}%'`)).rowCount
const tell = async (interaction: string, ticket: number) =>
  runTelling(web.desk, { interaction, ticket, event: (await web.eventsOf(ticket))[0]!.id })
const mailTo = (whom: Character) =>
  web.desk.change(system, ({ db, at }) =>
    queueAccountMail(db, {
      ...{ interaction: 'account-password-changed', recipient: web.ids[whom], address: `${whom}@example.com`, at },
      variables: { link: '/forgot-password', changedAt: at.toISOString() },
    }),
  )

/** What is done while erasing waits for the rows that the statement locks. */
async function whileErasing<Done>(whom: Character, rows: string, act: () => Promise<Done>): Promise<[Answer, Done]> {
  let both: Promise<[Answer, Done]> | undefined
  await whileHeld(web, `select from ${rows} = '${web.ids[whom]}' for update`, async (door) => {
    const erasing = erase(whom)
    await waitsFor(door)
    const acting = act()
    both = Promise.all([erasing, acting])
    both.catch(() => {})
    await Promise.race([acting, twoWait()])
    // longer than the database takes to look for a deadlock: it is the erasing that would meet it
    await new Promise((resolve) => setTimeout(resolve, 1300))
  })
  return both!
}
const twoWait = () =>
  expect
    .poll(async () => (await web.database.pool.query('select from pg_locks where not granted')).rowCount, {
      timeout: 8000,
    })
    .toBe(2)

/** Erasing comes to them at its beginning, once it has locked what it locks, and to those at its end. */
const early = 'mail where recipient_id'
const late = 'user_role where user_id'

test('what colleagues were told of while its writer was erased kept their words for good', async () => {
  const ticket = await web.submitted('salma', secret)
  const [erased] = await whileErasing('salma', late, () => tell('notify-desk-of-new-ticket', ticket))
  expect(erased.status).toBe(200)
  for (const table of ['mail', 'notice']) {
    expect([table, await left(table, `${ticket}`)]).not.toEqual([table, 0])
    for (const what of [secret, 'Salma Idris', 'salma@'])
      expect([table, what, await left(table, what)]).toEqual([table, what, 0])
  }
})

test('a mail about an account that was queued while its person was erased kept the address for good', async () => {
  const [erased] = await whileErasing('pierre', late, () => mailTo('pierre'))
  expect(erased.status).toBe(200)
  expect(await left('mail', 'pierre@')).toBe(0)
})

test('a mail that was being put into words while somebody was erased kept their words for good', async () => {
  const ticket = await web.submitted('salma', secret)
  await tell('notify-desk-of-new-ticket', ticket)
  let erasing: ReturnType<typeof erase> | undefined
  const words = { subject: secret, text: secret, html: secret, language: 'en' }
  const parts: OutboxParts = {
    db: web.database.primary,
    now: () => web.clock.now(),
    sender: { from: 'help@example.com', secret: ofMails, host: 'example.com' },
    smtp: null,
    prepare: (mails) =>
      mails.map(async ({ address }) => {
        await (erasing ??= erase('salma'))
        return { words, address, confidential: false }
      }),
    onTrouble: (error) => {
      throw error
    },
  }
  const hand = openHand(parts, 8)
  expect(await hand.next(false)).toBeUndefined()
  expect((await erasing!).status).toBe(200)
  expect(await left('mail')).toBe(0)
  // it is put into words anew when the lease ends
  const { rows } = await web.database.pool.query('select distinct state, subject from mail')
  expect(rows).toEqual([{ state: 'sending', subject: null }])
})

test('a mail that came from somebody while they were erased ended the erasing', async () => {
  const ticket = await web.submitted('pierre')
  await mailTo('pierre')
  const raw = written({ From: 'pierre@example.com', To: to(ticket) }, secret)
  const [erased] = await whileErasing('pierre', early, () =>
    takeInMail({ desk: web.desk, secret: ofMails }, raw, anyServer),
  )
  expect(erased.status).toBe(200)
  for (const table of ['inbound_mail', 'message']) expect([table, await left(table)]).toEqual([table, 0])
})

test('a note that was sent from a draft by somebody who was being erased ended the erasing', async () => {
  const ticket = await web.submitted('salma')
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  await mailTo('jana')
  const draft = await web.ask('jana', 'PUT', `/api/v1/tickets/${ticket}/drafts/note`, { text: secret })
  expect(draft.status).toBeLessThan(300)
  const [erased, noted] = await whileErasing('jana', early, () =>
    web.post('jana', `/api/v1/tickets/${ticket}/note`, { text: secret }),
  )
  expect([erased.status, noted.status]).toEqual([200, 401])
  for (const table of ['draft', 'message']) expect([table, await left(table)]).toEqual([table, 0])
})

test('a note that was held and went out while its writer was being erased ended the erasing', async () => {
  const ticket = await web.submitted('salma')
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  await mailTo('jana')
  const { version } = (await web.get('jana', `/api/v1/tickets/${ticket}`)).body
  const held = await web.post('jana', `/api/v1/tickets/${ticket}/held/note`, { text: secret, version })
  expect([held.status, await left('held_message')]).toEqual([201, 1])
  const inAMinute = { ...web.desk, clock: { now: () => new Date(Date.now() + 60_000) } }
  const [erased] = await whileErasing('jana', early, () => sendDue(inAMinute, () => {}).catch(() => {}))
  expect(erased.status).toBe(200)
  for (const table of ['held_message', 'draft', 'message']) expect([table, await left(table)]).toEqual([table, 0])
})
