import * as openid from 'openid-client'
import { expect, test } from 'vitest'
import { causeOf } from './cause.server.ts'

const answered = (error: string) =>
  new openid.AuthorizationResponseError('refused', {
    cause: new URLSearchParams({ error, error_description: 'Call +1 555 0100.' }),
  })

test('a stranger who answered as the provider does had their own words in the administrator’s note', () => {
  for (const words of ['Your licence has ended: call +1 555 0100', '<b>x</b>', 'invalid_scope ', '__proto__', ''])
    expect([words, causeOf(answered(words))]).toEqual([words, { answer: 'failed', note: 'unknown_error' }])
})

test('what the standards name stands in the note as it is; who left by themselves leaves none', () => {
  for (const code of ['invalid_scope', 'unauthorized_client', 'login_required', 'request_not_supported'])
    expect(causeOf(answered(code))).toEqual({ answer: 'failed', note: code })
  expect(causeOf(answered('access_denied'))).toEqual({ answer: 'cancelled', note: null })
})
