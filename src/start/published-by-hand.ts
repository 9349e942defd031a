import { formSchema, type Form } from '../fields/form.ts'
import { boolean } from '../fields/json-schema.ts'
import { codeForm, resetForm, resetRequestForm, signInForm } from '../users/sign-in/sign-in-forms.ts'

const done = (properties: object) => ({
  description: 'Done.',
  content: { 'application/json': { schema: { type: 'object', properties } } },
})

/** Sign-in needs no session; a second factor has the half-open one that the password gave. */
const signIn = (summary: string, form: Form | null, properties: object, headers?: object) => ({
  post: {
    summary,
    tags: ['sign-in'],
    security: [],
    ...(form ? { requestBody: { required: true, content: { 'application/json': { schema: formSchema(form) } } } } : {}),
    responses: { 200: { ...done(properties), ...(headers ? { headers } : {}) } },
  },
})

const cookie = { 'Set-Cookie': { description: 'The cookie of the session.', schema: { type: 'string' } } }

/** What speaks for itself and is no endpoint of a heading: published, so that the document alone is enough to begin with. */
export const publishedByHand = {
  '/api/auth/sign-in/email': signIn(
    'Signs in. With `secondFactor` the session is half open: the code comes next, with the same cookie.',
    signInForm,
    { secondFactor: boolean },
    cookie,
  ),
  '/api/auth/second-factor': signIn(
    'The code of an app, or one of the codes that were written down: opens the session that the password left half open.',
    codeForm,
    { status: boolean },
  ),
  '/api/auth/sign-out': signIn('Ends the session of the cookie.', null, { success: boolean }),
  '/api/auth/request-password-reset': signIn(
    'Mails a link to whoever has an account under this address. The answer is the same for everybody.',
    resetRequestForm,
    { status: boolean },
  ),
  '/api/auth/reset-password': signIn(
    'Sets a new password with the token of that link, and ends every session of the account.',
    resetForm,
    { status: boolean },
  ),
  '/api/v1/live': {
    get: {
      summary:
        'Server-sent events for as long as one listens; each `data` is JSON with a `kind`: `ticket` and `presence` name a `ticket` that changed, or at which others look; `notices`, `figures`, `rights`; after `catchUp` ask for everything again. They never say what changed.',
      tags: ['live'],
      responses: {
        200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
      },
    },
  },
}
