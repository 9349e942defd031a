import * as openid from 'openid-client'
import { Refusal } from '../../server/errors/refusal.ts'

export type Cause = {
  /** What the page says to whoever wanted to come in. */
  answer: 'failed' | 'away' | 'cancelled' | 'tooMany'
  /** What whoever set the provider up should read; null where nothing is wrong with it. */
  note: string | null
}

/** What is kept of the client's secret was sealed with another secret of the installation, as after some restores. */
export class UnreadableSecret extends Error {}

/**
 * Why it did not work. Of what the provider said the bare code goes into the note, never a token or an address. An old or
 * foreign answer is the visitor's matter: strangers could fill the note with it. What comes by way of the browser may be the
 * visitor's own words: only a code that the standards name is written down.
 */
export function causeOf(error: unknown): Cause {
  if (error instanceof Refusal) return { answer: 'tooMany', note: null }
  if (error instanceof UnreadableSecret) return { answer: 'failed', note: 'client_secret_unreadable' }
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === 'access_denied'
      ? { answer: 'cancelled', note: null }
      : { answer: 'failed', note: named.has(error.error) ? error.error : 'unknown_error' }
  if (error instanceof openid.ResponseBodyError)
    return { answer: 'failed', note: error.error === 'invalid_grant' ? null : error.error }
  if (error instanceof openid.WWWAuthenticateChallengeError)
    return { answer: 'failed', note: error.cause[0]?.parameters.error ?? 'invalid_client' }
  if (error instanceof openid.ClientError) return ofClient(error)
  // a fetch that went nowhere; anything else is a failure of ours
  if (!(error instanceof TypeError)) throw error
  const code = (error as { cause?: { code?: string } }).cause?.code ?? error.name
  return { answer: 'away', note: `unreachable: ${code}` }
}

function ofClient({ code = 'failed', message }: openid.ClientError): Cause {
  if (code === 'OAUTH_TIMEOUT') return { answer: 'away', note: 'unreachable: OAUTH_TIMEOUT' }
  const ofVisitor = /"(state|iss)" (response )?parameter|unexpected "(state|iss)"/u.test(message)
  return { answer: 'failed', note: ofVisitor ? null : code }
}

/** RFC 6749, 4.1.2.1, and OpenID Connect Core, 3.1.2.6. */
const named: ReadonlySet<string> = new Set([
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
  'invalid_request_uri',
  'invalid_request_object',
  'request_not_supported',
  'request_uri_not_supported',
  'registration_not_supported',
])
