import { wrong } from '../../fields/field-type.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { isCommonPassword } from './common-passwords.ts'

export const passwordLength = { min: 10, max: 128 } as const

/**
 * A password as it is chosen, after NIST SP 800-63B: long enough, none of those that are tried first, any sign (spaces
 * belong to it), and no rule on how it is put together.
 */
export const newPassword = <const R extends boolean>(required: R) => {
  const text = shortText({ required, min: passwordLength.min, max: passwordLength.max, asTyped: 'secret' })
  return {
    ...text,
    parse: (input: unknown) => {
      const parsed = text.parse(input)
      return parsed.ok && isCommonPassword(parsed.value) ? wrong({ code: 'tooCommon' }) : parsed
    },
  }
}

/** A password as it is given: nothing is said about its shape but the length that is ever looked at. */
export const givenPassword = shortText({ required: true, max: passwordLength.max, asTyped: 'secret' })
