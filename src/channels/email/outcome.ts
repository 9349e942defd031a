/** What became of a try: gone out, worth another try, or refused for good. */
export type Outcome = { kind: 'sent' } | { kind: 'again'; error: string } | { kind: 'dead'; error: string }

type SmtpError = { message?: string; response?: string; responseCode?: number; command?: string }

/** Steps of the conversation that are about our own account and set-up, not about this mail: mended by the administrator. */
const stepsAboutUs = new Set([
  ...['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'AUTH PLAIN', 'AUTH LOGIN', 'AUTH XOAUTH2', 'API'],
  'MAIL FROM',
])

/** Of Gmail that a day's mails are used up; of Exchange that the account may not send, not in this name, or not to outside. */
const codesAboutUs = /\b5\.(2\.252|4\.5|7\.54|7\.57|7\.60|7\.64)\b/u
/**
 * Servers that will not pass our mails on, or not in our name, say so at the recipient or after the mail. Not a receiver whom
 * their "relay recipient table" does not know, nor one whose address they reject.
 */
const refusesUs = new RegExp(
  [
    'relay(ing)? (access )?(is )?(denied|prohibited|not (permitted|allowed))',
    '(unable|not (permitted|allowed)|do not) (to )?relay',
    'sender (address )?rejected',
    'client host rejected',
    'client (was |is )?not authenticated',
    'email address is not verified',
  ].join('|'),
  'iu',
)
/** What one may send is used up; not a mailbox that is full, nor a mail that is too large. */
const usedUp =
  /\b(sending|daily|hourly|outgoing|outbound|relay|rate)\b[^.]{0,60}\b(limit|quota)\b|\b(e?mails|messages) per (hour|day)\b/iu
const isFull = /\b5\.2\.2\b|mailbox/iu

function isAboutUs({ message = '', response = message, responseCode, command = '' }: SmtpError): boolean {
  if (stepsAboutUs.has(command) || responseCode === 530 || codesAboutUs.test(response)) return true
  if (refusesUs.test(response)) return true
  return usedUp.test(response) && !isFull.test(response)
}

/**
 * 5xx to the recipient or the message: refused for good. Everything else (4xx, greylisting, no connection, a wrong password
 * of ours, what our account may not or has used up, a cut line) passes: the mail is tried again.
 */
export function outcomeOf(error: unknown): Outcome {
  const { message = String(error), responseCode } = error as SmtpError
  const short = message.slice(0, 500)
  const refused = responseCode !== undefined && responseCode >= 500 && !isAboutUs(error as SmtpError)
  return { kind: refused ? 'dead' : 'again', error: short }
}
