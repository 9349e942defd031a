import { block } from '../fields/block/block.ts'
import { classification } from '../fields/classification/classification.ts'
import { fine, wrong, type FieldType } from '../fields/field-type.ts'
import { listOf } from '../fields/list-of.ts'
import { wholeNumber } from '../fields/number/whole-number.ts'
import { nameText, shortText } from '../fields/short-text/short-text.ts'
import { id } from '../fields/user/user.ts'
import { yesNo } from '../fields/yes-no/yes-no.ts'
import { languageTag, orNone, timeZone } from '../users/person-fields.ts'
import { languageCodes } from '../words/languages.ts'
import { leastContrast, nearestReadable, weakPlaces } from './accent.ts'
import { picture } from './picture.ts'

const days = wholeNumber({ required: false, min: 1, max: 365 })

const hex = shortText({ required: false, max: 7, shape: { matches: /^#[0-9a-fA-F]{6}$/, otherwise: 'wrongType' } })

/** #rrggbb; what could not be read on our surfaces is refused, with where, by how much, and the nearest that can. */
const accent: FieldType<string> = {
  ...hex,
  parse: (input) => {
    const parsed = hex.parse(input)
    if (!parsed.ok) return parsed
    const colour = parsed.value.toLowerCase()
    const [weak] = weakPlaces(colour).toSorted((one, other) => one.ratio - other.ratio)
    return weak
      ? wrong({ code: 'lowContrast', ...weak, least: leastContrast, nearest: nearestReadable(colour) })
      : fine(colour)
  },
}

/** What PATCH takes; what it does not name stays as it is, inside the workflow as well. null takes a value away. */
export const settingsForm = {
  organisation: nameText({ required: false, max: 200 }),
  language: languageTag,
  languages: listOf(classification({ required: true, values: languageCodes }), { required: false, max: 20 }),
  timeZone,
  firstDayOfWeek: wholeNumber({ required: false, min: 1, max: 7 }),
  numberPrefix: orNone(shortText({ required: false, max: 10 })),
  numberPadding: wholeNumber({ required: false, min: 0, max: 12 }),
  digits: orNone(classification({ required: false, values: ['latn', 'arab'] })),
  accent: orNone(accent),
  logo: orNone(picture),
  registration: yesNo({ required: false }),
  answerWithinDays: days,
  undoSeconds: wholeNumber({ required: false, min: 0, max: 60 }),
  fileMegabytes: wholeNumber({ required: false, min: 1, max: 200 }),
  workflow: {
    ...block({
      review: yesNo({ required: false }),
      confirmation: yesNo({ required: false }),
      silenceDays: days,
      reopenDays: days,
      ratingDays: days,
      reviewExempt: listOf(id({ required: true }), { required: false, max: 200 }),
    }),
    required: false as const,
  },
}
