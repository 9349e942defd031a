import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../server/db/migrate.server.ts'
import { setStage } from '../testing/set-stage.server.ts'

const stage = setStage()

const add = (who: 'omar' | 'salma' | 'mariam', number: number, field: string, language: string, text: string) =>
  stage.act(who, 'translate', number, { field, language, text })

test('adds a language to a text, and the event keeps what was there before', async () => {
  const number = await stage.ticketIn('taken')
  const { version } = await stage.row(number)
  await add('omar', number, 'title', 'ar', 'لا إشعار')
  await add('omar', number, 'title', 'ar', 'لا إشعار تسليم')
  expect(await stage.last(number)).toMatchObject({
    happened: 'textTranslated',
    by: 'omar',
    details: { field: 'title', language: 'ar', was: 'لا إشعار', text: 'لا إشعار تسليم' },
  })
  expect(await stage.row(number)).toMatchObject({
    version,
    title: { source: 'en', texts: { ar: { text: 'لا إشعار تسليم', of: 1 } } },
  })
})

test('correcting the original makes its translations outdated', async () => {
  const number = await stage.ticketIn('taken')
  await add('omar', number, 'description', 'ar', 'مفقود')
  await add('salma', number, 'description', 'en', 'The delivery note is missing.')
  const { description } = await stage.box.seenBy('omar', number)
  expect(description.texts).toMatchObject({ ar: { outdated: true } })
})

test('a title has no line breaks and no more characters in any language', async () => {
  const number = await stage.ticketIn('taken')
  await add('omar', number, 'title', 'fr', 'Pas de\n bordereau')
  expect(await stage.row(number)).toMatchObject({ title: { texts: { fr: { text: 'Pas de bordereau' } } } })
  await add('omar', number, 'title', 'zh', '𠜎'.repeat(300))
  const refused = await stage.refused('omar', 'translate', number, {
    field: 'title',
    language: 'zh',
    text: '𠜎'.repeat(301),
  })
  expect(refused).toMatchObject({ details: { errors: [{ field: 'text', code: 'tooLong', max: 300, length: 301 }] } })
})

test('customers translate what they wrote, and do not know of what they do not see', async () => {
  const number = await stage.ticketIn('offered')
  await stage.act('omar', 'note', number, { text: 'Among us.' })
  await stage.act('salma', 'reply', number, { text: 'Which link?' })
  const messages = await stage.box.database.primary
    .selectFrom('message')
    .selectAll()
    .where('ticket_number', '=', number)
    .execute()
  const idOf = (kind: string) => messages.find((message) => message.kind === kind)!.id
  const tries = (field: string) => stage.refused('salma', 'translate', number, { field, language: 'ar', text: 'نص' })
  await add('salma', number, `message:${idOf('reply')}`, 'ar', 'أي رابط؟')
  expect(await tries('solution:1')).toMatchObject({ code: 'notAllowed', status: 403 })
  for (const field of [
    `message:${idOf('note')}`,
    'solution:2',
    'solution:x',
    'message:x',
    `message:${'-'.repeat(36)}`,
    'status',
    '__proto__',
  ])
    expect(await tries(field)).toMatchObject({ details: { errors: [{ field: 'field', code: 'notInList' }] } })
})

test('staff cannot put other words into somebody’s original, least of all into a solution that is with its customer', async () => {
  const number = await stage.ticketIn('offered')
  const before = await stage.row(number)
  const [round] = await stage.rounds(number)
  const stays = { code: 'invalidFields', details: { errors: [{ field: 'language', code: 'originalStays' }] } }
  const tries = (who: 'omar' | 'salma' | 'mariam', field: string) =>
    stage.refused(who, 'translate', number, { field, language: 'en', text: 'Something else entirely.' })
  for (const field of ['title', 'description']) expect(await tries('mariam', field)).toMatchObject(stays)
  // its author neither: they withdraw it and propose another
  for (const who of ['mariam', 'omar'] as const) expect(await tries(who, 'solution:1')).toMatchObject(stays)
  expect(await stage.row(number)).toEqual(before)
  expect(await stage.rounds(number)).toEqual([round])
  await add('mariam', number, 'solution:1', 'ar', 'الرابط يعمل من جديد.')
  expect((await stage.rounds(number))[0]!.text.texts).toMatchObject({ ar: { text: 'الرابط يعمل من جديد.', of: 1 } })
})

