import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Character } from '../testing/cast.server.ts'
import { refusalOf } from '../testing/desk.server.ts'
import { assign } from '../workflow/assign.server.ts'
import { addUser } from './add-user.write.server.ts'
import { changeUser } from './change-user.write.server.ts'
import { revokeInvitation } from './invitations/invite-again.write.server.ts'
import { isSetupOpen } from './setup/setup.write.server.ts'
import { openSignInTest, type SignInTest } from './testing/sign-in-test.server.ts'
import { setPassword } from './users.write.server.ts'

let at: SignInTest
beforeEach(async () => {
  at = await openSignInTest()
})
afterEach(() => at.close())

const turn = async (who: Character, active: boolean, by: Character = 'adam') =>
  changeUser(at.desk, await at.person(by), at.ids[who], { active }, '192.0.2.44')

test('who is deactivated is out at once: not one of the requests that come after the answer is theirs', async () => {
  await at.givePassword('omar', 'over the river')
  const cookie = await at.cookieOf('omar@example.com', 'over the river')
  let answered = false
  let acceptedBefore = 0
  const acceptedAfter: unknown[] = []
  const knock = async () => {
    const late = answered
    const person = await at.as(cookie)
    if (person && late) acceptedAfter.push(person.id)
    if (person && !late) acceptedBefore += 1
  }
  const before = Array.from({ length: 25 }, knock)
  const deactivation = turn('omar', false).then(() => (answered = true))
  const during = Array.from({ length: 25 }, async (_, n) => {
    await new Promise((resolve) => setTimeout(resolve, n))
    await knock()
  })
  await Promise.all([...before, ...during, deactivation])
  await Promise.all(Array.from({ length: 50 }, knock))
  expect(acceptedBefore).toBeGreaterThan(0)
  expect(acceptedAfter).toEqual([])
  expect(await refusalOf(at.signIn('omar@example.com', 'over the river'))).toMatchObject({ code: 'wrongCredentials' })
})

test('a session of before does not come back with the person', async () => {
  await at.givePassword('omar', 'over the river')
  const cookie = await at.cookieOf('omar@example.com', 'over the river')
  await turn('omar', false)
  await turn('omar', true)
  expect(await at.as(cookie)).toBeNull()
  expect((await at.signIn('omar@example.com', 'over the river')).status).toBe(200)
})

test('the tickets of who is deactivated go back to their groups, and the system says so', async () => {
  const number = await at.submitted()
  await assign(at.desk, await at.person('mariam'), number, { group: at.groups.documents, member: at.ids.omar })
  await turn('omar', false)
  expect(await at.rowOf(number)).toMatchObject({ group_id: at.groups.documents, member_id: null, status: 'inProgress' })
  expect((await at.eventsOf(number)).at(-1)).toMatchObject({ happened: 'ticketReleased', actor_id: null })
})

test('nobody is left with a ticket who is deactivated while it is given to them', async () => {
  const numbers = await Promise.all(Array.from({ length: 6 }, () => at.submitted()))
  const mariam = await at.person('mariam')
  const to = { group: at.groups.documents, member: at.ids.omar }
  const held = numbers.slice(0, 2)
  for (const number of held) await assign(at.desk, mariam, number, to)
  const ends = await Promise.allSettled([
    ...numbers.map((number) => assign(at.desk, mariam, number, to)),
    turn('omar', false),
    ...held.map((number) => assign(at.desk, mariam, number, { group: at.groups.documents, member: at.ids.omar })),
  ])
  const failures = ends.filter((end) => end.status === 'rejected').map((end) => (end.reason as { code?: string }).code)
  expect(failures.filter((code) => code !== 'invalidFields')).toEqual([])
  for (const number of numbers) expect((await at.rowOf(number)).member_id).toBeNull()
})

