/** What became of a try: gone out, worth another try, or refused for good. */
export type Outcome = { kind: 'sent' } | { kind: 'again'; error: string } | { kind: 'dead'; error: string }

type SmtpError = { message?: string; responseCode?: number; command?: string }

/** Steps of the conversation that are about our own account and set-up, not about this mail: mended by the administrator. */
const aboutUs = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'AUTH PLAIN', 'AUTH LOGIN', 'AUTH XOAUTH2', 'API'])

/**
 * 5xx to the recipient or the message: refused for good. Everything else (4xx, greylisting, no connection, a wrong password
 * of ours, a cut line) passes: the mail is tried again.
 */
export function outcomeOf(error: unknown): Outcome {
  const { message = String(error), responseCode, command = '' } = error as SmtpError
  const short = message.slice(0, 500)
  const refused = responseCode !== undefined && responseCode >= 500 && !aboutUs.has(command)
  return { kind: refused ? 'dead' : 'again', error: short }
}