test('one translation after the other, a text got more languages than it may be written in', async () => {
  const number = await stage.ticketIn('taken')
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const languages = letters.flatMap((one) => [`q${one}`, `x${one}`]).slice(0, 49)
  for (const language of languages) await add('salma', number, 'title', language, 'No delivery note')
  const oneMore = { field: 'title', language: 'fr', text: 'Pas de bordereau' }
  const refused = await stage.refused('omar', 'translate', number, oneMore)
  expect(refused).toMatchObject({ details: { errors: [{ field: 'language', code: 'tooManyLanguages', max: 50 }] } })
  // those that are there are corrected all the same
  await add('omar', number, 'title', 'qa', 'No note of delivery')
  const { title } = await stage.row(number)
  expect(Object.keys(title.texts)).toHaveLength(50)
  expect(title.texts['qa']).toMatchObject({ text: 'No note of delivery' })
})

test('a text named in capitals, or with more than its name, escaped erasing and was found by its old words', async () => {
  const number = await stage.ticketIn('offered')
  await stage.act('omar', 'note', number, { text: 'About the zebra.' })
  const message = String((await stage.last(number)).details['message'])
  await add('mariam', number, `message:${message.toUpperCase()}`, 'de', 'Über das Nashorn.')
  expect((await stage.last(number)).details['field']).toBe(`message:${message}`)
  const words = await stage.box.database.primary
    .selectFrom('ticket_words')
    .select(['text_id', 'words'])
    .where('ticket_number', '=', number)
    .where('text_id', 'ilike', 'message:%')
    .execute()
  expect(words).toMatchObject([{ text_id: `message:${message}`, words: expect.stringContaining('nashorn') }])
  for (const field of [
    'solution:01',
    'solution:0x1',
    'solution:1:x',
    'solution:',
    `message:${message}:x`,
    'reason:1:x',
  ])
    expect(
      await stage.refused('mariam', 'translate', number, { field, language: 'fr', text: 'Un texte' }),
    ).toMatchObject({ details: { errors: [{ field: 'field', code: 'notInList' }] } })
  await add('mariam', number, 'solution', 'fr', 'Le lien marche.')
  expect((await stage.last(number)).details['field']).toBe('solution:1')
})

test('what was written under other names than those that are kept is put right', async () => {
  const db = stage.box.database.primary
  // what happened is changed by nobody else
  const owner = new pg.Client({ connectionString: stage.box.url })
  await owner.connect()
  const number = await stage.ticketIn('offered')
  await stage.act('omar', 'note', number, { text: 'About the zebra.' })
  const kept = `message:${String((await stage.last(number)).details['message'])}`
  const capitals = kept.toUpperCase().replace('MESSAGE', 'message')
  await db
    .insertInto('ticket_words')
    .values({ ticket_number: number, text_id: capitals, audience: 'staff', words: `'nashorn':1` })
    .execute()
  const names = { [capitals]: kept, [`${kept}:x`]: kept, 'solution:0x1': 'solution', 'custom:cause:x': 'custom:cause' }
  const right = ['title', 'comment', 'solution', 'solution:12', kept, 'custom:cause', 'reason:3']
  for (const field of [...Object.keys(names), ...right]) {
    await add('mariam', number, 'title', 'fr', `Un titre ${field}`)
    const { seq } = (await stage.box.eventsOf(number)).at(-1)!
    const details = JSON.stringify({ field, language: 'fr', text: 'Un titre' })
    await owner.query('update ticket_event set details = $1 where ticket_number = $2 and seq = $3', [
      details,
      number,
      seq,
    ])
  }
  await owner.query(await readFile(join(migrationsFolder, '0138_names_of_translated_texts.sql'), 'utf8'))
  await owner.end()
  const events = (await stage.box.eventsOf(number)).filter(({ happened }) => happened === 'textTranslated')
  expect(events.map(({ details }) => details)).toEqual(
    [...Object.values(names), ...right].map((field) => ({ field, language: 'fr', text: 'Un titre' })),
  )
  const words = await db.selectFrom('ticket_words').select('text_id').where('ticket_number', '=', number).execute()
  expect(words.map(({ text_id }) => text_id)).toContain(kept)
  expect(words.map(({ text_id }) => text_id)).not.toContain(capitals)
})
