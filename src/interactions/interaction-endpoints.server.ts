import { audit } from '../audit/audit.write.server.ts'
import { differences } from '../audit/differences.ts'
import type { Person } from '../entities/person/actor.ts'
import type { OwnTemplates } from '../entities/settings-tables.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import { anyObject } from '../fields/any-object.ts'
import { classification } from '../fields/classification/classification.ts'
import { object, string } from '../fields/json-schema.ts'
import { listOf } from '../fields/list-of.ts'
import { wholeNumber } from '../fields/number/whole-number.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { yesNo } from '../fields/yes-no/yes-no.ts'
import { permit } from '../permissions/permit.server.ts'
import { refuse, refuseFields } from '../server/errors/refusal.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { readSettings } from '../settings/settings.server.ts'
import { lockSettings } from '../settings/settings.write.server.ts'
import { orNone } from '../users/person-fields.ts'
import { languageCodes } from '../words/languages.ts'
import { checkTemplates, laidOver } from './check-templates.ts'
import { interactionNamed, interactions } from './index.ts'
import type { Interaction } from './interaction.ts'
import {
  interactionAnswer,
  interactionsAnswer,
  presentInteraction,
  presentSummary,
  previewAnswer,
} from './interaction-answers.ts'
import { asBuiltIn, type Differences } from './differences.ts'
import { allDifferences, differencesOf } from './own-interactions.server.ts'
import { writeDifferences } from './own-interactions.write.server.ts'
import { preview, type PreviewAsked } from './preview.server.ts'
import { queueTemplateTest } from './template-test.write.server.ts'
import { variantsOf } from './template-texts.ts'

const templates = orNone(anyObject({ required: false }))

const interactionForm = {
  enabled: yesNo({ required: false }),
  channels: listOf(classification({ required: true, values: ['in-app', 'email'] }), { required: false, max: 2 }),
  // by language and by the key of the text; null, at each level, goes back to what is built in
  templates,
}

const previewForm = {
  language: classification({ required: true, values: languageCodes }),
  variant: shortText({ required: false, max: 40 }),
  ticket: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER }),
  // laid over what is saved
  templates,
}

const about = { heading: 'interactions', access: 'signedIn' } as const

/** What people are told of, and how: for administrators. */
export const interactionEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/interactions',
    summary: 'Every interaction: what triggers it, whom it tells, by which channels, and whether it is on.',
    answer: interactionsAnswer,
    handle: async ({ desk, actor }) => {
      permit(actor, 'settings.manage')
      const all = await allDifferences(desk.read())
      return { items: interactions.map((each) => presentSummary(each, all.get(each.name) ?? asBuiltIn)), next: null }
    },
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/interactions/:name',
    summary: 'One interaction with its texts in every language, built in and own, and the variables that they may use.',
    answer: interactionAnswer,
    handle: async ({ desk, actor, params }) => {
      const interaction = named(actor, params)
      const differences = await differencesOf(desk.read(), interaction.name)
      return presentInteraction(interaction, differences, desk.clock.now(), await readSettings(desk.read()))
    },
  },
  {
    ...about,
    method: 'PATCH',
    path: '/api/v1/interactions/:name',
    summary:
      'Switches an interaction or its channels on or off, and changes its texts. What would not render is refused.',
    body: interactionForm,
    answer: interactionAnswer,
    handle: change,
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/interactions/:name/preview',
    summary:
      'The telling as its reader would get it, with these texts, on a real ticket or on samples. Changes nothing.',
    body: previewForm,
    answer: previewAnswer,
    handle: (call) => previewed(call, preview),
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/interactions/:name/test',
    summary: 'Mails the same to the caller. Without a mail server it is kept, to be read in the log of mails.',
    body: previewForm,
    answer: object({ address: string }),
    status: 202,
    handle: (call) =>
      previewed(call, async (change, actor, interaction, asked) => {
        // refused now, by the same rules, rather than never sent
        await preview(change, actor, interaction, asked)
        await queueTemplateTest(change, actor, interaction, asked)
        return { address: actor.email }
      }),
  },
]

function previewed<Answer>(
  { desk, actor, params, body }: Call<Desk, Person>,
  become: (change: Change, actor: Person, interaction: Interaction, asked: PreviewAsked) => Promise<Answer>,
): Promise<Answer> {
  const interaction = named(actor, params)
  const { templates: given, variant, ...asked } = readForm(previewForm, body)
  if (variant !== undefined && !variantsOf(interaction.name).includes(variant))
    refuseFields({ field: 'variant', code: 'notInList' })
  return desk.change(actor, async (change) => {
    const saved = (await differencesOf(change.db, interaction.name)).templates
    return become(change, actor, interaction, { ...asked, variant, own: checked(interaction, saved, given) })
  })
}

async function change({ desk, actor, params, body, network }: Call<Desk, Person>) {
  const interaction = named(actor, params)
  const read = readForm(interactionForm, body)
  return desk.change(actor, async (change) => {
    await lockSettings(change.db)
    const before = await differencesOf(change.db, interaction.name)
    const { enabled = before.enabled, channels = before.channels } = read
    const after: Differences = { enabled, channels, templates: checked(interaction, before.templates, read.templates) }
    const changed = differences(before, after)
    if (changed.any) await save(change, interaction, after, changed, network)
    return presentInteraction(interaction, after, change.at, await readSettings(change.db))
  })
}

async function save(
  change: Change,
  { name }: Interaction,
  after: Differences,
  changed: { before: object; after: object },
  network: string,
): Promise<void> {
  await writeDifferences(change.db, name, after, change.at)
  await audit(change, { action: 'interaction.changed', subject: `interaction:${name}`, ...changed, network })
}

/** The own texts as they will be; a 422 names every place that would not render. */
function checked(
  { name }: Interaction,
  before: OwnTemplates,
  given: Record<string, unknown> | null | undefined,
): OwnTemplates {
  if (given === undefined) return before
  if (given === null) return {}
  const { templates: read, errors } = checkTemplates(name, given)
  if (errors.length > 0) refuseFields(...errors)
  return laidOver(before, read)
}

function named(actor: Person, params: Record<string, string>): Interaction {
  permit(actor, 'settings.manage')
  return interactionNamed(params.name ?? '') ?? refuse('notFound')
}
