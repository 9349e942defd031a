import { Readable } from 'node:stream'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { dateTime } from '../fields/date-time/date-time.ts'
import { wholeNumber } from '../fields/number/whole-number.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { id } from '../fields/user/user.ts'
import { permit } from '../permissions/permit.server.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { auditCsv } from './audit-csv.server.ts'
import { auditEntries } from './audit.server.ts'
import { called } from './called.server.ts'

const state = { type: ['object', 'null'], additionalProperties: true }
const text = { type: 'string' }

const entry = {
  type: 'object',
  properties: {
    id: text,
    at: { type: 'string', format: 'date-time' },
    actor: {
      type: ['object', 'null'],
      properties: { id: text, name: text },
      required: ['id', 'name'],
      additionalProperties: false,
    },
    action: text,
    subject: { type: ['string', 'null'] },
    /** Of a person, a group, an organisation, a mailbox or a key: what they are called now. */
    subjectName: { type: ['string', 'null'] },
    before: state,
    after: state,
    network: { type: ['string', 'null'] },
  },
  required: ['id', 'at', 'actor', 'action', 'subject', 'subjectName', 'before', 'after', 'network'],
  additionalProperties: false,
}

const filters = {
  actor: id({ required: false }),
  /** 'user.changed', 'settings.changed' … */
  action: shortText({ required: false, max: 100 }),
  /** 'user:<id>', 'group:<id>', 'settings' */
  subject: shortText({ required: false, max: 100 }),
  /** From this moment on, up to and without that one. */
  from: { ...dateTime({ required: false }), required: false as const },
  to: { ...dateTime({ required: false }), required: false as const },
}

const query = {
  ...filters,
  after: id({ required: false }),
  limit: wholeNumber({ required: false, min: 1, max: 200, fromText: true }),
}

export const auditEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/audit',
    summary: 'What administrators did, the newest first.',
    heading: 'audit',
    access: 'signedIn',
    query,
    answer: {
      type: 'object',
      properties: { items: { type: 'array', items: entry }, next: { type: ['string', 'null'] } },
      required: ['items', 'next'],
      additionalProperties: false,
    },
    handle: list,
  },
  {
    method: 'GET',
    path: '/api/v1/audit.csv',
    media: 'text/csv',
    summary: 'The same as a file, whole: UTF-8 with a header line, states as JSON.',
    heading: 'audit',
    access: 'signedIn',
    query: filters,
    async handle(call) {
      const { desk, actor, query: given } = call
      permit(actor, 'audit.read')
      const asked = readForm(filters, given)
      call.setHeader('content-type', 'text/csv; charset=utf-8')
      call.setHeader('content-disposition', 'attachment; filename="audit.csv"')
      return Readable.from(auditCsv(desk.read(), asked, actor.language))
    },
  },
]

async function list({ desk, actor, query: given }: Call<Desk, Person>) {
  permit(actor, 'audit.read')
  const { limit = 50, ...filter } = readForm(query, given)
  const rows = await auditEntries(desk.read(), { ...filter, limit })
  const items = await called(desk.read(), rows.slice(0, limit), actor.language)
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}
