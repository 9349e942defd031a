import { Readable } from 'node:stream'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { dateTime } from '../fields/date-time/date-time.ts'
import { instant, named, nullable, object, pagedList, string } from '../fields/json-schema.ts'
import { pageLimit, usualLimit } from '../fields/page.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { id } from '../fields/user/user.ts'
import { permit } from '../permissions/permit.server.ts'
import { asDownload, csv } from '../server/http/download.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { auditCsv } from './audit-csv.server.ts'
import { auditEntries } from './audit.server.ts'
import { called } from './called.server.ts'

const state = { type: ['object', 'null'], additionalProperties: true }

const entry = object({
  id: string,
  at: instant,
  actor: { ...named, type: ['object', 'null'] },
  action: string,
  subject: nullable('string'),
  /** Of a person, a group, an organisation, a mailbox or a key: what they are called now. */
  subjectName: nullable('string'),
  before: state,
  after: state,
  network: nullable('string'),
})

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
  limit: pageLimit,
}

export const auditEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/audit',
    summary: 'What administrators did, the newest first.',
    heading: 'audit',
    access: 'signedIn',
    query,
    answer: pagedList(entry),
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
      asDownload(call.setHeader, { type: csv, name: 'audit.csv' })
      return Readable.from(auditCsv(desk.read(), asked, actor.language))
    },
  },
]

async function list({ desk, actor, query: given }: Call<Desk, Person>) {
  permit(actor, 'audit.read')
  const { limit = usualLimit, ...filter } = readForm(query, given)
  const rows = await auditEntries(desk.read(), { ...filter, limit })
  const items = await called(desk.read(), rows.slice(0, limit), actor.language)
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}
