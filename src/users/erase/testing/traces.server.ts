import { expect } from 'vitest'
import type { Character } from '../../../testing/cast.server.ts'
import type { TestWeb } from '../../../testing/web.server.ts'
import { marks, nameThem, signed, tellAll, upload } from './marked.server.ts'
import { addFields, plant } from './planted.server.ts'

/** Everything that two people leave behind who work and ask here. The tickets: one with all of it, a duplicate, an open one, one of Pierre's. */
export async function leaveTraces(web: TestWeb): Promise<number[]> {
  await nameThem(web)
  await addFields(web)
  await duplicateNoMore(web)
  return [await wholeStory(web), await duplicate(web), ...(await openOnes(web))]
}

/** Everything that can be written, by both, with its notices and mails. */
async function wholeStory(web: TestWeb): Promise<number> {
  const key = { 'idempotency-key': 'submit-1' }
  const body = {
    title: signed('salma', 'The crane'),
    description: signed('salma', 'It stands still.'),
    custom: { vessel: signed('salma', 'Amal'), crates: 12, port: 'alex', why: signed('salma', 'It is old') },
    files: [await upload(web, 'salma', `${marks.salma}.txt`)],
  }
  const number: number = (await web.post('salma', '/api/v1/tickets', body, key)).body.number
  const act = async (who: Character, verb: string, given: object = {}) => {
    const answer = await web.post(who, `/api/v1/tickets/${number}/${verb}`, given, {
      'idempotency-key': `${verb}-${number}-${keys++}`,
    })
    expect([verb, answer.status, answer.body.code]).toEqual([verb, 200, undefined])
  }
  await act('salma', 'translate', { field: 'title', language: 'fr', text: signed('salma', 'La grue') })
  await act('salma', 'reply', { text: signed('salma', 'Please hurry') })
  await act('mariam', 'note', { text: 'A note of Mariam' })
  await act('mariam', 'translate', { field: 'description', language: 'de', text: 'Steht still, salmamark' })
  await act('mariam', 'translate', { field: 'custom:why', language: 'de', text: 'Sie ist alt, salmamark' })
  await act('mariam', 'assign', { group: web.groups.documents, member: web.ids.omar })
  await act('omar', 'note', { text: signed('omar', 'Looking') })
  await act('omar', 'propose-solution', { solution: signed('omar', 'Oil it') })
  await act('omar', 'withdraw-solution', { reason: signed('omar', 'Wrong') })
  await act('omar', 'propose-solution', { solution: signed('omar', 'Grease it') })
  await act('mariam', 'return-solution', { reason: 'Say how' })
  await act('omar', 'propose-solution', { solution: signed('omar', 'Grease it here') })
  await act('mariam', 'approve-solution', { solution: signed('omar', 'Please grease it, says') })
  await act('salma', 'decline-solution', { reason: signed('salma', 'Still') })
  await act('omar', 'reply', { text: signed('omar', 'We look again') })
  await act('omar', 'propose-solution', { solution: signed('omar', 'New crane') })
  await act('mariam', 'approve-solution')
  await act('salma', 'accept-solution')
  await act('salma', 'rate', { score: 4, comment: signed('salma', 'Thanks') })
  await act('salma', 'rate', { score: 5, comment: signed('salma', 'Many thanks') })
  await act('salma', 'reopen', { reason: signed('salma', 'It fell') })
  await tellAll(web, number)
  return number
}
let keys = 0

async function duplicate(web: TestWeb): Promise<number> {
  const original = await web.submitted('pierre', 'The original of another')
  const number: number = (
    await web.post('salma', '/api/v1/tickets', {
      title: signed('salma', 'Again'),
      description: signed('salma', 'And again'),
    })
  ).body.number
  await web.post('mariam', `/api/v1/tickets/${number}/mark-duplicate`, { original })
  await tellAll(web, number)
  return number
}

