import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openPlans } from '../../testing/plans.server.ts'
import { ownMails } from './mail-facts.server.ts'
import { openMailDesk, written } from './testing/mail-desk.server.ts'

const { desk, db, take, sentMail } = await openMailDesk()
afterAll(() => desk.close())

async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.box.url })
  await owner.connect()
  await owner.query(statement).finally(() => owner.end())
}

const ids = (many: number) => Array.from({ length: many }, (_, nth) => `<${nth}@elsewhere.example>`)

test('a mail that named more than a hundred others had every mail that ever went out read', async () => {
  const ticket = await desk.box.submitted()
  await asOwner(
    `insert into mail (id, ticket_number, interaction, recipient_id, address, message_id, says, state, next_try_at, created_at)
     select gen_random_uuid(), ${ticket}, 'told', '${desk.box.ids.salma}', 'salma@example.com', '<' || n || '@help.example>', '{}',
       'sent', now(), now() from generate_series(1, 10000) as n`,
  )
  await asOwner('analyze mail')
  const { heard, costsOf } = openPlans(desk.box.database.pool, /from "mail"/)
  const [cost] = await costsOf(() => heard.transaction().execute((change) => ownMails(change, ids(101))))
  expect(cost!.scans.map(({ way }) => way)).not.toContain('Seq Scan')
})

test('a long thread is joined by the nearest of the mails that it names, each counted once', async () => {
  const ticket = await desk.box.submitted()
  const { messageId } = await sentMail(ticket)
  const named = [...ids(150), messageId]
  const mail = await take(written({ References: named.join(' '), 'In-Reply-To': messageId }))
  expect(mail).toMatchObject({ decision: 'joined', ticket_number: ticket })
  const longer = await take(written({ References: named.join(' ') }))
  expect(longer).toMatchObject({ decision: 'joined', ticket_number: ticket })
})

test('where the look for its ticket failed, that the try failed was never written down', async () => {
  await asOwner('alter table mail rename to mail_away')
  const mail = await take(written({ References: '<1@elsewhere.example>' }))
  await asOwner('alter table mail_away rename to mail')
  expect(mail).toMatchObject({ state: 'received', tries: 1, last_error: expect.stringContaining('"mail"') })
  expect(await db().selectFrom('mail').select('id').limit(1).execute()).toHaveLength(1)
})
