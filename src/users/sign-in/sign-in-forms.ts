import { emailAddress, shortText } from '../../fields/short-text/short-text.ts'
import { yesNo } from '../../fields/yes-no/yes-no.ts'
import { givenPassword, newPassword } from './password.ts'

export const signInForm = {
  email: emailAddress({ required: true }),
  password: givenPassword,
  rememberMe: yesNo({ required: false }),
}

/** The code of an app, or one of those that were written down. */
export const codeForm = { code: shortText({ required: true, max: 40 }) }

export const resetRequestForm = { email: emailAddress({ required: true }) }

export const resetForm = { token: shortText({ required: true, max: 200 }), newPassword: newPassword(true) }
