import { languageCodes } from '../words/languages.ts'

const text = { type: 'string' } as const
const number = { type: 'integer' } as const
const yes = { type: 'boolean' } as const
const maybeText = { type: ['string', 'null'] } as const

const organisation = {
  organisation: text,
  language: text,
  languages: { type: 'array', items: { type: 'string', enum: languageCodes } },
  accent: maybeText,
  /** Where the picture is. */
  logo: maybeText,
}

export const organisationAnswer = {
  type: 'object',
  properties: organisation,
  required: Object.keys(organisation),
  additionalProperties: false,
}

const words = { type: 'object', additionalProperties: text } as const
const labels = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    // `staff` is told to staff alone
    properties: { staff: words, customer: words, colour: text },
    additionalProperties: false,
  },
}

const forAll = {
  ...organisation,
  numberPrefix: text,
  numberPadding: number,
  firstDayOfWeek: number,
  digits: { type: ['string', 'null'], enum: ['latn', 'arab', null] },
  labels,
  undoSeconds: number,
  fileMegabytes: number,
}

const workflow = {
  review: yes,
  confirmation: yes,
  silenceDays: number,
  reopenDays: number,
  ratingDays: number,
  reviewExempt: { type: 'array', items: text },
}

export const settingsAnswer = {
  type: 'object',
  properties: {
    ...forAll,
    timeZone: text,
    answerWithinDays: number,
    registration: yes,
    workflow: { type: 'object', properties: workflow, additionalProperties: false },
  },
  required: Object.keys(forAll),
  additionalProperties: false,
}
