import type { Kysely } from 'kysely'
import type { Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { fine, wrong, type FieldType } from '../fields/field-type.ts'
import { boolean, object, string, wholeList } from '../fields/json-schema.ts'
import { isStaff } from '../permissions/is-staff.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { asBuiltIn, doorsOf, type Differences } from './differences.ts'
import { interactions } from './index.ts'
import type { Channel, Interaction } from './interaction.ts'
import { mayBeMuted } from './muting.ts'
import { inPerson } from '../users/my-account/in-person.server.ts'
import { setMutes, type Choice } from './mutes.write.server.ts'
import { allDifferences } from './own-interactions.server.ts'
import { toldPeople } from './told-people.ts'

const telling = object({
  interaction: string,
  mayMute: boolean,
  channels: { type: 'object', properties: { 'in-app': boolean, email: boolean }, additionalProperties: false },
})

const answer = wholeList(telling)

/** { <interaction>: { 'in-app'?: boolean, email?: boolean } } */
const choices: FieldType<Choice[]> & { required: true } = {
  type: 'block',
  required: true,
  editable: true,
  schema: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { 'in-app': boolean, email: boolean },
      additionalProperties: false,
    },
  },
  parse: parseChoices,
  store: (value) => value,
  restore: (stored) => stored as Choice[],
  present: (value) => value,
}

const form = { tellings: choices }

const about = { heading: 'interactions', access: 'signedIn', path: '/api/v1/me/tellings', answer } as const

export const myTellingEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    summary: 'What the caller is told of and by which channel. What is addressed to them personally cannot be muted.',
    handle: async ({ desk, actor }) => shown(desk.read(), actor),
  },
  {
    ...about,
    method: 'PATCH',
    inPerson: true,
    summary:
      'Mutes tellings, or hears of them again: { tellings: { <interaction>: { "in-app": false, "email": true } } }.',
    body: form,
    async handle({ desk, actor, body }) {
      inPerson(actor)
      const { tellings } = readForm(form, body)
      return desk.change(actor, async ({ db }) => {
        await setMutes(db, actor.id, tellings)
        return shown(db, actor)
      })
    },
  },
]

function parseChoices(input: unknown): ReturnType<typeof choices.parse> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return wrong({ code: 'wrongType' })
  const parsed: Choice[] = []
  for (const [interaction, given] of Object.entries(input)) {
    const declared = interactions.find(({ name }) => name === interaction && mayBeMuted(name))
    if (!declared) return wrong({ code: 'notInList', at: interaction.slice(0, 100) })
    if (typeof given !== 'object' || given === null) return wrong({ code: 'wrongType', at: interaction })
    for (const [channel, on] of Object.entries(given)) {
      if (!declared.by.includes(channel as Channel)) return wrong({ code: 'notInList', at: interaction })
      if (typeof on !== 'boolean') return wrong({ code: 'wrongType', at: `${interaction}.${channel}` })
      parsed.push({ interaction, channel: channel as Channel, on })
    }
  }
  return fine(parsed)
}

async function shown(db: Kysely<Tables>, actor: Person) {
  const muted = await db
    .selectFrom('muted_telling')
    .select(['interaction', 'channel'])
    .where('user_id', '=', actor.id)
    .execute()
  const isOn = (interaction: string, channel: string) =>
    !muted.some((each) => each.interaction === interaction && each.channel === channel)
  const differences = await allDifferences(db)
  const items = interactions
    .filter((each) => concerns(each, actor))
    .map((each) => ({ name: each.name, ways: goingOut(each, differences.get(each.name)) }))
    .filter(({ ways }) => ways.length > 0)
    .map(({ name, ways }) => ({
      interaction: name,
      mayMute: mayBeMuted(name),
      channels: Object.fromEntries(ways.map((channel) => [channel, isOn(name, channel)])),
    }))
  return { items, next: null }
}

/** What the organisation switched off reaches nobody, whatever they chose. */
const goingOut = (interaction: Interaction, difference: Differences = asBuiltIn): Channel[] =>
  difference.enabled ? doorsOf(interaction, difference) : []

/** Customers read of what customers are told. */
const concerns = ({ name }: Interaction, actor: Person): boolean =>
  isStaff(actor) ? toldPeople(name).some((people) => people !== 'customer') : toldPeople(name).includes('customer')
