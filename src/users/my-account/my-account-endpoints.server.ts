import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, instant, nullable, object, string, wholeList } from '../../fields/json-schema.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { idIn } from '../../server/http/id-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { inPerson } from './in-person.server.ts'
import { changeMyPassword } from './my-password.write.server.ts'
import { sessionsOf } from './my-sessions.server.ts'
import { givenPassword, newPassword } from '../sign-in/password.ts'
import { endOneSession, endOtherSessions } from '../sign-in/session.write.server.ts'
import type { SignIn } from '../sign-in/sign-in.server.ts'

const passwordForm = { current: givenPassword, new: newPassword(true) }

const session = object({
  id: string,
  current: boolean,
  startedAt: instant,
  seenAt: instant,
  endsAt: instant,
  network: nullable('string'),
  browser: nullable('string'),
})

const about = { heading: 'users', access: 'signedIn' } as const

type Front = Pick<SignIn, 'provePassword' | 'tokenIn'>

/** What people do about their own account: password and sessions. */
export const myAccountEndpoints = (signIn: Front): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'POST',
    path: '/api/v1/me/password',
    inPerson: true,
    summary: 'Chooses a new password. Every other session of the account ends, and its owner is told by mail.',
    body: passwordForm,
    secret: true,
    status: 204,
    handle: (call) => changePassword(signIn, call),
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/me/sessions',
    inPerson: true,
    summary: 'Where the caller is signed in.',
    answer: wholeList(session),
    async handle({ desk, actor, headers }) {
      inPerson(actor)
      const items = await sessionsOf(desk.read(), actor.id, signIn.tokenIn(headers), desk.clock.now())
      return { items, next: null }
    },
  },
  {
    ...about,
    method: 'DELETE',
    path: '/api/v1/me/sessions/:id',
    inPerson: true,
    summary: 'Ends one session of the caller’s.',
    status: 204,
    async handle({ desk, actor, params }) {
      inPerson(actor)
      const id = idIn(params)
      const ended = await desk.change(actor, ({ db }) => endOneSession(db, actor.id, id))
      if (!ended) refuse('notFound')
    },
  },
  {
    ...about,
    method: 'DELETE',
    path: '/api/v1/me/sessions',
    inPerson: true,
    summary: 'Ends every session of the caller’s but the one that asks.',
    status: 204,
    async handle({ desk, actor, headers }) {
      inPerson(actor)
      await desk.change(actor, ({ db }) => endOtherSessions(db, actor.id, signIn.tokenIn(headers)))
    },
  },
]

async function changePassword(signIn: Front, { desk, actor, body, headers }: Call<Desk, Person>): Promise<void> {
  inPerson(actor)
  const wanted = readForm(passwordForm, body)
  await signIn.provePassword(actor, wanted.current, 'current')
  await changeMyPassword(desk, actor, wanted.new, signIn.tokenIn(headers))
}
