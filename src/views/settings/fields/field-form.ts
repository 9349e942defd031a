// The editor of an added field: what stands in its inputs, and what goes over the wire.
import type { PresentedText } from '../../../fields/multilingual-text/multilingual-text.ts'
import type { AddedField, AddedFieldType } from '../../../settings/added-fields/added-field.ts'
import type { Colour } from '../../../settings/colours.ts'
import { newKey } from '../../../web/new-key.ts'
import { parseNumber } from '../../../words/digits.ts'
import { languageCodes } from '../../../words/languages.ts'
import type { Language } from '../../../words/languages.ts'
import type { ShownField } from '../../added-fields/fields-question.tsx'
import { defaultOf, wireOf } from '../../added-fields/typed.ts'
import { changedOf } from '../save-settings.tsx'
import { merged } from './merged.ts'

export type Texts = Readonly<Record<string, string>>
export type ChoiceForm = {
  readonly id: string
  /** Empty: new, named from its label when it is saved. */
  readonly value: string
  readonly label: Texts
  readonly colour: Colour
  readonly retired: boolean
}
export type FieldForm = {
  readonly type: AddedFieldType
  readonly label: Texts
  readonly help: Texts
  readonly required: AddedField['required']
  readonly visibleTo: AddedField['visibleTo']
  readonly default: string
  readonly max: string
  readonly min: string
  readonly decimals: string
  readonly lines: 'one' | 'many'
  readonly choices: readonly ChoiceForm[]
}

export const emptyForm = (): FieldForm => ({
  type: 'short-text',
  label: {},
  help: {},
  required: 'never',
  visibleTo: 'everyone',
  default: '',
  max: '',
  min: '',
  decimals: '',
  lines: 'many',
  choices: [newChoice(), newChoice()],
})

export const newChoice = (): ChoiceForm => ({
  id: newKey(),
  value: '',
  label: {},
  colour: 'grey',
  retired: false,
})

export const formOf = (field: ShownField, timeZone: string): FieldForm => {
  const { options } = field
  const said = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    type: field.type,
    label: textsOf(field.label),
    help: field.help ? textsOf(field.help) : {},
    required: field.required,
    visibleTo: field.visibleTo,
    // stored as it is, where an answer about a ticket would name people and groups
    default: defaultOf(field, timeZone),
    max: said(options.max),
    min: said(options.min),
    decimals: said(options.decimals),
    lines: options.lines ?? 'many',
    choices: (options.values ?? []).map(({ value, label, colour = 'grey', retired = false }) => ({
      id: value,
      value,
      label: textsOf(label),
      colour,
      retired,
    })),
  }
}

const textsOf = ({ texts }: PresentedText): Texts =>
  Object.fromEntries(Object.entries(texts).map(([language, { text }]) => [language, text]))

/** Its original stays what it is; of a new text it is what is written first: the writer's language where it is there. */
export const textWire = (texts: Texts, own: Language, before?: PresentedText | null) => {
  const written = Object.entries(texts).filter(([, text]) => text.trim() !== '')
  const languages = written.map(([language]) => language)
  const source = [before?.source, own, ...languageCodes].find((one) => one && languages.includes(one)) ?? languages[0]
  return source === undefined ? undefined : { source, texts: Object.fromEntries(written) }
}

type Options = { readonly own: Language; readonly timeZone: string; readonly field: ShownField | undefined }

export const bodyOf = (form: FieldForm, { own, timeZone, field }: Options) => {
  const help = textWire(form.help, own, field?.help)
  const given = wireOf(form, form.default, timeZone)
  return {
    ...(!field && { type: form.type }),
    label: textWire(form.label, own, field?.label) ?? '',
    ...(help ? { help } : field && { help: null }),
    required: form.required,
    visibleTo: form.visibleTo,
    options: optionsWire(form, own, field),
    ...(given !== null ? { default: given } : field && { default: null }),
  }
}

/**
 * Of a field that is there already, what was changed in its form: what somebody else did to it meanwhile stays. `field` is the
 * field as it stands now: texts and options are sent whole, so what was changed is laid over those.
 */
export function changedBodyOf(before: FieldForm, form: FieldForm, options: Options): Record<string, unknown> {
  const { field, timeZone } = options
  if (!field) return bodyOf(form, options)
  const [opened, wanted, now] = [before, form, formOf(field, timeZone)].map((each): Body => bodyOf(each, options))
  const changed = changedOf(opened!, wanted!)
  const whole = ['label', 'help', 'options'].filter((name) => changed[name] !== undefined)
  const laidOver = whole.map((name) => [name, merged(opened![name], wanted![name], now![name])])
  return { ...changed, ...Object.fromEntries(laidOver) }
}

type Body = Readonly<Record<string, unknown>>

export const optionsWire = (form: FieldForm, own: Language, field?: ShownField): Record<string, unknown> => {
  const { type, max, min, decimals, lines, choices } = form
  const numbers = (given: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(given).flatMap(([name, typed]) => (typed.trim() ? [[name, parseNumber(typed) ?? typed]] : [])),
    )
  if (type === 'short-text') return numbers({ max })
  if (type === 'multilingual-text') return { ...numbers({ max }), lines }
  if (type === 'number') return numbers({ min, max, decimals })
  if (type === 'scale') return numbers({ min, max })
  return type === 'classification' ? { values: valuesWire(choices, own, field) } : {}
}

const valuesWire = (choices: readonly ChoiceForm[], own: Language, field?: ShownField) => {
  const before = (value: string) => field?.options.values?.find((one) => one.value === value)?.label
  const there = field?.options.values ?? []
  const taken = new Set([...choices, ...there].map(({ value }) => value).filter(Boolean))
  return choices.map(({ value, label, colour, retired }) => {
    const named = value || freeName(label, taken)
    taken.add(named)
    return { value: named, label: textWire(label, own, before(value)) ?? '', colour, ...(retired && { retired }) }
  })
}

/** From the label's Latin letters; else option1, option2 …; never one that is taken. */
const freeName = (label: Texts, taken: ReadonlySet<string>): string => {
  const words = Object.values(label).map((text) => text.toLowerCase().match(/[a-z0-9]+/gu) ?? [])
  const wanted = (words.find((each) => each.length > 0) ?? []).join('-').slice(0, 30)
  if (wanted && !taken.has(wanted)) return wanted
  const stem = wanted || 'option'
  for (let number = wanted ? 2 : 1; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`
}
