import { audit } from '../audit/audit.write.server.ts'
import { differences } from '../audit/differences.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { permit } from '../permissions/permit.server.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { settingsForm } from './settings-form.ts'
import { readSettings } from './settings.server.ts'
import type { Settings } from './settings.ts'
import { oneAfterAnother, writeSettings } from './settings.write.server.ts'

const text = { type: 'string' }
const number = { type: 'integer' }
const yes = { type: 'boolean' }

const answer = {
  type: 'object',
  properties: {
    organisation: text,
    language: text,
    timeZone: text,
    firstDayOfWeek: number,
    numberPrefix: text,
    answerWithinDays: number,
    workflow: {
      type: 'object',
      properties: { review: yes, confirmation: yes, silenceDays: number, reopenDays: number, ratingDays: number },
      additionalProperties: false,
    },
  },
  required: ['organisation', 'language', 'numberPrefix'],
  additionalProperties: false,
}

const about = { heading: 'settings', access: 'signedIn', path: '/api/v1/settings', answer } as const

export const settingsEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    summary: 'The settings: the whole for those who manage them, for everybody else what every page needs.',
    handle: async ({ desk, actor }) => shown(await readSettings(desk.read()), actor),
  },
  {
    ...about,
    method: 'PATCH',
    summary: 'Changes settings. They count for what comes next: what is under way ends as it began.',
    body: settingsForm,
    handle: change,
  },
]

async function change({ desk, actor, body, network }: Call<Desk, Person>) {
  permit(actor, 'settings.manage')
  const { workflow, ...others } = readForm(settingsForm, body)
  return desk.change(actor, async (change) => {
    await oneAfterAnother(change.db)
    const before = await readSettings(change.db)
    const wanted = workflow ? { ...others, workflow: { ...before.workflow, ...workflow } } : others
    await writeSettings(change.db, wanted, change.at)
    const changed = differences(before, wanted)
    if (changed.any) await audit(change, { action: 'settings.changed', subject: 'settings', ...changed, network })
    return shown({ ...before, ...wanted }, actor)
  })
}

function shown(settings: Settings, actor: Person) {
  const { organisation, language, numberPrefix, timeZone, firstDayOfWeek, answerWithinDays, workflow } = settings
  const forAll = { organisation, language, numberPrefix }
  return actor.permissions.has('settings.manage')
    ? { ...forAll, timeZone, firstDayOfWeek, answerWithinDays, workflow }
    : forAll
}
