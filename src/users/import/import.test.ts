import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { importsIn, path } from './testing/imports-in.server.ts'

let web: TestWeb
beforeEach(async () => {
  web = await openTestWeb()
})
afterEach(() => web.close())

const { preview, begin, imported, one } = importsIn(() => web)
const digest = async () => {
  const db = web.database.primary
  const [users, roles, groups, organisations] = await Promise.all([
    db.selectFrom('users').select(['email', 'name', 'updated_at', 'organisation_id']).orderBy('email').execute(),
    db.selectFrom('user_role').selectAll().orderBy('user_id').orderBy('role_key').execute(),
    db.selectFrom('group_member').select(['user_id', 'group_id']).orderBy('user_id').orderBy('group_id').execute(),
    db.selectFrom('organisation').selectAll().execute(),
  ])
  return JSON.stringify({ users, roles, groups, organisations })
}

const messy = `\uFEFFE-mail;Name;Language;Time zone;Roles;Groups;Organisation
"noor@example.com";"Saleh; Noor";ar;Africa/Cairo;customer;;Marsa Freight
PIERRE@example.com;Pierre L.;;;;;marsa freight
tom@example.com;Tom Baker;;;;;
zoe@example.com;;;;;;
not an address;Somebody;;;;;
noor@example.com;Noor again;;;;;
max@example.com;Max;klingon;Mars/Base;wizard;Nobodys;
lena@example.com;Lena Groß;de;;representative|customer;Documents;`

test('the preview says row by row what would happen, and changes nothing', async () => {
  const before = await digest()
  const { status, body } = await preview(messy)
  expect(status).toBe(200)
  expect(body.counts).toEqual({ add: 2, update: 1, unchanged: 1, wrong: 4 })
  const shown = body.items.map(
    (item: { will: string; line: number; changes: string[]; errors: { field: string; code: string }[] }) => [
      item.line,
      item.will,
      [...item.changes, ...item.errors.map(({ field, code }) => `${field} ${code}`)].join(', '),
    ],
  )
  expect(shown).toEqual([
    [2, 'add', ''],
    [3, 'update', 'name, organisation'],
    [4, 'unchanged', ''],
    [5, 'wrong', 'name required'],
    [6, 'wrong', 'email notAnAddress'],
    [7, 'wrong', 'email repeated'],
    [8, 'wrong', 'language notInList, timeZone notInList, roles notInList, groups notInList'],
    [9, 'add', ''],
  ])
  expect(await digest()).toBe(before)
})

test('with a wrong row nothing is imported; the file of the rejected rows, mended, is', async () => {
  const before = await digest()
  const end = await imported(messy)
  expect(end).toMatchObject({ state: 'refused', done: 0, counts: { wrong: 4 } })
  expect(await digest()).toBe(before)
  const { body: file, headers } = await web.get('adam', end.rejected)
  expect(headers.get('content-type')).toContain('text/csv')
  const lines = (file as string).trim().split('\r\n')
  expect(lines[0]).toBe('email;name;language;timeZone;roles;groups;organisation;line;reasons')
  expect(lines[1]).toBe('zoe@example.com;;;;;;;5;name: Please fill this in.')
  expect(lines.length).toBe(5)
  const mended = [lines[0], lines[1]!.replace('com;;', 'com;Zoe;')].join('\n')
  expect(await imported(mended)).toMatchObject({ state: 'done', done: 1, counts: { add: 1 } })
})

test('a row with several faults was told one of them, mended, and wrong again', async () => {
  const faultsOf = async (...rows: string[]) => {
    const file = ['name,email,language,timeZone,roles,groups,organisation', ...rows].join('\n')
    const { items, rejected } = (await preview(file)).body
    return [
      items.map(({ errors }: { errors: { field: string; code: string }[] }) => errors.map(({ field }) => field)),
      (rejected as string).trim().split('\r\n').slice(1),
    ]
  }
  const long = 'x'.repeat(201)
  const [fields, lines] = await faultsOf(`${long},no address,klingon,Mars/Base,Wizard,Nobodys,${long}`)
  expect(fields).toEqual([['email', 'name', 'language', 'timeZone', 'organisation', 'roles', 'groups']])
  for (const field of fields[0]) expect(lines[0]).toContain(`${field}: `)
  // what is wrong with the person is said where it is known who they are
  expect((await faultsOf(',no address,,,Wizard,,', ',zoe@example.com,klingon,,Wizard,,'))[0]).toEqual([
    ['email', 'roles'],
    ['language', 'roles', 'name'],
  ])
  const many = Array.from({ length: 40 }, (_, index) => `Wizard ${index}`).join(';')
  expect((await faultsOf(`A,a@example.com,klingon,,${many},Nobodys,`))[0]).toEqual([
    ['language', ...Array.from({ length: 10 }, () => 'roles'), 'groups'],
  ])
})

