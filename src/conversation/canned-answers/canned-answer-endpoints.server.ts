import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, named, object, orNull, pagedList, string } from '../../fields/json-schema.ts'
import { permitStaff } from '../../permissions/permit.server.ts'
import { textAnswer } from '../../fields/multilingual-text/text-answer.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { cannedAnswersFor } from './canned-answers.server.ts'
import { cannedForm, changeCannedForm, sharings } from './canned-answers.ts'
import { addCannedAnswer, changeCannedAnswer, removeCannedAnswer } from './write-canned-answer.write.server.ts'

const properties = {
  id: string,
  name: string,
  text: textAnswer,
  shared: { type: 'string', enum: sharings },
  group: orNull(named),
  owner: named,
  own: boolean,
}
const answer = object(properties)

const about = { heading: 'canned answers', access: 'signedIn' } as const
const path = '/api/v1/canned-answers'

/** Answers that are written once: for staff, in whose texts customer, number and names are filled in where they are used. */
export const cannedAnswerEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path,
    summary: 'Answers that the caller may insert: their own, their groups’, everybody’s.',
    answer: pagedList(answer),
    handle: async ({ desk, actor }) => {
      permitStaff(actor)
      return { items: await cannedAnswersFor(desk.read(), actor), next: null }
    },
  },
  {
    ...about,
    method: 'POST',
    path,
    summary: 'Keep an answer, for oneself or, with the permission, for a group or everybody.',
    body: cannedForm,
    answer,
    status: 201,
    handle: ({ desk, actor, body }) => addCannedAnswer(desk, actor, body),
  },
  {
    ...about,
    method: 'PATCH',
    path: `${path}/:id`,
    summary: 'Change an answer.',
    body: changeCannedForm,
    answer,
    handle: ({ desk, actor, params, body }) => changeCannedAnswer(desk, actor, params['id'], body),
  },
  {
    ...about,
    method: 'DELETE',
    path: `${path}/:id`,
    summary: 'Remove an answer. What was written with it stays.',
    status: 204,
    handle: ({ desk, actor, params }) => removeCannedAnswer(desk, actor, params['id']),
  },
]
