import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestWeb } from '../../testing/web.server.ts'
import { filesOf } from './testing/sent-files.server.ts'

const web = await openTestWeb()
const { send, fetched, statuses, blobs } = filesOf(web)
afterAll(() => web.close())

async function inWork(): Promise<number> {
  const ticket = await web.submitted('salma')
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  return ticket
}

describe('a file that was sent', () => {
  test('is kept byte for byte under a name of ours, and its sender alone may read it until it is used', async () => {
    const content = randomBytes(300_000)
    const { status, body } = await send('salma', content, '../../إشعار\u202E.pdf')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      name: 'إشعار.pdf',
      size: 300_000,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    expect(await statuses(body.id, ['salma', 'pierre', 'mariam', 'adam', null])).toEqual([200, 404, 404, 404, 401])
    expect(blobs().join()).not.toContain('pdf')
  })

  test('comes back as a download that nothing runs, whatever it is', async () => {
    for (const [name, text, type] of [
      ['x.svg', '<svg onload="alert(1)"/>', 'image/svg+xml'],
      ['x.html', '<script>alert(1)</script>', 'text/html'],
      ['x"; filename="y.js', 'alert(1)', 'text/javascript'],
    ] as const) {
      const { body } = await send('salma', text, name, { 'x-file-type': type })
      const { headers, body: back } = await fetched('salma', body.id)
      expect(back).toBe(text)
      expect(headers.get('content-type')).toBe('application/octet-stream')
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[^\s;"]+$/u,
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  test('is refused after a hundred that were not used: until when was not said, and an hour was not it', async () => {
    const at = new Date(Date.now() - 20 * 3_600_000)
    const upload = { owner_id: web.ids.jana, name: 'x', type: 'text/plain', size: 1, sha256: 'x', at }
    const rows = Array.from({ length: 100 }, () => ({ ...upload, id: randomUUID(), key: randomUUID() }))
    await web.database.primary.insertInto('upload').values(rows).execute()
    const { status, body, headers } = await send('jana', 'one more')
    expect([status, body.code]).toEqual([429, 'tooManyTries'])
    expect(Math.abs(Number(headers.get('retry-after')) - 4 * 3600)).toBeLessThan(120)
    expect(body.title).toMatch(/after .*\d/)
  })

  test('went in past the hundred where several came at the same moment', async () => {
    const upload = { owner_id: web.ids.omar, name: 'x', type: 'text/plain', size: 1, sha256: 'x', at: new Date() }
    const rows = Array.from({ length: 98 }, () => ({ ...upload, id: randomUUID(), key: randomUUID() }))
    await web.database.primary.insertInto('upload').values(rows).execute()
    const before = blobs().length
    const sent = await Promise.all(Array.from({ length: 8 }, (_, nth) => send('omar', `at once ${nth}`)))
    const taken = sent.filter(({ status }) => status === 201)
    const refused = sent.filter(({ status }) => status === 429)
    expect([taken.length, refused.length]).toEqual([2, 6])
    // and what was too much does not lie there until it is swept
    expect(blobs().length - before).toBe(2)
    await web.database.primary.deleteFrom('upload').where('owner_id', '=', web.ids.omar).execute()
  })

  test('is nobody’s to name but its sender’s, and once', async () => {
    const { body } = await send('salma', 'mine')
    const mine = await web.submitted('salma')
    const others = await web.submitted('pierre')
    expect(
      (await web.post('pierre', `/api/v1/tickets/${others}/reply`, { text: 'See', files: [body.id] })).body.errors[0]
        .field,
    ).toBe('files')
    expect((await web.post('salma', `/api/v1/tickets/${mine}/reply`, { text: 'See', files: [body.id] })).status).toBe(
      200,
    )
    expect((await web.post('salma', `/api/v1/tickets/${mine}/reply`, { text: 'Again', files: [body.id] })).status).toBe(
      422,
    )
    expect(
      (await web.post('salma', `/api/v1/tickets/${mine}/reply`, { text: 'None', files: [web.ids.salma] })).status,
    ).toBe(422)
  })
})

describe('a file is seen by who sees its text', () => {
  test('with a request: its customer and the staff who see it', async () => {
    const { body } = await send('salma', 'a picture', 'shot.png')
    const created = await web.post('salma', '/api/v1/tickets', {
      title: 'Look',
      description: 'At this.',
      files: [body.id],
    })
    expect(created.body.files).toEqual([
      { id: body.id, name: 'shot.png', type: 'application/octet-stream', size: 9, of: 'description' },
    ])
    expect(await statuses(body.id, ['salma', 'mariam', 'pierre', 'omar', null])).toEqual([200, 200, 404, 404, 401])
  })

  test('with a note: staff alone, also in the ticket’s list', async () => {
    const ticket = await inWork()
    const { body } = await send('omar', 'internal', 'internal.txt')
    await web.post('omar', `/api/v1/tickets/${ticket}/note`, { text: 'See file', files: [body.id] })
    expect(await statuses(body.id, ['omar', 'mariam', 'salma'])).toEqual([200, 200, 404])
    expect((await web.get('salma', `/api/v1/tickets/${ticket}`)).body.files).toEqual([])
    expect((await web.get('omar', `/api/v1/tickets/${ticket}`)).body.files).toHaveLength(1)
  })

  test('with a solution: its customer only from the moment it goes out', async () => {
    const ticket = await inWork()
    const { body } = await send('omar', 'the note itself', 'note.pdf')
    await web.post('omar', `/api/v1/tickets/${ticket}/propose-solution`, { solution: 'Attached.', files: [body.id] })
    expect(await statuses(body.id, ['salma', 'omar'])).toEqual([404, 200])
    expect((await web.get('salma', `/api/v1/tickets/${ticket}`)).body.files).toEqual([])
    await web.post('mariam', `/api/v1/tickets/${ticket}/approve-solution`, {})
    expect(await statuses(body.id, ['salma', 'pierre'])).toEqual([200, 404])
    expect((await web.get('salma', `/api/v1/tickets/${ticket}`)).body.files[0]).toMatchObject({ of: 'solution:1' })
  })

  test('odd ids are absent', async () => {
    for (const id of ['x', '..%2f..%2fetc%2fpasswd', '%00', web.ids.salma])
      expect((await fetched('salma', id)).status).toBe(404)
  })
})