test('the rejected rows of a file with semicolons or tabs came back with commas, and opened in one column', async () => {
  for (const [sign, name] of [
    [';', '"Zoë; second ""floor"""'],
    ['\t', 'Zoë, second; floor'],
  ] as const) {
    const line = [name, 'no address', 'Paris'].join(sign)
    const end = await imported([['name', 'email', 'organisation'].join(sign), line].join('\n'))
    const { body } = await web.get('adam', end.rejected)
    const [head, wrong] = (body as string).trim().split('\r\n')
    expect(head).toBe(['name', 'email', 'organisation', 'line', 'reasons'].join(sign))
    expect(wrong).toMatch(new RegExp(`^${line}${sign}2${sign}email: `, 'u'))
    const mended = (body as string).replace('no address', `zoe${sign === ';' ? 1 : 2}@example.org`)
    expect(await imported(mended)).toMatchObject({ state: 'done', counts: { add: 1 } })
  }
})

test('a good file is imported whole: people, roles, groups, organisations, invitations, and a word in the audit log', async () => {
  const good = messy
    .split('\n')
    .filter((_, index) => [0, 1, 2, 3, 8].includes(index))
    .join('\n')
  expect(await imported(good, { invite: true })).toMatchObject({
    state: 'done',
    rows: 4,
    done: 4,
    counts: { add: 2, update: 1, unchanged: 1, wrong: 0 },
  })
  const noor = await one('noor@example.com')
  expect(noor).toMatchObject({
    name: 'Saleh; Noor',
    language: 'ar',
    timeZone: 'Africa/Cairo',
    roles: ['customer'],
    organisation: { name: 'Marsa Freight' },
  })
  expect(await one('pierre@example.com')).toMatchObject({
    name: 'Pierre L.',
    language: 'fr',
    roles: ['customer'],
    organisation: { id: noor.organisation.id },
  })
  expect(await one('lena@example.com')).toMatchObject({
    roles: ['customer', 'representative'],
    groups: [{ name: 'Documents' }],
  })
  const mails = await web.database.primary
    .selectFrom('mail')
    .select(['interaction', 'address', 'says'])
    .orderBy('address')
    .execute()
  expect(mails.map(({ address }) => address)).toEqual(['lena@example.com', 'noor@example.com'])
  const link = (mails[0]!.says as { variables: { link: string } }).variables.link
  const accepted = await web.post(null, '/api/v1/invitations/accept', {
    token: link.split('#')[1],
    password: 'a long password',
  })
  expect(accepted.status).toBe(204)
  const { items } = (await web.get('adam', '/api/v1/audit')).body
  expect(items[0]).toMatchObject({ action: 'user.imported', after: { add: 2, update: 1 } })
  expect(await imported(good)).toMatchObject({ counts: { unchanged: 4 } })
})

test('only who manages people imports, and the import is theirs', async () => {
  for (const who of ['salma', 'omar', 'mariam'] as const) {
    expect((await preview(messy, who)).status).toBe(403)
    expect((await begin(messy, {}, who)).status).toBe(403)
  }
  await web.database.primary
    .insertInto('role')
    .values({ key: 'clerk', name: null, permissions: ['user.manage', 'user.read'] })
    .execute()
  await web.database.primary.insertInto('user_role').values({ user_id: web.ids.tom, role_key: 'clerk' }).execute()
  const { id } = (await begin('name,email\nA,a@example.com')).body
  expect((await web.get('tom', `${path}/${id}`)).status).toBe(404)
  // nor is a file a way to rights that one may not give, or to whom holds them
  const { body } = await preview(
    'email,roles,groups\nomar@example.com,administrator,\nadam@example.com,customer,\ntom@example.com,customer,',
    'tom',
  )
  expect(body.items.map((item: { errors: { code: string }[] }) => item.errors[0]?.code)).toEqual([
    'notYours',
    'notYours',
    'notYours',
  ])
})

