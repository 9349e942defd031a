import type { Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, named, nullable, object, string } from '../../fields/json-schema.ts'
import { isStaff } from '../../permissions/is-staff.ts'
import { seesColleagues } from '../../permissions/sight.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { inPerson } from './in-person.server.ts'
import { loadPerson } from '../sign-in/session.server.ts'
import { preferenceSchemas, preferencesOf } from './preferences.ts'
import { secondFactorOf } from '../second-factor/second-factor.server.ts'
import type { SignIn } from '../sign-in/sign-in.server.ts'
import { meForm } from '../user-forms.ts'
import { oneUser } from '../users.server.ts'
import { changePerson, setPreferences } from '../users.write.server.ts'

const me = object({
  id: string,
  name: string,
  email: string,
  language: string,
  timeZone: string,
  ownLanguage: nullable('string'),
  ownTimeZone: nullable('string'),
  permissions: { type: 'array', items: string },
  groups: { type: 'array', items: named },
  isStaff: boolean,
  // of an organisation whose requests they may read
  seesColleagues: boolean,
  // came by a link in a mail: the one ticket that they see
  onlyTicket: nullable('integer'),
  ...preferenceSchemas,
  // whoever signs in through a provider outside may have none
  hasPassword: boolean,
  secondFactor: object({ on: boolean, required: boolean }),
})

export const meEndpoints = (signIn: Pick<SignIn, 'renewedCookie'>): Endpoint<Desk, Person>[] => [
  {
    method: 'GET',
    path: '/api/v1/me',
    summary:
      'Who is signed in, and what they may do at all. Every page asks it first, so the cookie gets its full time anew.',
    heading: 'users',
    access: 'signedIn',
    answer: me,
    handle(call) {
      const cookie = signIn.renewedCookie(call.headers)
      if (cookie) call.setHeader('set-cookie', cookie)
      return present(call.desk, call.actor)
    },
  },
  {
    method: 'PATCH',
    path: '/api/v1/me',
    inPerson: true,
    summary:
      'Changes what people may change about themselves. null takes a language or time zone back to the organisation’s.',
    heading: 'users',
    access: 'signedIn',
    body: meForm,
    answer: me,
    handle: changeMe,
  },
]

async function changeMe({ desk, actor, body }: Call<Desk, Person>) {
  inPerson(actor)
  const { digits, calendar, theme, singleKeys, ...person } = readForm(meForm, body)
  await desk.change(actor, async ({ db, at }) => {
    await changePerson(db, actor.id, person, at)
    await setPreferences(db, actor.id, { digits, calendar, theme, singleKeys })
  })
  const changed = (await loadPerson(desk.read(), actor.id)) ?? actor
  // what they may do here and now: a missing second factor may hold them back
  return present(desk, { ...changed, permissions: actor.permissions })
}

async function present(desk: Desk, person: Person) {
  const db = desk.read()
  const user = await oneUser(db, person.id)
  const { on, required } = await secondFactorOf(db, person.id)
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    language: person.language,
    timeZone: person.timeZone,
    ownLanguage: user?.language ?? null,
    ownTimeZone: user?.timeZone ?? null,
    permissions: [...person.permissions].sort(),
    groups: user?.groups ?? [],
    isStaff: isStaff(person),
    seesColleagues: seesColleagues(person),
    onlyTicket: person.onlyTicket ?? null,
    ...preferencesOf(user?.preferences ?? {}),
    hasPassword: await hasPassword(db, person.id),
    secondFactor: { on, required },
  }
}

async function hasPassword(db: Kysely<Tables>, user: string): Promise<boolean> {
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('user_id', '=', user)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return account !== undefined
}