/** Pierre's, which was joined with another one of his until he had been shown what Omar answered there. */
async function duplicateNoMore(web: TestWeb): Promise<void> {
  const [original, number] = [
    await web.submitted('pierre', 'The gate'),
    await web.submitted('pierre', 'The gate again'),
  ]
  const act = async (who: Character, ticket: number, verb: string, body: object = {}) =>
    expect([verb, (await web.post(who, `/api/v1/tickets/${ticket}/${verb}`, body)).status]).toEqual([verb, 200])
  await act('mariam', original, 'assign', { group: web.groups.documents, member: web.ids.omar })
  await act('omar', original, 'propose-solution', { solution: signed('omar', 'Turn the key twice') })
  await act('mariam', number, 'mark-duplicate', { original })
  await act('mariam', original, 'approve-solution')
  await tellAll(web, number)
  await act('mariam', number, 'reopen', { reason: 'It is another gate' })
}

/** Open still when she goes; and one of Pierre's into which Omar wrote, each with a saved thing of theirs. */
async function openOnes(web: TestWeb): Promise<number[]> {
  const number: number = (
    await web.post('salma', '/api/v1/tickets', {
      title: signed('salma', 'Open'),
      description: signed('salma', 'Still open'),
    })
  ).body.number
  const pierres: number = (
    await web.post('pierre', '/api/v1/tickets', { title: 'La facture est vide', description: 'Rien.', language: 'fr' })
  ).body.number
  await web.post('mariam', `/api/v1/tickets/${pierres}/assign`, { group: web.groups.documents, member: web.ids.omar })
  await web.post('omar', `/api/v1/tickets/${pierres}/translate`, {
    field: 'title',
    language: 'de',
    text: 'Leere Rechnung',
  })
  await web.post('omar', `/api/v1/tickets/${pierres}/translate`, {
    field: 'title',
    language: 'de',
    text: 'Die leere Rechnung',
  })
  const files = [await upload(web, 'omar', 'for-pierre.txt'), await upload(web, 'omar', `${marks.omar}.txt`)]
  const work = async (verb: string, body: object) =>
    expect([verb, (await web.post('omar', `/api/v1/tickets/${pierres}/${verb}`, body)).status]).toEqual([verb, 200])
  await work('reply', { text: signed('omar', 'Here is the invoice'), files: [files[0]] })
  await work('note', { text: signed('omar', 'He called twice'), files: [files[1]] })
  await work('propose-solution', { solution: signed('omar', 'The invoice is whole again') })
  await writing(web, pierres)
  await tellAll(web, pierres)
  await plant(web, number)
  return [number, pierres]
}

/** What is begun, kept for the next time, said in other words, and who is called by name in it. */
async function writing(web: TestWeb, number: number): Promise<void> {
  const path = `/api/v1/tickets/${number}`
  const messages = await web.database.primary
    .selectFrom('message')
    .select('id')
    .where('ticket_number', '=', number)
    .where('kind', '=', 'note')
    .execute()
  const edited = { message: messages[0]!.id, text: signed('omar', 'He called three times') }
  const answers = [
    await web.post('omar', `${path}/edit-note`, edited),
    await web.ask('omar', 'PUT', `${path}/drafts/reply`, { text: signed('omar', 'I wanted to say') }),
    await web.post('omar', '/api/v1/canned-answers', {
      name: marks.omar,
      text: signed('omar', 'Hello'),
      shared: 'own',
    }),
    await web.post('omar', '/api/v1/canned-answers', { name: 'Bye', text: signed('omar', 'Bye'), shared: 'own' }),
    await web.post('mariam', `${path}/note`, { text: `[@omar ${marks.omar}](mention:${web.ids.omar}) knows more` }),
  ]
  expect(answers.map(({ status }) => status < 300)).toEqual(answers.map(() => true))
  await web.database.primary
    .updateTable('canned_answer')
    .set({ shared: 'group', group_id: web.groups.documents })
    .where('name', '=', 'Bye')
    .execute()
}
