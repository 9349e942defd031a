import { Readable } from 'node:stream'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { pagedList } from '../fields/json-schema.ts'
import { pageOf, usualLimit } from '../fields/page.ts'
import { permit } from '../permissions/permit.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import { asDownload, csv } from '../server/http/download.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { idIn } from '../server/http/id-in.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { addUser } from './add-user.write.server.ts'
import { changeUser } from './change-user.write.server.ts'
import { eraseForm, erasePerson } from './erase/erase-person.write.server.ts'
import { inviteAgain, revokeInvitation } from './invitations/invite-again.write.server.ts'
import { leaving, leavingAnswer, leavingQuery } from './leaving.server.ts'
import { userAnswer } from './user-answer.ts'
import { newUserForm, userForm, usersCsvQuery, usersQuery } from './user-forms.ts'
import { usersCsv } from './users-csv.server.ts'
import { listUsers, oneUser, type User } from './users.server.ts'

const about = { heading: 'users', access: 'signedIn' } as const

export const userEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/users',
    summary: 'People by name. Those who assign tickets without managing people see the active members of groups.',
    query: usersQuery,
    answer: pagedList(userAnswer),
    handle: list,
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/users.csv',
    media: 'text/csv',
    summary: 'The same as a file, whole: UTF-8 with a header line, as an import reads it.',
    query: usersCsvQuery,
    async handle({ desk, actor, query, setHeader }) {
      permit(actor, 'user.read')
      const filter = readForm(usersCsvQuery, query)
      asDownload(setHeader, { type: csv, name: 'users.csv' })
      return Readable.from(usersCsv(desk.read(), { ...filter, membersOnly: false }))
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/users',
    summary:
      'Adds a person, into groups too. With a password they can sign in at once, and an Idempotency-Key is not looked at: nothing of a password is kept; without one an invitation goes out.',
    body: newUserForm,
    // even a hash of the body would be one of the password that is quick to try; an invitation is asked for twice in safety
    secret: (body) => typeof body === 'object' && body !== null && 'password' in body,
    answer: userAnswer,
    status: 201,
    handle: async (call) => shown(call.desk, await addUser(call.desk, call.actor, call.body, call.network)),
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/users/:id',
    summary: 'One person.',
    answer: userAnswer,
    handle: one,
  },
  {
    ...about,
    method: 'PATCH',
    path: '/api/v1/users/:id',
    summary:
      'Changes a person, with roles and groups at once: all of it or nothing. Whoever is deactivated is signed out at once, and their tickets go back to their groups.',
    body: userForm,
    answer: userAnswer,
    async handle({ desk, actor, params, body, network }) {
      permit(actor, 'user.manage')
      await changeUser(desk, actor, idIn(params), body, network)
      return shown(desk, idIn(params))
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/users/:id/invite',
    summary: 'Sends a new invitation to someone who has not chosen a password yet. Earlier links stop working.',
    body: {},
    answer: userAnswer,
    async handle({ desk, actor, params, body, network }) {
      permit(actor, 'user.manage')
      readForm({}, body ?? {})
      await inviteAgain(desk, actor, idIn(params), network)
      return shown(desk, idIn(params))
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/users/:id/revoke-invitation',
    summary:
      'Ends the link that somebody was invited by and has not used. They stay, and choose no password by mail until they are invited again.',
    body: {},
    answer: userAnswer,
    async handle({ desk, actor, params, body, network }) {
      permit(actor, 'user.manage')
      readForm({}, body ?? {})
      await revokeInvitation(desk, actor, idIn(params), network)
      return shown(desk, idIn(params))
    },
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/users/:id/leaving',
    summary: 'What would be released if this person left: a group where one is named, else everything.',
    query: leavingQuery,
    answer: leavingAnswer,
    async handle({ desk, actor, params, query }) {
      if (!actor.permissions.has('group.manage')) permit(actor, 'user.manage')
      await shown(desk, idIn(params))
      return leaving(desk.read(), idIn(params), readForm(leavingQuery, query).group)
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/users/:id/erase',
    summary:
      'Erases a person: name, address and every text of theirs, everywhere. Their tickets’ numbers and figures stay. It cannot be undone.',
    body: eraseForm,
    secret: true,
    answer: userAnswer,
    async handle({ desk, actor, params, body, network }) {
      permit(actor, 'user.erase')
      await erasePerson(desk, actor, idIn(params), body, network)
      return shown(desk, idIn(params))
    },
  },
]

async function list({ desk, actor, query }: Call<Desk, Person>) {
  permitReading(actor)
  const { limit = usualLimit, ...filter } = readForm(usersQuery, query)
  const rows = await listUsers(desk.read(), { ...filter, limit, membersOnly: !actor.permissions.has('user.read') })
  return pageOf(
    rows,
    limit,
    (user) => user,
    ({ name, id }) => [name, id],
  )
}

async function one({ desk, actor, params }: Call<Desk, Person>) {
  permitReading(actor)
  const user = await shown(desk, idIn(params))
  const isVisible = actor.permissions.has('user.read') || (user.active && user.groups.length > 0)
  return isVisible ? user : refuse('notFound')
}

/** The desk picks whom to assign to; customers see nobody. */
function permitReading(actor: Person): void {
  if (!actor.permissions.has('ticket.assign')) permit(actor, 'user.read')
}

async function shown(desk: Desk, id: string): Promise<User> {
  return (await oneUser(desk.read(), id)) ?? refuse('notFound')
}
