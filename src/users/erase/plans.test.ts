import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tables } from '../../entities/tables.ts'
import { forgetWords } from '../../queries/learn-words.write.server.ts'
import { openTestDesk, type TestDesk } from '../../testing/desk.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { rowsRead } from '../../testing/plans.server.ts'
import { wordsInPlace } from '../../conversation/words-anew.write.server.ts'
import { erasedText } from './erased-text.ts'

/** Ten thousand tickets of others, and a few on which somebody is erased: what that costs must follow the few. */
const many = 10_000
let box: TestDesk
beforeAll(async () => {
  box = await openTestDesk()
  const owner = new pg.Client({ connectionString: box.url })
  await owner.connect()
  try {
    for (const statement of filling()) await owner.query(statement)
  } finally {
    await owner.end()
  }
})
afterAll(() => box.close())

test('erasing a representative read every event, message, round, file and mail', async () => {
  expect(await readToErase('omar')).toEqual({})
  // called by name where no event says so, which no promise of the lookups may lose
  const { rows } = await sql<{ called: string }>`
    select text::text as called from message where position('@Omar' in text::text) > 0
    union all
    select text::text from solution_round where position('@Omar' in text::text) > 0`.execute(box.database.primary)
  expect(rows).toEqual([])
})

test('erasing a customer read every event, message, round, file and mail', async () => {
  expect(await readToErase('salma')).toEqual({})
})

test('all texts of whoever is erased were cut into words in one go, and nobody else was answered meanwhile', async () => {
  const atOnce: number[] = []
  const heard = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: box.database.pool }),
    log: ({ query: { sql: text, parameters } }) => {
      if (text.includes('from message')) atOnce.push((parameters[0] as number[]).length)
    },
  })
  const tickets = Array.from({ length: 450 }, (_, index) => 100_001 + index)
  await heard.transaction().execute((db) => forgetWords(db, tickets))
  expect(atOnce).toEqual([200, 200, 50])
})

/** The tables of which more rows were looked at than belong to a few tickets, with how many. */
async function readToErase(who: Character): Promise<Record<string, number>> {
  const erased = erasedText('en')
  return box.database.primary.transaction().execute(async (db) => {
    const before = await rowsRead(db)
    await sql`
      select from erase_person(${box.ids[who]}::uuid, ${JSON.stringify(erased)}::jsonb, 'Erased', ${wordsInPlace(erased)}, now())
    `.execute(db)
    const after = [...(await rowsRead(db))].map(([table, read]) => [table, read - (before.get(table) ?? 0)] as const)
    return Object.fromEntries(after.filter(([, read]) => read > 1_000))
  })
}

/** Of `many` tickets, every two thousandth is Salma's, Omar works on the one behind it, and is called by name on the next. */
function filling(): string[] {
  const { ids, groups } = box
  const each = `generate_series(100001, ${100_000 + many}) as n`
  const text = (words: string) =>
    `jsonb_build_object('source', 'en', 'texts', jsonb_build_object('en', jsonb_build_object('text', ${words}, 'rev', 1)))`
  const customer = `case when n % 2000 = 0 then '${ids.salma}' else '${ids.pierre}' end::uuid`
  const worker = `case when n % 2000 = 1 then '${ids.omar}' else '${ids.jana}' end::uuid`
  const said = `'It is missing.' || case when n % 2000 = 2 then ' [@Omar](mention:${ids.omar})' else '' end`
  const address = `case when n % 2000 = 0 then 'salma@example.com' else 'pierre@example.com' end`
  return [
    `insert into ticket (number, customer_id, title, description, status, group_id, opened_at, waiting_for, waiting_since, last_public_at,
       activity_at, seq, version)
     select n, ${customer}, ${text(`'The note'`)}, ${text(`'It is missing.'`)}, 'open', '${groups.documents}', now(), 'desk', now(), now(), now(), 3, 3
     from ${each}`,
    `insert into ticket_event (ticket_number, seq, id, position, happened, actor_id, at, before, after, details)
     select n, seq, gen_random_uuid(), nextval('event_position'), 'noteAdded', case when seq = 1 then ${customer} else ${worker} end, now(), '{}',
       case when seq = 2 then jsonb_build_object('member_id', ${worker}) else '{}' end,
       case when seq = 3 and n % 2000 = 3 then jsonb_build_object('mentions', jsonb_build_array('${ids.omar}')) else '{}' end
     from ${each}, generate_series(1, 3) as seq`,
    `insert into message (ticket_number, id, kind, author_id, side, text, at)
     select n, gen_random_uuid(), 'reply', ${worker}, 'staff', ${text(said)}, now() from ${each}`,
    `insert into solution_round (ticket_number, round, author_id, text, state, proposed_at, offered_at, reviewed_by)
     select n, 1, ${worker}, ${text(said)}, 'offered', now(), now(), '${ids.mariam}' from ${each}`,
    `insert into ticket_file (ticket_number, id, owner_id, key, name, type, size, sha256, at, text_id, place)
     select n, gen_random_uuid(), ${customer}, n, 'note.txt', 'text/plain', 1, '', now(), 'description', 1 from ${each}`,
    `insert into mail (id, ticket_number, event_id, interaction, recipient_id, address, message_id, says, state, next_try_at, created_at)
     select gen_random_uuid(), n, id, 'told', ${customer}, ${address}, '', '{}', 'sent', now(), now()
     from ticket_event, lateral (select ticket_number as n) as of_it where seq = 3 and n > 100000`,
    `insert into inbound_mail (id, mailbox_id, raw, hash, received_at, state, decision, from_address, ticket_number, next_try_at)
     select gen_random_uuid(), null, '', n, now(), 'done', 'newTicket', ${address}, n, null from ${each}`,
    'analyze',
  ]
}
