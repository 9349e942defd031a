import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, integer, object, orNull, string, wholeList } from '../../fields/json-schema.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import { isStaff } from '../../permissions/is-staff.ts'
import { permit } from '../../permissions/permit.server.ts'
import { textAnswer } from '../../fields/multilingual-text/text-answer.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { addedFieldTypes, isFor, requiredWhen, visibleTo, type AddedField } from './added-field.ts'
import { addedFieldForm, newAddedFieldForm } from './added-field-forms.ts'
import { addedFields } from './added-fields.server.ts'
import { addField, changeField, retireField } from './change-added-field.server.ts'

const one = object(
  {
    key: string,
    type: { type: 'string', enum: addedFieldTypes },
    label: textAnswer,
    help: orNull(textAnswer),
    required: { type: 'string', enum: requiredWhen },
    visibleTo: { type: 'string', enum: visibleTo },
    order: integer,
    default: {},
    options: { type: 'object', additionalProperties: true },
    retired: boolean,
  },
  ['default'],
)

const about = { heading: 'settings', access: 'signedIn' } as const

export const addedFieldEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/fields',
    summary: 'The fields that administrators added to the ticket, as far as the caller may see them, in their order.',
    answer: wholeList(one),
    handle: async ({ desk, actor }) => {
      const side = isStaff(actor) ? 'staff' : 'customer'
      const fields = (await addedFields(desk.read())).filter((field) => isFor(field, side))
      return { items: fields.map(present), next: null }
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/fields',
    summary: 'Adds a field to the ticket. It is there from the next request on.',
    body: newAddedFieldForm,
    answer: one,
    status: 201,
    handle: async (call) => present(await addField(permitted(call), call.body)),
  },
  {
    ...about,
    method: 'PATCH',
    path: '/api/v1/fields/:key',
    summary: 'Changes a field: all but its key and its type.',
    body: addedFieldForm,
    answer: one,
    handle: async (call) => present(await changeField(permitted(call), call.params.key ?? '', call.body)),
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/fields/:key/retire',
    summary: 'No longer asks for a field; what tickets hold of it stays readable.',
    answer: one,
    handle: async (call) => present(await retireField(permitted(call), call.params.key ?? '', true)),
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/fields/:key/restore',
    summary: 'Asks for a retired field again.',
    answer: one,
    handle: async (call) => present(await retireField(permitted(call), call.params.key ?? '', false)),
  },
]

function permitted<C extends Call<Desk, Person>>(call: C): C {
  permit(call.actor, 'settings.manage')
  return call
}

function present(field: AddedField) {
  const { values } = field.options
  return {
    ...field,
    label: presentText(field.label),
    help: field.help && presentText(field.help),
    options: {
      ...field.options,
      ...(values ? { values: values.map((each) => ({ ...each, label: presentText(each.label) })) } : {}),
    },
  }
}