test('a file puts nobody into a group whose importer may not manage groups, nor whoever is deactivated', async () => {
  await web.database.primary
    .insertInto('role')
    .values({ key: 'clerk', name: null, permissions: ['user.manage', 'user.read'] })
    .execute()
  await web.database.primary.insertInto('user_role').values({ user_id: web.ids.tom, role_key: 'clerk' }).execute()
  const joining = 'name,email,groups\nNew,new@example.com,Documents\nOmar,omar@example.com,'
  const { body } = await preview(joining, 'tom')
  expect(body.items[0].errors).toMatchObject([{ field: 'groups', code: 'notYours' }])
  expect((await preview(joining)).body.counts).toMatchObject({ add: 1, wrong: 0 })
  const pierre = await one('pierre@example.com')
  await web.ask('adam', 'PATCH', `/api/v1/users/${pierre.id}`, { active: false })
  const gone = (await preview('email,groups\npierre@example.com,Documents')).body
  expect(gone.items[0].errors).toMatchObject([{ field: 'groups', code: 'inactive' }])
})

test('roles are read by what the pages call them, in any language; a name with a bar in it stays whole', async () => {
  const name = { source: 'en', texts: { en: 'Night | shift', ar: 'الوردية الليلية' } }
  await web.post('adam', '/api/v1/roles', { key: 'nightShift', name, permissions: ['ticket.seeAll'] })
  await web.post('adam', '/api/v1/groups', { name: 'Sales | East' })
  const file = [
    'name,email,roles,groups',
    'A,anna@example.com,Support desk;الوردية الليلية,Sales | East',
    'B,bert@example.com,CUSTOMER | Representative,documents; Sales | East',
    'C,carl@example.com,Night | shift;customer;Customer,',
    'D,dora@example.com,;,',
  ]
  expect(await imported(file.join('\n'))).toMatchObject({ state: 'done', counts: { add: 4 } })
  expect(await one('anna@example.com')).toMatchObject({
    roles: ['nightShift', 'supportDesk'],
    groups: [{ name: 'Sales | East' }],
  })
  const b = await one('bert@example.com')
  expect(b.roles).toEqual(['customer', 'representative'])
  expect(b.groups.map((group: { name: string }) => group.name)).toEqual(['Documents', 'Sales | East'])
  expect((await one('carl@example.com')).roles).toEqual(['customer', 'nightShift'])
  expect((await one('dora@example.com')).roles).toEqual(['customer'])
  const { body } = await web.get('adam', '/api/v1/users.csv')
  expect((await preview(body)).body.counts).toMatchObject({ add: 0, update: 0, wrong: 0 })
  const strange = (await preview('name,email,roles\nE,e@example.com,Customer;Wizard')).body.items[0]
  expect(strange.errors).toMatchObject([{ field: 'roles', code: 'notInList', given: 'Wizard' }])
})

test('a name with two spaces in a file is the name that has one on the page, and no other organisation', async () => {
  const file = [
    'name,email,roles,groups,organisation',
    'Anna  Berg,anna@example.com,Support  desk,Support \u00a0Desk,Marsa  Freight',
    'B,bert@example.com,,,Marsa\u00a0Freight',
  ]
  expect(await imported(file.join('\n'))).toMatchObject({ state: 'done', counts: { add: 2 } })
  const [anna, bert] = [await one('anna@example.com'), await one('bert@example.com')]
  expect(anna).toMatchObject({ name: 'Anna Berg', roles: ['supportDesk'], groups: [{ name: 'Support Desk' }] })
  expect([anna.organisation.name, bert.organisation.id]).toEqual(['Marsa Freight', anna.organisation.id])
})

