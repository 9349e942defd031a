import { emailAddress, nameText, shortText } from '../../fields/short-text/short-text.ts'
import { yesNo } from '../../fields/yes-no/yes-no.ts'
import { newPassword } from '../sign-in/password.ts'
import { languageTag, personName, timeZone } from '../person-fields.ts'

export const setupForm = {
  token: shortText({ required: true, max: 200 }),
  organisation: nameText({ required: true, max: 200 }),
  language: { ...languageTag, required: true as const },
  timeZone: { ...timeZone, required: true as const },
  name: personName(true),
  email: emailAddress({ required: true }),
  password: newPassword(true),
  /** The administrator also works at the support desk: otherwise nobody hears of the first request. */
  joinSupportDesk: yesNo({ required: false }),
}
