import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../testing/cast.server.ts'
import { refusalOf } from '../testing/desk.server.ts'
import { openTellingDesk } from '../testing/told.server.ts'
import { callsTo } from '../testing/call-endpoint.server.ts'
import { asBuiltIn, type Differences } from './differences.ts'
import { interactions } from './index.ts'
import { mayBeMuted } from './muting.ts'
import { myTellingEndpoints } from './my-telling-endpoints.server.ts'
import { writeDifferences } from './own-interactions.write.server.ts'
import { runTelling } from './run-telling.server.ts'
import { toldPeople } from './told-people.ts'

let stage: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  stage = await openTellingDesk()
})
afterAll(() => stage?.close())

type Item = { interaction: string; mayMute: boolean; channels: Record<string, boolean> }
const choose = async (who: Character, tellings: unknown) =>
  (
    await callsTo(stage.box.desk, myTellingEndpoints)<{ items: Item[] }>(
      await stage.box.person(who),
      'PATCH /api/v1/me/tellings',
      { body: { tellings } },
    )
  ).answer.items

/** Runs what the last change asked for; who got a notice and who a mail, by the cast's names. */
async function heard(interaction: string): Promise<{ notices: string[]; mails: string[] }> {
  const { box } = stage
  const tellings = box.tellings.splice(0)
  for (const telling of tellings) await runTelling(box.desk, telling)
  const namesOf = async (table: 'notice' | 'mail') => {
    const rows = await box.database.primary
      .selectFrom(table)
      .select('recipient_id')
      .where('interaction', '=', interaction)
      .where(
        'event_id',
        'in',
        tellings.map(({ event }) => event),
      )
      .execute()
    return rows.map((row) => Object.entries(box.ids).find(([, id]) => id === row.recipient_id)![0]).sort()
  }
  return { notices: await namesOf('notice'), mails: await namesOf('mail') }
}

test('what the desk is told together can be muted, by each door for itself', async () => {
  await choose('mariam', { 'notify-desk-of-new-ticket': { email: false } })
  await choose('lina', { 'notify-desk-of-new-ticket': { 'in-app': false } })
  await stage.box.submitted()
  expect(await heard('notify-desk-of-new-ticket')).toEqual({ notices: ['mariam'], mails: ['lina'] })
  const items = await choose('mariam', { 'notify-desk-of-new-ticket': { email: true } })
  expect(items.find(({ interaction }) => interaction === 'notify-desk-of-new-ticket')).toEqual({
    interaction: 'notify-desk-of-new-ticket',
    mayMute: true,
    channels: { 'in-app': true, email: true },
  })
  await stage.box.submitted()
  expect(await heard('notify-desk-of-new-ticket')).toEqual({ notices: ['mariam'], mails: ['lina', 'mariam'] })
})

test('the same telling reaches whom it is addressed to personally, muted or not', async () => {
  const off = { 'in-app': false, email: false }
  const { box } = stage
  await choose('omar', { 'notify-representative-of-assignment': off, 'tell-staff-of-reply': off })
  const mine = await box.submitted()
  await stage.act('assign', 'mariam', mine, { group: box.groups.documents, member: box.ids.omar })
  expect(await heard('notify-representative-of-assignment')).toEqual({ notices: ['omar'], mails: ['omar'] })
  const ours = await box.submitted()
  await stage.act('assign', 'mariam', ours, { group: box.groups.documents })
  expect(await heard('notify-representative-of-assignment')).toEqual({ notices: ['jana'], mails: ['jana'] })
  await stage.act('reply', 'salma', ours, { text: 'Hello?' })
  expect(await heard('tell-staff-of-reply')).toEqual({ notices: ['jana'], mails: ['jana'] })
})

test('what is personal alone is not offered for muting, and cannot be', async () => {
  const personal = interactions.map(({ name }) => name).filter((name) => !mayBeMuted(name))
  expect(personal).toContain('notify-representative-of-approval')
  expect(personal).toContain('tell-customer-of-solution')
  for (const name of [...personal, 'nothing', '__proto__'])
    expect(await refusalOf(choose('omar', JSON.parse(`{"${name}":{"email":false}}`)))).toMatchObject({
      code: 'invalidFields',
    })
  for (const wrong of [
    null,
    [],
    'x',
    { 'tell-staff-of-reply': { fax: true } },
    { 'tell-staff-of-reply': { email: 'no' } },
  ])
    expect(await refusalOf(choose('omar', wrong))).toMatchObject({ code: 'invalidFields' })
})

test('everybody reads of what concerns them', async () => {
  const names = async (who: Character) => (await choose(who, {})).map(({ interaction }) => interaction)
  expect(await names('salma')).toContain('notify-customer-of-receipt')
  expect(await names('salma')).not.toContain('notify-desk-of-new-ticket')
  expect(await names('mariam')).not.toContain('notify-customer-of-receipt')
})

test('every interaction says whom it tells', () => {
  expect(interactions.filter(({ name }) => toldPeople(name).length === 0)).toEqual([])
})

test('a program that acts by a key is told nothing', async () => {
  const { box } = stage
  await box.database.primary.updateTable('users').set({ service: true }).where('id', '=', box.ids.lina).execute()
  await box.submitted()
  expect(await heard('notify-desk-of-new-ticket')).toEqual({ notices: ['mariam'], mails: ['mariam'] })
})

test('what the organisation switched off is not among what one is told, nor is a door that it closed', async () => {
  const of = async (who: Character, interaction: string) =>
    (await choose(who, {})).find((item) => item.interaction === interaction)
  const off = (name: string, set: Partial<Differences>) =>
    stage.box.database.primary
      .transaction()
      .execute((db) => writeDifferences(db, name, { ...asBuiltIn, ...set }, new Date()))
  expect(await of('salma', 'notify-customer-of-receipt')).toBeDefined()
  await off('notify-customer-of-receipt', { enabled: false })
  await off('notify-desk-of-new-ticket', { channels: ['in-app'] })
  await off('notify-representative-of-approval', { channels: [] })
  expect(await of('salma', 'notify-customer-of-receipt')).toBeUndefined()
  expect(Object.keys((await of('mariam', 'notify-desk-of-new-ticket'))!.channels)).toEqual(['in-app'])
  expect(await of('omar', 'notify-representative-of-approval')).toBeUndefined()
})