test.each([
  ['', 'required', undefined],
  ['name,email', 'required', undefined],
  ['name\nA', 'missingColumn', 'email'],
  ['name,email,password\nA,a@example.com,x', 'unknownColumn', 'password'],
  ['name,email,Name\nA,a@example.com,B', 'repeatedColumn', undefined],
])('%j is no file to import: %s', async (csv, code, column) => {
  const answer = await preview(csv)
  expect(answer.body).toMatchObject({ status: 422, errors: [{ field: 'csv', code, ...(column ? { column } : {}) }] })
  expect(answer.body.errors[0].message).toBeTypeOf('string')
  expect((await preview({ csv })).status).toBe(422)
})

test('what is exported is imported again without a change, formulas and all', async () => {
  await web.post('adam', '/api/v1/users', {
    name: '=HYPERLINK("http://evil.example")',
    email: 'evil@example.com',
    password: 'a long password',
  })
  await web.post('adam', '/api/v1/users', {
    name: 'O\'Brien, "Pat"',
    email: 'pat@example.com',
    password: 'a long password',
  })
  const { body, headers } = await web.get('adam', '/api/v1/users.csv')
  expect(headers.get('content-disposition')).toContain('users.csv')
  expect(body).toContain(`"'=HYPERLINK(""http://evil.example"")",evil@example.com`)
  expect((await preview(body)).body.counts).toEqual({ add: 0, update: 0, unchanged: 10, wrong: 0 })
  const few = (await web.get('adam', '/api/v1/users.csv?role=administrator')).body as string
  expect(few.trim().split('\r\n').length).toBe(2)
  expect((await web.get('mariam', '/api/v1/users.csv')).status).toBe(403)
})

test('from whom an import takes the role of the desk keeps no ticket of another group; their own stay', async () => {
  const { ids, groups } = web
  const post = (who: 'mariam' | 'tom', number: number, verb: string, body: object = {}) =>
    web.post(who, `/api/v1/tickets/${number}/${verb}`, body)
  await web.ask('adam', 'PATCH', `/api/v1/users/${ids.tom}`, { roles: ['representative', 'supportDesk'] })
  const [elsewhere, own] = [await web.submitted(), await web.submitted()]
  await post('mariam', elsewhere, 'assign', { group: groups.documents })
  await post('mariam', own, 'assign', { group: groups.billing, member: ids.tom })
  expect((await post('tom', elsewhere, 'take')).status).toBe(200)
  expect(await imported('email;roles\ntom@example.com;representative')).toMatchObject({ state: 'done' })
  const member = async (number: number) =>
    (await web.get('mariam', `/api/v1/tickets/${number}`)).body.assignee.member?.id ?? null
  expect(await member(elsewhere)).toBeNull()
  expect(await member(own)).toBe(ids.tom)
})

test('a language that an import gave was overwritten by what its customer wrote next', async () => {
  const people = () =>
    web.database.primary
      .selectFrom('users')
      .select(['email', 'language', 'language_guessed'])
      .where('email', 'in', ['salma@example.com', 'pierre@example.com'])
      .orderBy('email')
      .execute()
  await web.database.primary.updateTable('users').set({ language: 'fr', language_guessed: true }).execute()
  await imported('email,name,language\nsalma@example.com,,ar\npierre@example.com,Pierre L.,')
  expect(await people()).toEqual([
    { email: 'pierre@example.com', language: 'fr', language_guessed: true },
    { email: 'salma@example.com', language: 'ar', language_guessed: false },
  ])
})

test('people of a group whose name has a semicolon in it came out as a file that could not be read in again', async () => {
  const group = async (name: string) =>
    (await web.post('adam', '/api/v1/groups', { name, members: [web.ids.tom] })).body.id as string
  const ids = [await group('Cranes; quay 4'), await group('Ships|barges')]
  const csv: string = (await web.get('adam', '/api/v1/users.csv?search=tom')).body
  expect((await preview(csv)).body.counts).toMatchObject({ wrong: 0, unchanged: 1 })
  const joining = 'email,name,groups\nnew@example.com,New,Documents;Cranes; quay 4;Nobodys|Ships|barges'
  expect((await preview(joining)).body.items[0].errors).toMatchObject([{ field: 'groups', given: 'Nobodys' }])
  await imported(joining.replace('Nobodys|', ''))
  const [found] = (await web.get('adam', '/api/v1/users?search=new@example.com')).body.items
  const got = found.groups.map(({ id }: { id: string }) => id)
  expect(got.toSorted()).toEqual([...ids, web.groups.documents].toSorted())
})
