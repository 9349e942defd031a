import { boolean, nullable, object, string, wholeList } from '../fields/json-schema.ts'
import { languageCodes, languages } from '../words/languages.ts'
import { interactions } from './index.ts'
import type { Interaction } from './interaction.ts'
import type { Settings } from '../settings/settings.ts'
import { doorsOf, type Differences } from './differences.ts'
import { sampleOf } from './samples.ts'
import { actionsFor, builtInTexts, keysOf, partsOfBody, variablesFor, variantsOf } from './template-texts.ts'
import { toldPeople } from './told-people.ts'
import { valuesFor } from './values.ts'

const strings = { type: 'array', items: string } as const
const texts = { type: 'object', additionalProperties: { anyOf: [string, strings] } } as const

const summary = {
  name: { type: 'string', enum: interactions.map(({ name }) => name) },
  /** The events that trigger it. */
  on: strings,
  /** The doors that it has, and those of them that are open. */
  by: strings,
  channels: strings,
  enabled: boolean,
  recipients: strings,
  /** Languages in which an administrator wrote texts of their own. */
  ownLanguages: strings,
}

export const interactionsAnswer = wholeList(object(summary))

export const interactionAnswer = object({
  ...summary,
  variants: strings,
  actions: strings,
  variables: {
    type: 'array',
    items: object({
      name: string,
      /** In which texts it may stand. */
      keys: strings,
      sample: { type: 'object', additionalProperties: string },
    }),
  },
  templates: { type: 'object', additionalProperties: object({ dir: string, builtIn: texts, own: texts }) },
})

export const previewAnswer = object({
  subject: string,
  line: string,
  text: string,
  html: string,
  language: string,
  dir: { type: 'string', enum: ['ltr', 'rtl'] },
  variant: nullable('string'),
  /** Whether samples stand in it, because nothing of the kind happened on a real ticket. */
  isSample: boolean,
})

/** `by`: how it can tell. `channels`: how it tells here, where an administrator may have left some out. */
export const presentSummary = (interaction: Interaction, differences: Differences) => ({
  name: interaction.name,
  on: interaction.on,
  by: interaction.by,
  channels: doorsOf(interaction, differences),
  enabled: differences.enabled,
  recipients: toldPeople(interaction.name),
  ownLanguages: Object.keys(differences.templates),
})

/** With every text in every language: the built-in ones, and those of the organisation in their place. */
export function presentInteraction(interaction: Interaction, differences: Differences, now: Date, settings: Settings) {
  const { name } = interaction
  return {
    ...presentSummary(interaction, differences),
    variants: variantsOf(name),
    actions: [...actionsFor(name)],
    variables: variablesOf(name, now, settings),
    templates: Object.fromEntries(
      languageCodes.map((language) => [
        language,
        {
          dir: languages[language].dir,
          builtIn: builtInTexts(name, language),
          own: differences.templates[language] ?? {},
        },
      ]),
    ),
  }
}

function variablesOf(name: string, now: Date, settings: Settings) {
  const keys = keysOf(name)
  const names = new Set(keys.flatMap((key) => [...variablesFor(name, key)]))
  return [...names].map((variable) => ({
    name: variable,
    keys: keys.filter((key) => variablesFor(name, key).has(variable)),
    sample: (partsOfBody as readonly string[]).includes(variable) ? {} : samplesOf(variable, now, settings),
  }))
}

const samplesOf = (variable: string, now: Date, settings: Settings) =>
  Object.fromEntries(
    languageCodes.map((language) => {
      const reader = { language, timeZone: 'UTC', settings }
      return [language, valuesFor({ [variable]: sampleOf(variable, now) }, reader, now)[variable]?.text ?? '']
    }),
  )
