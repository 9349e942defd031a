import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Character } from '../../testing/cast.server.ts'
import { inJson, replayed } from '../../testing/replay.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { everyRow } from '../../users/erase/testing/every-row.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
  for (const field of [
    { key: 'cause', type: 'multilingual-text', label: 'Cause' },
    { key: 'inner', type: 'multilingual-text', label: 'Inner', visibleTo: 'staff' },
    { key: 'ship', type: 'short-text', label: 'Ship' },
  ])
    await web.post('adam', '/api/v1/fields', field)
})
afterAll(() => web.close())

const request = { title: 'A crane stands still', description: 'Since noon it stands still.', language: 'en' }
const submitted = async (custom: object): Promise<number> =>
  (await web.post('salma', '/api/v1/tickets', { ...request, custom })).body.number
const act = (who: Character, number: number, verb: string, body: object) =>
  web.post(who, `/api/v1/tickets/${number}/${verb}`, body)
const say = (who: Character, number: number, field: string, language: string, text: string) =>
  act(who, number, 'translate', { field, language, text })
const custom = async (who: Character, number: number) => (await web.get(who, `/api/v1/tickets/${number}`)).body.custom
const findable = (number: number, text: string) =>
  web.database.primary
    .selectFrom('ticket_words')
    .select(['audience', 'words'])
    .where('ticket_number', '=', number)
    .where('text_id', '=', text)
    .executeTakeFirst()
const originalStays = { status: 422, body: { errors: [{ field: 'language', code: 'originalStays' }] } }
const notThere = { status: 422, body: { errors: [{ field: 'field', code: 'notInList' }] } }

test('an added field in several languages lost its translations when staff set one word of it right', async () => {
  const number = await submitted({ cause: { source: 'en', texts: { en: 'The rope is torn', ar: 'الحبل مقطوع' } } })
  await act('mariam', number, 'set-fields', { fields: { cause: 'Rope torn' } })
  expect((await custom('mariam', number)).cause).toEqual({
    source: 'en',
    texts: { en: { text: 'Rope torn' }, ar: { text: 'الحبل مقطوع', outdated: true } },
  })
  expect(replayed(await web.eventsOf(number))).toEqual(inJson(await web.rowOf(number)))
})

test('two words, set right by somebody of another language, stay in the one that they were in', async () => {
  const number = await submitted({ cause: { source: 'fr', texts: { fr: 'Corde rompue', en: 'Rope torn' } } })
  await act('mariam', number, 'set-fields', { fields: { cause: 'Corde NX-4' } })
  expect((await custom('mariam', number)).cause).toMatchObject({ source: 'fr', texts: { en: { outdated: true } } })
})

test('the text of an added field could not be translated', async () => {
  const number = await submitted({ cause: 'The rope is torn since noon.' })
  expect((await say('mariam', number, 'custom:cause', 'ar', 'انقطع الحبل ظهرًا')).status).toBe(200)
  expect((await say('salma', number, 'custom:cause', 'fr', 'La corde est rompue')).status).toBe(200)
  expect((await custom('salma', number)).cause.texts).toMatchObject({
    en: { text: 'The rope is torn since noon.' },
    ar: { text: 'انقطع الحبل ظهرًا' },
    fr: { text: 'La corde est rompue' },
  })
  const event = (await web.get('mariam', `/api/v1/tickets/${number}/history`)).body.items.at(-1)
  expect(event).toMatchObject({ happened: 'textTranslated', details: { field: 'custom:cause', language: 'fr' } })
  expect(replayed(await web.eventsOf(number))).toEqual(inJson(await web.rowOf(number)))
  expect(await findable(number, 'custom:cause')).toMatchObject({
    audience: 'everyone',
    words: expect.stringContaining('cord'),
  })
})

test('its original is its writer’s: staff set theirs right in the field, and do not put words into the customer’s', async () => {
  const number = await submitted({ cause: 'The rope is torn since noon.' })
  expect(await say('mariam', number, 'custom:cause', 'en', 'Misuse.')).toMatchObject(originalStays)
  expect((await say('salma', number, 'custom:cause', 'en', 'The rope is torn since one.')).status).toBe(200)
  await act('mariam', number, 'set-fields', { fields: { cause: 'The rope was cut by somebody.' } })
  expect(await say('salma', number, 'custom:cause', 'en', 'It was torn.')).toMatchObject(originalStays)
})

test('of a field among staff its customer learns nothing by translating', async () => {
  const number = await submitted({})
  await act('mariam', number, 'set-fields', { fields: { inner: 'They never oil it.', ship: 'Amal' } })
  for (const field of ['custom:inner', 'custom:ship', 'custom:cause', 'custom:nothing', 'custom:', 'custom:__proto__'])
    expect(await say('salma', number, field, 'fr', 'Rien.')).toMatchObject(notThere)
  expect((await say('mariam', number, 'custom:inner', 'fr', 'Jamais huilé')).status).toBe(200)
  expect(await findable(number, 'custom:inner')).toMatchObject({ audience: 'staff' })
})

test('what the translation of a field had said stayed in the history of a customer who was erased', async () => {
  const { number } = (await web.post('pierre', '/api/v1/tickets', { ...request, custom: { cause: 'La corde cassée' } }))
    .body
  await say('mariam', number, 'custom:cause', 'ar', 'الحبل القديم')
  await say('mariam', number, 'custom:cause', 'ar', 'الحبل الجديد')
  const path = `/api/v1/users/${web.ids.pierre}/erase`
  expect((await web.post('adam', path, { confirm: 'pierre@example.com' })).status).toBe(200)
  const rows = await everyRow(web.database.primary)
  expect(rows.filter((line) => line.includes('الحبل القديم') || line.includes('الحبل الجديد'))).toEqual([])
  expect(replayed(await web.eventsOf(number))).toEqual(inJson(await web.rowOf(number)))
})
