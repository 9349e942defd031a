import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTellingDesk } from '../../testing/told.server.ts'
import { asBuiltIn, type Differences } from '../differences.ts'
import { writeDifferences } from '../own-interactions.write.server.ts'
import { runTelling } from '../run-telling.server.ts'

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
beforeEach(() => mentionsTell({}))
afterAll(() => desk?.close())

const mentionsTell = (set: Partial<Differences>) =>
  desk.box.database.primary
    .transaction()
    .execute((db) => writeDifferences(db, 'tell-person-of-mention', { ...asBuiltIn, ...set }, new Date()))

/** What Omar, whose ticket it is, hears of a note that calls him by name, by each door. */
async function omarHears() {
  const { box } = desk
  const ticket = await desk.inProgress('omar')
  await desk.act('note', 'mariam', ticket, { text: `[@Omar](mention:${box.ids.omar}) is this yours?` })
  for (const telling of box.tellings.splice(0)) await runTelling(box.desk, telling)
  const of = async (table: 'notice' | 'mail') => {
    const rows = await box.database.primary
      .selectFrom(table)
      .select('interaction')
      .where('ticket_number', '=', ticket)
      .where('recipient_id', '=', box.ids.omar)
      .where('interaction', 'in', ['tell-staff-of-reply', 'tell-person-of-mention'])
      .execute()
    return rows.map(({ interaction }) => interaction)
  }
  return { bell: await of('notice'), mail: await of('mail') }
}

test('who is called in a note hears of it as of any note while nobody is told of mentions', async () => {
  expect(await omarHears()).toEqual({ bell: ['tell-person-of-mention'], mail: ['tell-person-of-mention'] })
  await mentionsTell({ enabled: false })
  expect(await omarHears()).toEqual({ bell: ['tell-staff-of-reply'], mail: ['tell-staff-of-reply'] })
})

test('who is called in a note gets the note by mail where mentions are told in the bell alone, and the other way round', async () => {
  await mentionsTell({ channels: ['in-app'] })
  expect(await omarHears()).toEqual({ bell: ['tell-person-of-mention'], mail: ['tell-staff-of-reply'] })
  await mentionsTell({ channels: ['email'] })
  expect(await omarHears()).toEqual({ bell: ['tell-staff-of-reply'], mail: ['tell-person-of-mention'] })
})