test('the desk keeps an administrator: not deactivated, not without the role', async () => {
  expect(await refusalOf(turn('adam', false))).toMatchObject({ code: 'lastAdministrator', status: 409 })
  const noRoles = changeUser(at.desk, await at.person('adam'), at.ids.adam, { roles: ['customer'] }, '192.0.2.44')
  expect(await refusalOf(noRoles)).toMatchObject({ code: 'lastAdministrator' })
  expect((await at.person('adam')).permissions.has('user.manage')).toBe(true)
})

test('an administrator who was invited and never came let the last one go who had, and nobody could come in', async () => {
  const adam = await at.person('adam')
  const invited = { name: 'Noor Saleh', email: 'noor@exampel.com', roles: ['administrator'] }
  const noor = await addUser(at.desk, adam, invited, '192.0.2.44')
  const leaves = () => changeUser(at.desk, adam, at.ids.adam, { roles: ['customer'] }, '192.0.2.44')
  expect(await refusalOf(leaves())).toMatchObject({ code: 'lastAdministrator' })
  await revokeInvitation(at.desk, adam, noor, '192.0.2.44')
  expect(await refusalOf(leaves())).toMatchObject({ code: 'lastAdministrator' })
  // with a password of their own they are one more; by an account elsewhere too, while its provider is asked
  const db = at.database.primary
  const identity = { issuer: 'https://id.example', subject: 'noor', user_id: noor, linked_at: new Date() }
  await db
    .insertInto('outside_identity')
    .values({ ...identity, last_used_at: new Date() })
    .execute()
  expect(await refusalOf(leaves())).toMatchObject({ code: 'lastAdministrator' })
  await setPassword(db, noor, 'over the river', new Date())
  await leaves()
  expect((await at.person('adam')).permissions.has('user.manage')).toBe(false)
  // nobody sets the desk up anew meanwhile
  expect(await isSetupOpen(db)).toBe(false)
})

test('a program with the role of an administrator does not let the last person go who has it', async () => {
  const db = at.database.primary
  await db.insertInto('user_role').values({ user_id: at.ids.tom, role_key: 'administrator' }).execute()
  await db.updateTable('users').set({ service: true }).where('id', '=', at.ids.tom).execute()
  expect(await refusalOf(turn('adam', false))).toMatchObject({ code: 'lastAdministrator' })
  // and stays out of reach of those who manage people alone
  await db
    .insertInto('role')
    .values({ key: 'people', name: null, permissions: ['user.read', 'user.manage'] })
    .execute()
  await db.insertInto('user_role').values({ user_id: at.ids.omar, role_key: 'people' }).execute()
  expect(await refusalOf(turn('tom', false, 'omar'))).toMatchObject({ code: 'notAllowed' })
})

test('two administrators who remove each other at the same moment: one stays', async () => {
  const adam = await at.person('adam')
  await at.givePassword('jana', 'over the river')
  for (let round = 0; round < 5; round++) {
    const db = at.database.primary
    await db.updateTable('users').set({ active: true }).execute()
    await changeUser(at.desk, adam, at.ids.jana, { roles: ['administrator'] }, '192.0.2.44')
    const jana = await at.person('jana')
    const ends = await Promise.allSettled([
      changeUser(at.desk, adam, at.ids.jana, { active: false }, '192.0.2.44'),
      changeUser(at.desk, jana, at.ids.adam, { active: false }, '192.0.2.44'),
    ])
    expect(ends.filter((end) => end.status === 'fulfilled').length).toBe(1)
    expect(ends.find((end) => end.status === 'rejected')).toMatchObject({ reason: { code: 'lastAdministrator' } })
  }
})

test('links that were mailed to who is deactivated stop working', async () => {
  await at.handle(at.post('/api/auth/request-password-reset', JSON.stringify({ email: 'omar@example.com' })))
  const link = ((await at.mails())[0]!.says as { variables: { link: string } }).variables.link
  await turn('omar', false)
  const body = JSON.stringify({ token: link.split('#')[1], newPassword: 'a new beginning' })
  expect(await refusalOf(at.handle(at.post('/api/auth/reset-password', body)))).toMatchObject({ code: 'linkNotValid' })
})
