import { newId } from '../../server/ids.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import type { TestWeb } from '../../testing/web.server.ts'

/** What stands for the `:id` of a route (for two of them, with a space between): one that is there, made anew for each who may change it, and one that never was. */
export type GridObject = { make: () => Promise<string> | string; absent: string }

/** By the beginning of the address; the longest that fits counts. */
export function gridObjects(web: TestWeb, ticket: number): Record<string, GridObject> {
  let serial = 0
  const absent = newId()
  const of = (make: GridObject['make'], never = absent): GridObject => ({ make, absent: never })
  const made = async (who: Character, path: string, body: object, key = 'id'): Promise<string> => {
    const answer = await web.post(who, path, body)
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return String(answer.body[key])
  }
  const next = () => `thing${++serial}`
  const text = { en: { text: 'Thing', rev: 1 } }

  const heldMail = async () => {
    const id = newId()
    await web.database.primary
      .insertInto('inbound_mail')
      .values({
        id,
        raw: Buffer.from('From: a@b.example\r\nContent-Type: application/pdf\r\n\r\nHello'),
        hash: id,
        received_at: web.installation.desk.clock.now(),
        state: 'done',
        decision: 'held',
      } as never)
      .execute()
    return id
  }

  return {
    '/api/v1/tickets/:number': of(() => String(ticket), '88888888'),
    '/api/v1/tickets/:number/drafts/:kind': of(() => `${ticket} reply`, '88888888 reply'),
    '/api/v1/tickets/:number/held/:kind': of(() => `${ticket} reply`, '88888888 reply'),
    '/api/v1/tickets/:number/notes/:note': of(async () => {
      await web.post('mariam', `/api/v1/tickets/${ticket}/note`, { text: 'Among us.' })
      const { body } = await web.get('mariam', `/api/v1/tickets/${ticket}/conversation?limit=200`)
      return `${ticket} ${body.items.findLast(({ kind }: { kind: string }) => kind === 'note').id}`
    }, `88888888 ${absent}`),
    '/api/v1/canned-answers/:id': of(() =>
      made('mariam', '/api/v1/canned-answers', { name: next(), text: 'Thing', shared: 'own' }),
    ),
    '/api/v1/saved-queries/:id': of(() =>
      made('mariam', '/api/v1/saved-queries', { query: 'closed-tickets', name: next(), filters: {} }),
    ),
    '/api/v1/reports/monthly-performance/:month': of(async () => {
      await web.post('adam', '/api/v1/reports/monthly-performance/2026-02')
      return '2026-02'
    }, '1999-01'),
    // nothing is written in this desk, so an export is never there for anybody
    '/api/v1/exports/:id': of(() => newId()),
    '/api/v1/users/:id': of(() =>
      made('adam', '/api/v1/users', { name: 'Someone', email: `${next()}@example.com`, roles: ['customer'] }),
    ),
    '/api/v1/users/import/:id': of(() =>
      made('adam', '/api/v1/users/import', { csv: `name,email\nA,${next()}@a.example` }),
    ),
    '/api/v1/groups/:id': of(() => made('adam', '/api/v1/groups', { name: next() })),
    '/api/v1/organisations/:id': of(() => made('adam', '/api/v1/organisations', { name: next() })),
    '/api/v1/roles/:key': of(() => {
      const key = next()
      return made('adam', '/api/v1/roles', { key, name: { source: 'en', texts: { en: key } }, permissions: [] }, 'key')
    }, 'neverWas'),
    '/api/v1/roles/:key/reset': of(() => 'representative', 'neverWas'),
    '/api/v1/api-keys/:id': of(() => made('mariam', '/api/v1/api-keys', { name: next(), scopes: ['ticket.seeAll'] })),
    '/api/v1/fields/:key': of(
      () => made('adam', '/api/v1/fields', { key: next(), type: 'short-text', label: 'Thing' }, 'key'),
      'neverWas',
    ),
    '/api/v1/interactions/:name': of(() => 'notify-desk-of-new-ticket', 'never-was'),
    '/api/v1/mails/:id': of(async () => {
      const id = newId()
      await web.database.primary
        .insertInto('mail')
        .values({
          id,
          interaction: 'invitation',
          address: 'someone@example.com',
          message_id: `${id}@example.com`,
          says: JSON.stringify({ text: text.en }),
          state: 'dead',
          next_try_at: web.installation.desk.clock.now(),
          created_at: web.installation.desk.clock.now(),
        } as never)
        .execute()
      return id
    }),
    '/api/v1/mailboxes/:id': of(() =>
      made('adam', '/api/v1/mailboxes', {
        address: `${next()}@example.com`,
        host: 'mail.invalid',
        port: 993,
        security: 'tls',
        username: 'desk',
        password: 'secret',
      }),
    ),
    '/api/v1/inbound-mails/:id/attachments/:place': of(async () => `${await heldMail()} 0`, `${absent} 0`),
    '/api/v1/inbound-mails/:id': of(heldMail),
    '/api/v1/files/:id': of(async () => {
      const response = await fetch(`${web.address}/api/v1/files`, {
        method: 'POST',
        headers: {
          cookie: web.cookies.get('salma')!,
          origin: web.address,
          'content-type': 'application/octet-stream',
          'x-file-name': 'note.txt',
        },
        body: 'A file.',
      })
      const { id } = (await response.json()) as { id: string }
      await web.post('salma', `/api/v1/tickets/${ticket}/reply`, { text: 'See the file.', files: [id] })
      return id
    }),
    '/api/v1/help/:topic': of(() => 'adding-users', 'never-was'),
    '/api/v1/me/sessions/:id': of(async () => {
      await web.signedIn(web.ids.mariam)
      const row = await web.database.primary
        .selectFrom('session')
        .select('id')
        .where('user_id', '=', web.ids.mariam)
        .orderBy('created_at', 'desc')
        .executeTakeFirstOrThrow()
      return row.id
    }),
  }
}

export function objectOf(objects: Record<string, GridObject>, route: string): GridObject | null {
  const path = route.split(' ')[1]!
  if (!path.includes(':')) return null
  const prefix = Object.keys(objects)
    .filter((beginning) => path.startsWith(beginning))
    .toSorted((one, other) => other.length - one.length)[0]
  if (!prefix)
    throw new Error(
      `${route} has a parameter. Say in grid-objects.server.ts what stands for it: one that is there, one that never was.`,
    )
  return objects[prefix]!
}
