import { block } from '../fields/block/block.ts'
import { wholeNumber } from '../fields/number/whole-number.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { yesNo } from '../fields/yes-no/yes-no.ts'
import { languageTag, timeZone } from '../users/person-fields.ts'

const days = wholeNumber({ required: false, min: 1, max: 365 })

/** What PATCH takes; what it does not name stays as it is, inside the workflow as well. */
export const settingsForm = {
  organisation: shortText({ required: false, max: 200 }),
  language: languageTag,
  timeZone,
  firstDayOfWeek: wholeNumber({ required: false, min: 1, max: 7 }),
  numberPrefix: shortText({ required: false, max: 10 }),
  answerWithinDays: days,
  workflow: {
    ...block({
      review: yesNo({ required: false }),
      confirmation: yesNo({ required: false }),
      silenceDays: days,
      reopenDays: days,
      ratingDays: days,
    }),
    required: false as const,
  },
}
