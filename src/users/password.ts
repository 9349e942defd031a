import { shortText } from '../fields/short-text/short-text.ts'

export const passwordLength = { min: 10, max: 128 } as const

/** A password as it is chosen: spaces belong to it. */
export const newPassword = <const R extends boolean>(required: R) =>
  shortText({ required, min: passwordLength.min, max: passwordLength.max, keepSpaces: true })

/** A password as it is given: nothing is said about its shape but the length that is ever looked at. */
export const givenPassword = shortText({ required: true, max: passwordLength.max, keepSpaces: true })
