import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTestWeb } from '../../testing/web.server.ts'
import { mintLinks } from '../../users/ticket-links/ticket-links.server.ts'
import { filesOf } from './testing/sent-files.server.ts'

const web = await openTestWeb()
const { send, statuses } = filesOf(web)
afterAll(() => web.close())

let original: number
let duplicate: number
let answered: string
let asked: string

/** Salma's request, with a paper of hers; Pierre's was joined with it; and Omar proposed an answer with a file. */
beforeEach(async () => {
  asked = (await send('salma', 'her own paper', 'passport.txt')).body.id
  answered = (await send('omar', 'the form itself', 'form.pdf')).body.id
  const request = { title: 'Which form?', description: 'For returns.' }
  original = (await web.post('salma', '/api/v1/tickets', { ...request, files: [asked] })).body.number
  duplicate = await web.submitted('pierre')
  await act('mariam', duplicate, 'mark-duplicate', { original })
  await act('mariam', original, 'assign', { group: web.groups.documents, member: web.ids.omar })
  await act('omar', original, 'propose-solution', { solution: 'This one.', files: [answered] })
})

const act = async (who: 'mariam' | 'omar' | 'pierre' | 'salma', number: number, verb: string, body: object = {}) =>
  expect((await web.post(who, `/api/v1/tickets/${number}/${verb}`, body)).status).toBe(200)
const seen = async () => (await web.get('pierre', `/api/v1/tickets/${duplicate}`)).body
const readers = ['pierre', 'salma', 'mariam', 'tom', null] as const
const read = (id: string) => statuses(id, [...readers])

test('the customer of a joined request read the answer of the original, and its files were not there', async () => {
  expect(await read(answered)).toEqual([404, 404, 200, 404, 401])
  await act('mariam', original, 'approve-solution')
  expect((await seen()).offeredByOriginal).toMatchObject({
    round: 1,
    files: [{ id: answered, name: 'form.pdf', size: 15, of: 'solution:1' }],
  })
  expect((await seen()).files).toEqual([])
  expect(await read(answered)).toEqual([200, 200, 200, 404, 401])
  // what else lies at the original stays there
  expect(await read(asked)).toEqual([404, 200, 200, 404, 401])
  const later = (await send('omar', 'a word between us', 'later.txt')).body.id
  await act('omar', original, 'reply', { text: 'And this, for you alone.', files: [later] })
  expect(await read(later)).toEqual([404, 200, 200, 404, 401])
})

test('a file of a round in review, of an earlier round or of an answer that was taken back is not there for joined requests', async () => {
  await act('mariam', original, 'approve-solution')
  await act('salma', original, 'decline-solution', { reason: 'Not this one.' })
  const second = (await send('omar', 'the other form', 'other.pdf')).body.id
  await act('omar', original, 'propose-solution', { solution: 'The other one.', files: [second] })
  expect(await read(second)).toEqual([404, 404, 200, 404, 401])
  await act('mariam', original, 'approve-solution')
  expect((await read(second))[0]).toBe(200)
  expect((await read(answered))[0]).toBe(404)
  await act('omar', original, 'withdraw-solution', { reason: 'A file of somebody else was in it.' })
  expect((await read(second))[0]).toBe(404)
  expect((await seen()).offeredByOriginal).toBeNull()
})

test('whoever said yes keeps the words of an answer that is taken back, and not its files', async () => {
  await act('mariam', original, 'approve-solution')
  await act('pierre', duplicate, 'accept-solution')
  expect((await read(answered))[0]).toBe(200)
  await act('omar', original, 'withdraw-solution', { reason: 'A file of somebody else was in it.' })
  expect((await seen()).offeredByOriginal).toMatchObject({ state: 'accepted', files: [] })
  expect((await read(answered))[0]).toBe(404)
})

test('once the request is reopened, the files of the other one’s answer are gone with its words', async () => {
  await act('mariam', original, 'approve-solution')
  await act('pierre', duplicate, 'decline-solution', { reason: 'Mine is another form.' })
  expect((await seen()).offeredByOriginal).toBeNull()
  expect((await read(answered))[0]).toBe(404)
})

test('whoever comes by a mail reads the files of the answer on the joined request, and by a link to another request none', async () => {
  await act('mariam', original, 'approve-solution')
  const other = await web.submitted('pierre')
  expect(await byMail(duplicate, answered)).toEqual([200, 200])
  expect(await byMail(other, answered)).toEqual([200, 404])
  expect(await byMail(duplicate, asked)).toEqual([200, 404])
})

/** Pierre, by a link in a mail about one of his requests: what his page answers, and what the file does. */
async function byMail(number: number, file: string) {
  const path = (await mintLinks(web.secret)(web.database.primary, web.ids.pierre, number, new Date()))!
  const visit = await web.post(null, '/api/v1/ticket-links', { token: path.slice('/t/'.length) })
  const cookie = visit.headers.get('set-cookie')!.split(';')[0]!
  const paths = [`/api/v1/tickets/${number}`, `/api/v1/files/${file}`]
  return Promise.all(paths.map(async (each) => (await web.ask(null, 'GET', each, undefined, { cookie })).status))
}
