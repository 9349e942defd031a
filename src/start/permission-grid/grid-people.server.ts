import { addKey, revokeKey } from '../../api-keys/api-keys.write.server.ts'
import { newId } from '../../server/ids.server.ts'
import { addPerson, type Character } from '../../testing/cast.server.ts'
import type { TestWeb } from '../../testing/web.server.ts'
import { mintLinks } from '../../users/ticket-links/ticket-links.server.ts'
import type { Column } from './grid-rows.ts'

export type Credentials = { readonly [header: string]: string }

/** With what each column comes to the door; where there are several ways to be the same, each is tried. */
export type GridPeople = (column: Column) => Promise<{ way: string; headers: Credentials }[]>

const characters = {
  owner: 'salma',
  assigned: 'omar',
  member: 'jana',
  other: 'tom',
  desk: 'mariam',
  admin: 'adam',
} as const satisfies Partial<Record<Column, Character>>

/** Everyone of the grid, over a ticket of Salma's. */
export async function gridPeople(web: TestWeb, ticket: number): Promise<GridPeople> {
  const db = web.database.primary
  const at = web.installation.desk.clock.now()
  const organisations = { acme: newId(), other: newId() }
  await db
    .insertInto('organisation')
    .values([
      { id: organisations.acme, name: 'Acme', created_at: at },
      { id: organisations.other, name: 'Other', created_at: at },
    ])
    .execute()
  await db
    .insertInto('role')
    .values({
      key: 'colleague',
      name: JSON.stringify({ source: 'en', texts: { en: { text: 'Colleague', rev: 1 } } }),
      permissions: ['ticket.seeOrganisation'],
      built_in: false,
      customised: true,
      requires_second_factor: false,
    })
    .execute()
  const customer = async (key: string, organisation: string, roles: string[] = []) => {
    const id = await addPerson(db, key, { name: key, roles: ['customer', ...roles] }, web.groups, at)
    await db.updateTable('users').set({ organisation_id: organisation }).where('id', '=', id).execute()
    return id
  }
  const belong = (id: string, organisation: string) =>
    db.updateTable('users').set({ organisation_id: organisation }).where('id', '=', id).execute()
  await belong(web.ids.salma, organisations.acme)
  await belong(web.ids.pierre, organisations.other)
  const colleague = await customer('colleague', organisations.acme, ['colleague'])
  const neighbour = await customer('neighbour', organisations.acme)
  const late = await customer('late', organisations.acme, ['administrator', 'supportDesk'])
  const gone = await customer('gone', organisations.acme, ['administrator', 'supportDesk'])

  const key = async (user: string, expiresAt: Date | null = null) =>
    addKey(db, { user, name: 'grid', scopes: ['ticket.seeAll'], by: user, at, expiresAt })
  const bearer = ({ key: secret }: { key: string }): Credentials => ({ authorization: `Bearer ${secret}` })
  const [desks, revoked, over, goners] = [
    await key(web.ids.mariam),
    await key(web.ids.mariam),
    await key(web.ids.mariam, new Date(at.getTime() - 1)),
    await key(gone),
  ]
  await revokeKey(db, revoked.id, at)
  const cookie = async (user: string): Promise<Credentials> => ({ cookie: await web.signedIn(user) })
  const expired = await cookie(late)
  await db.updateTable('session').set({ expires_at: at }).where('user_id', '=', late).execute()
  const deactivated = await cookie(gone)
  await db.updateTable('users').set({ active: false }).where('id', '=', gone).execute()
  const forged = { cookie: (await web.signedIn(web.ids.adam)).replace(/..$/, 'AA') }
  const link = await mintLinks(web.secret)(db, web.ids.salma, ticket, at)
  const visit = await web.post(null, '/api/v1/ticket-links', { token: link!.split('/').at(-1) })
  const visitor = { cookie: visit.headers.get('set-cookie')!.split(';')[0]! }

  const fixed = {
    nobody: [
      { way: 'without a session', headers: {} },
      { way: 'deactivated', headers: deactivated },
      { way: 'with a session that is over', headers: expired },
      { way: 'with a forged session', headers: forged },
      { way: 'with a revoked key', headers: bearer(revoked) },
      { way: 'with a key that is over', headers: bearer(over) },
      { way: 'with a key of someone deactivated', headers: bearer(goners) },
    ],
    link: [{ way: 'by the link', headers: visitor }],
    key: [{ way: 'by the key', headers: bearer(desks) }],
  }
  // a session is made for each request, since some requests end sessions
  return async (column) => {
    if (column === 'nobody' || column === 'link' || column === 'key') return fixed[column]
    if (column === 'colleague') return [{ way: '', headers: await cookie(colleague) }]
    if (column === 'stranger')
      return [
        { way: 'of another organisation', headers: await cookie(web.ids.pierre) },
        { way: 'of the same organisation', headers: await cookie(neighbour) },
      ]
    return [{ way: '', headers: await cookie(web.ids[characters[column]]) }]
  }
}
