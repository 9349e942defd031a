import { audit } from '../audit/audit.write.server.ts'
import { differences } from '../audit/differences.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import type { Filled } from '../fields/form.ts'
import { isStaff } from '../permissions/is-staff.ts'
import { permit } from '../permissions/permit.server.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { refuseFields } from '../server/errors/refusal.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { languageOf } from '../words/languages.ts'
import { isReviewed } from '../workflow/workflow-settings.ts'
import { writeLogo } from './logo.write.server.ts'
import { customersLabels } from './labels.ts'
import { settingsForm } from './settings-form.ts'
import { organisationAnswer, settingsAnswer } from './settings-answer.ts'
import { readSettings } from './settings.server.ts'
import type { Settings } from './settings.ts'
import { endsInDigit } from './shown-number.ts'
import { lockSettings, writeSettings } from './settings.write.server.ts'

const about = { heading: 'settings', access: 'signedIn', path: '/api/v1/settings', answer: settingsAnswer } as const

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
  {
    method: 'GET',
    path: '/api/v1/organisation',
    summary: 'Whose desk this is, for the pages before anybody signed in.',
    heading: 'settings',
    access: 'anyone',
    answer: organisationAnswer,
    handle: async ({ desk }) => organisationOf(await readSettings(desk.read())),
  },
]

async function change({ desk, actor, body, network }: Call<Desk, Person>) {
  permit(actor, 'settings.manage')
  const read = readForm(settingsForm, body)
  return desk.change(actor, async (change) => {
    await lockSettings(change.db)
    const before = await readSettings(change.db)
    const wanted = await wantedSettings(change, before, read)
    await writeSettings(change.db, wanted, change.at)
    const changed = differences(before, wanted)
    if (changed.any) await audit(change, { action: 'settings.changed', subject: 'settings', ...changed, network })
    return shown({ ...before, ...wanted }, actor)
  })
}

async function wantedSettings(change: Change, before: Settings, read: Filled<typeof settingsForm>) {
  const { workflow, logo, numberPrefix, ...others } = read
  const wanted: Partial<Settings> = { ...others }
  if (numberPrefix !== undefined) wanted.numberPrefix = prefixAfter(before, numberPrefix ?? '')
  if (workflow) wanted.workflow = { ...before.workflow, ...workflow }
  checkLanguages({ ...before, ...wanted })
  if (workflow?.reviewExempt) await checkPeople(change, workflow.reviewExempt, before.workflow.reviewExempt ?? [])
  if (logo !== undefined) wanted.logo = await writeLogo(change.db, logo, change.at)
  return wanted
}

/** One from before this was asked stays: pages send it with everything else, and numbers that are out there were written so. */
function prefixAfter({ numberPrefix }: Settings, prefix: string): string {
  if (prefix !== numberPrefix && endsInDigit(prefix)) refuseFields({ field: 'numberPrefix', code: 'endsInDigit' })
  return prefix
}

/** Who chose no language reads the organisation's, so it is one of those on offer. */
function checkLanguages({ languages, language }: Settings): void {
  if (languages.length === 0) refuseFields({ field: 'languages', code: 'required' })
  if (!languages.includes(languageOf(language))) refuseFields({ field: 'language', code: 'notOffered' })
}

/** Who was exempt already may stay so, deactivated or not: only whoever is named anew must be there. */
async function checkPeople({ db }: Change, people: readonly string[], before: readonly string[]): Promise<void> {
  const named = people.filter((person) => !before.includes(person))
  if (named.length === 0) return
  const rows = await db.selectFrom('users').select('id').where('active', '=', true).where('id', 'in', named).execute()
  const known = new Set([...before, ...rows.map(({ id }) => id)])
  const errors = people.flatMap((person, index) =>
    known.has(person) ? [] : [{ field: `workflow.reviewExempt.${index}`, code: 'notInList' }],
  )
  if (errors.length > 0) refuseFields(...errors)
}

const organisationOf = ({ organisation, language, languages, accent, logo }: Settings) => ({
  organisation,
  language,
  languages,
  accent,
  logo: logo && `/api/v1/logo?v=${logo}`,
})

function shown(settings: Settings, actor: Person) {
  const { numberPrefix, numberPadding, firstDayOfWeek, digits, timeZone, answerWithinDays, registration, workflow } =
    settings
  const { reviewExempt = [], ...rules } = workflow
  const { undoSeconds, fileMegabytes } = settings
  // how the desk works is no secret: the path is drawn from it on every page; who is exempt is
  const numbers = { numberPrefix, numberPadding, firstDayOfWeek, digits, undoSeconds, fileMegabytes }
  const labels = isStaff(actor) ? settings.labels : customersLabels(settings.labels)
  // who works here counts days on the organisation's calendar, wherever they are, and knows whether their answers go straight out
  const forStaff = isStaff(actor) ? { timeZone, ownSolutionsReviewed: isReviewed(workflow, actor.id) } : {}
  const forAll = { ...organisationOf(settings), ...numbers, ...forStaff, labels, workflow: rules }
  if (!actor.permissions.has('settings.manage')) return forAll
  return { ...forAll, timeZone, answerWithinDays, registration, workflow: { ...rules, reviewExempt } }
}
