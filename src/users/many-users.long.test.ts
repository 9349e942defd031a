import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { supportDeskId } from '../entities/group/support-desk.ts'
import { openTestDesk, type TestDesk } from '../testing/desk.server.ts'
import { openPlans } from '../testing/plans.server.ts'
import { listUsers, type UserFilter } from './users.server.ts'

const many = 100_000
const gulf = '01900000-0000-7000-8000-0000000f0f0f'
const lastOnes = '01900000-0000-7000-8000-0000000f0f0e'
let box: TestDesk
let plans: ReturnType<typeof openPlans>
beforeAll(async () => {
  box = await openTestDesk()
  plans = openPlans(box.database.pool, /users|verification/)
  const db = box.database.primary
  await sql`
    insert into users (id, name, email, created_at, updated_at)
    select gen_random_uuid(), 'Person ' || md5(n::text) || ' ' || (array['Haddad', 'Weiss', 'Lemaire', 'Osei'])[n % 4 + 1],
      'person' || n || '@company' || n % 500 || '.example', now(), now()
    from generate_series(1, ${many}::int) as n`.execute(db)
  await sql`insert into user_role select id, 'customer' from users where email like 'person%'`.execute(db)
  await sql`
    insert into group_member (group_id, user_id, since)
    select ${supportDeskId}, id, now() from users where email = 'person47110@company110.example'`.execute(db)
  await sql`
    insert into verification (id, identifier, value, expires_at, created_at, updated_at)
    select gen_random_uuid(), 'invitation:' || id, id, now(), now(), now() from users where email like 'person%' and email < 'person3'
  `.execute(db)
  await sql`insert into organisation (id, name, created_at) values (${gulf}, 'Gulf Textiles', now()), (${lastOnes}, 'Last', now())`.execute(
    db,
  )
  await sql`update users set organisation_id = ${gulf} where email like 'person4711%'`.execute(db)
  // thousands whose names stand last: whoever reads along the names comes to them after everybody else
  await sql`
    insert into users (id, name, email, created_at, updated_at, active, organisation_id)
    select gen_random_uuid(), 'Zz ' || n, 'zz' || n || '@last.example', now(), now(), n % 2 = 0, ${lastOnes}
    from generate_series(1, 4000) as n`.execute(db)
  await sql`insert into user_role select id, 'representative' from users where email like 'zz%'`.execute(db)
  // its owner alone may; in operation the database does it by itself
  const owner = new pg.Client({ connectionString: box.url })
  await owner.connect()
  await owner.query('vacuum analyze users, user_role, verification, group_member')
  await owner.end()
})
afterAll(() => box.close())

test.each<[string, Partial<UserFilter>, number]>([
  ['everybody', {}, 51],
  ['one address', { search: 'person47110@company' }, 1],
  ['a rare word', { search: 'company499' }, 51],
  ['a word of every fourth', { search: 'haddad' }, 51],
  ['a letter', { search: 'p' }, 51],
  ['nobody', { search: 'zzzzz' }, 0],
  ['a role that few hold', { role: 'administrator' }, 1],
  ['a group', { group: supportDeskId }, 3],
  ['a group and a word', { group: supportDeskId, search: 'p' }, 1],
  ['a group that is not there', { group: '01900000-0000-7000-8000-00000000dead' }, 0],
  ['an organisation', { organisation: gulf }, 11],
  ['an organisation and a word', { organisation: gulf, search: 'haddad' }, 2],
  ['the deactivated, whose names stand last', { active: false }, 51],
  ['an organisation whose names stand last', { organisation: lastOnes }, 51],
  ['a role whose holders stand last', { role: 'representative' }, 51],
  ['a word of those who stand last', { search: 'zz', role: 'customer' }, 0],
  ['the invited', { invited: true, active: true }, 51],
  ['a role that nearly all hold', { role: 'customer', search: 'osei' }, 51],
  ['a right that nearly all hold', { permission: 'ticket.seeOwn', search: 'osei' }, 51],
  ['a word of those who have not the right', { permission: 'ticket.seeOwn', search: 'zz' }, 0],
])('among a hundred thousand, %s: found without looking at everybody', async (_what, filter, rows) => {
  const { found, pages, readThrough } = await asked(filter)
  expect(found).toBe(rows)
  // everybody along their names is more than a hundred thousand pages; cutting everybody's words anew reads all their rows
  expect(pages).toBeLessThan(15_000)
  expect(readThrough).toBeLessThan(20_000)
})

test('a page far down costs what the first one does', async () => {
  const [last] = await box.database.primary
    .selectFrom('users')
    .select(['id', 'name'])
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .offset(90_000)
    .limit(1)
    .execute()
  const [first, page] = [await asked({}), await asked({ after: last! })]
  expect(page.found).toBe(51)
  expect(page.pages).toBeLessThan(2 * first.pages)
})

/** How many people a filter found, the pages that the database looked at for them, and how many people it read without an index. */
async function asked(filter: Partial<UserFilter>) {
  let found = 0
  const costs = await plans.costsOf(async () => {
    found = (await listUsers(plans.heard, { limit: 50, membersOnly: false, ...filter })).length
  })
  const through = costs.flatMap(({ scans }) =>
    scans.filter(({ way, table }) => way === 'Seq Scan' && table === 'users'),
  )
  return {
    found,
    pages: costs.reduce((sum, { pages }) => sum + pages, 0),
    readThrough: through.reduce((sum, { rows }) => sum + rows, 0),
  }
}
