import { expect, test } from 'vitest'
import { setStage } from '../testing/set-stage.server.ts'
import { noteVersions } from '../queries/one-ticket/note-versions.server.ts'
import { conversation } from '../queries/one-ticket/conversation.server.ts'

const stage = setStage()

async function noted(text = 'She called twice.') {
  const number = await stage.ticketIn('offered')
  await stage.act('omar', 'note', number, { text })
  return { number, message: String((await stage.last(number)).details['message']) }
}

test('a note is edited by whoever wrote it, and staff read what it said before', async () => {
  const { number, message } = await noted()
  const before = await stage.row(number)
  await stage.act('omar', 'edit-note', number, { message, text: 'She called three times.' })
  await stage.act('omar', 'edit-note', number, { message, text: 'She called four times.' })
  expect(await stage.last(number)).toMatchObject({ happened: 'noteEdited', by: 'omar', details: { message } })
  // nothing that others look at moves
  expect(await stage.row(number)).toEqual({ ...before, seq: before.seq + 2 })
  const mariam = await stage.box.person('mariam')
  const { items } = await conversation(stage.box.desk, mariam, number, {})
  const note = items.find(({ id }) => id === message)!
  expect(note.text.texts['en']!.text).toBe('She called four times.')
  expect(note.editedAt).not.toBeNull()
  const versions = await noteVersions(stage.box.desk, mariam, number, message)
  expect(versions.items.map(({ text }) => text.texts[text.source]!.text)).toEqual([
    'She called twice.',
    'She called three times.',
  ])
  // its id in capitals was answered as if it had never been edited
  expect(await noteVersions(stage.box.desk, mariam, number, message.toUpperCase())).toEqual(versions)
})

test('a note that was saved twice in the same words was two edits', async () => {
  const { number, message } = await noted()
  await stage.act('omar', 'edit-note', number, { message, text: 'She called three times.' })
  const once = await stage.row(number)
  await stage.act('omar', 'edit-note', number, { message, text: 'She called three times.' })
  expect(await stage.row(number)).toEqual(once)
  const mariam = await stage.box.person('mariam')
  expect((await noteVersions(stage.box.desk, mariam, number, message)).items).toHaveLength(1)
})

test('nobody edits what another wrote, nor a reply, nor what is not there', async () => {
  const { number, message } = await noted()
  expect(await stage.refused('mariam', 'edit-note', number, { message, text: 'No.' })).toMatchObject({ status: 403 })
  expect(await stage.refused('salma', 'edit-note', number, { message, text: 'No.' })).toMatchObject({ status: 403 })
  await stage.act('omar', 'reply', number, { text: 'Which link?' })
  const reply = String((await stage.last(number)).details['message'])
  expect(await stage.refused('omar', 'edit-note', number, { message: reply, text: 'No.' })).toMatchObject({
    details: { errors: [{ field: 'message', code: 'notInList' }] },
  })
  const salma = await stage.box.person('salma')
  await expect(noteVersions(stage.box.desk, salma, number, message)).rejects.toMatchObject({ code: 'notFound' })
})

test('its old words are no longer found, its new ones are', async () => {
  const { number, message } = await noted('It is about the zebra.')
  await stage.act('omar', 'edit-note', number, { message, text: 'It is about the giraffe.' })
  const [row] = await stage.box.database.primary
    .selectFrom('ticket_words')
    .selectAll()
    .where('text_id', '=', `message:${message}`)
    .execute()
  expect(row).toMatchObject({ audience: 'staff' })
  expect(row!.words).toContain('giraff')
  expect(row!.words).not.toContain('zebra')
})
