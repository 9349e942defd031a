import { audit } from '../audit/audit.write.server.ts'
import { differences } from '../audit/differences.ts'
import type { Person } from '../entities/person/actor.ts'
import { statuses, type Status } from '../entities/ticket/ticket.ts'
import type { Desk } from '../events/desk.server.ts'
import { block } from '../fields/block/block.ts'
import { classification } from '../fields/classification/classification.ts'
import { boolean, object, string } from '../fields/json-schema.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { isStaff } from '../permissions/is-staff.ts'
import { permit } from '../permissions/permit.server.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { orNone } from '../users/person-fields.ts'
import { languageCodes } from '../words/languages.ts'
import { catalogsByLanguage } from '../words/words.ts'
import { colours } from './colours.ts'
import { builtInColours, type Labels, type StatusLabels } from './labels.ts'
import { readSettings } from './settings.server.ts'
import { lockSettings, writeSettings } from './settings.write.server.ts'

// stands inside other texts, so it holds no marks of theirs
const label = orNone(
  shortText({ required: false, max: 40, shape: { matches: /^[^{}[\]]*$/u, otherwise: 'wrongType' } }),
)
const inLanguages = {
  ...block(Object.fromEntries(languageCodes.map((code) => [code, label]))),
  required: false as const,
}
const ofStatus = {
  ...block({
    staff: inLanguages,
    customer: inLanguages,
    colour: orNone(classification({ required: false, values: colours })),
  }),
  required: false as const,
}

/** By status; null takes a label or a colour back to the built-in one. */
const labelsForm = Object.fromEntries(statuses.map((status) => [status, ofStatus])) as Record<Status, typeof ofStatus>

const words = { type: 'object', additionalProperties: string }
const spoken = object({ own: words, builtIn: words })
const answer = object({
  statuses: {
    type: 'array',
    items: object(
      {
        status: { type: 'string', enum: statuses },
        colour: { type: 'string', enum: colours },
        ownColour: boolean,
        staff: spoken,
        customer: spoken,
      },
      ['staff'],
    ),
  },
  colours: { type: 'array', items: string },
})

const about = { heading: 'settings', access: 'signedIn', path: '/api/v1/labels', answer } as const

export const labelEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    summary: 'What the five statuses are called, for staff and for customers, and in which colour.',
    handle: async ({ desk, actor }) => present((await readSettings(desk.read())).labels, actor),
  },
  {
    ...about,
    method: 'PATCH',
    summary: 'Calls statuses otherwise. null takes a label or a colour back to the built-in one.',
    body: labelsForm,
    handle: change,
  },
]

async function change({ desk, actor, body, network }: Call<Desk, Person>) {
  permit(actor, 'settings.manage')
  const wanted = readForm(labelsForm, body) as { [Name in Status]?: Wanted }
  return desk.change(actor, async (change) => {
    await lockSettings(change.db)
    const before = (await readSettings(change.db)).labels
    const labels: Labels = { ...before }
    for (const status of statuses) if (wanted[status]) labels[status] = merged(before[status] ?? {}, wanted[status])
    await writeSettings(change.db, { labels }, change.at)
    const changed = differences(before, labels)
    if (changed.any) await audit(change, { action: 'labels.changed', subject: 'labels', ...changed, network })
    return present(labels, actor)
  })
}

type Words = { [language: string]: string | null | undefined }
type Wanted = { staff?: Words; customer?: Words; colour?: string | null }

function merged(before: StatusLabels, { staff, customer, colour }: Wanted): StatusLabels {
  return withoutNulls({
    ...before,
    ...(staff ? { staff: withoutNulls({ ...before.staff, ...staff }) } : {}),
    ...(customer ? { customer: withoutNulls({ ...before.customer, ...customer }) } : {}),
    ...(colour !== undefined ? { colour } : {}),
  })
}

const withoutNulls = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

function present(labels: Labels, actor: Person) {
  const builtIn = (read: (code: (typeof languageCodes)[number]) => string) =>
    Object.fromEntries(languageCodes.map((code) => [code, read(code)]))
  return {
    statuses: statuses.map((status) => ({
      status,
      colour: labels[status]?.colour ?? builtInColours[status],
      ownColour: labels[status]?.colour !== undefined,
      // what staff call it is among staff
      ...(isStaff(actor)
        ? {
            staff: {
              own: labels[status]?.staff ?? {},
              builtIn: builtIn((code) => catalogsByLanguage[code].glossary.status[status]),
            },
          }
        : {}),
      customer: {
        own: labels[status]?.customer ?? {},
        builtIn: builtIn((code) => catalogsByLanguage[code].customerGlossary.status[status]),
      },
    })),
    colours,
  }
}
