import { boolean, integer, nullable, object, string } from '../fields/json-schema.ts'
import { languageCodes } from '../words/languages.ts'

const organisation = {
  organisation: string,
  language: string,
  languages: { type: 'array', items: { type: 'string', enum: languageCodes } },
  accent: nullable('string'),
  /** Where the picture is. */
  logo: nullable('string'),
}

export const organisationAnswer = object(organisation)

const words = { type: 'object', additionalProperties: string } as const
const labels = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    // `staff` is told to staff alone
    properties: { staff: words, customer: words, colour: string },
    additionalProperties: false,
  },
}

const forAll = {
  ...organisation,
  numberPrefix: string,
  numberPadding: integer,
  firstDayOfWeek: integer,
  digits: { type: ['string', 'null'], enum: ['latn', 'arab', null] },
  labels,
  undoSeconds: integer,
  fileMegabytes: integer,
}

const workflow = {
  review: boolean,
  confirmation: boolean,
  silenceDays: integer,
  reopenDays: integer,
  ratingDays: integer,
  reviewExempt: { type: 'array', items: string },
}

export const settingsAnswer = {
  type: 'object',
  properties: {
    ...forAll,
    timeZone: string,
    /** Whether what the caller proposes waits for a review; told to staff alone. */
    ownSolutionsReviewed: boolean,
    answerWithinDays: integer,
    registration: boolean,
    workflow: { type: 'object', properties: workflow, additionalProperties: false },
  },
  required: Object.keys(forAll),
  additionalProperties: false,
}
