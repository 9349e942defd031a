import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { second } from '../../fields/date-time/spans.ts'
import { inAscii } from '../../fields/mail-domain.ts'
import { failpoint } from '../../server/failpoint.server.ts'
import { lineOf, type Account } from './smtp-url.server.ts'

export type SmtpSettings = {
  /** smtp://user:password@host:587 or smtps://… */
  url: string
}

/** One line to the mail server. After a failure it is closed; the next mail opens a new one. */
export type SmtpLine = {
  /**
   * Answers with what the server said to the mail. `returnPath` is the envelope's sender; empty: no bounce and no absence note
   * ever comes back.
   */
  send(to: string, message: Buffer, returnPath?: string): Promise<string>
  close(): void
}

const times = { connectionTimeout: 20 * second, greetingTimeout: 30 * second, socketTimeout: 90 * second }
/** Whoever says a little now and then keeps every one of these times, and would have us for ever. */
const mostForOne = 900 * second

/**
 * Opened with the first mail. Waits 20 s for the server, 30 s for its greeting, 90 s for each answer, and 15 minutes for each of
 * coming in, signing in and one mail; then `send` fails. `own` is the address that mails come from, for a server that takes none
 * from nobody.
 */
export function openSmtpLine({ url }: SmtpSettings, own = '', mostMs = mostForOne): SmtpLine {
  let open: SMTPConnection | undefined
  /** What stands for nobody: a null return path, where the server takes it. */
  let nobody = ''

  function close(): void {
    open?.close()
    open = undefined
  }

  async function trySending(from: string, to: string, message: Buffer): Promise<string> {
    try {
      open ??= await connect(url, mostMs, () => (open = undefined))
      failpoint('after-connect')
      return await deliver(open, mostMs, { from: onTheWire(from), to: [onTheWire(to)] }, message)
    } catch (error) {
      close()
      throw error
    }
  }

  /**
   * Some servers refuse the return path of a mail, a foreign one or none at all. Then it goes once more with our own: we learn less
   * of what was not delivered, but it goes out. Where the empty one was refused, all that follow along this line take our own.
   */
  async function sendAs([sender = '', ...others]: readonly string[], to: string, message: Buffer): Promise<string> {
    try {
      return await trySending(sender, to, message)
    } catch (error) {
      if (others.length === 0 || !isAboutSender(error)) throw error
      const said = await sendAs(others, to, message)
      if (sender === '') nobody = own
      return said
    }
  }

  return {
    send: (to, message, returnPath = '') => sendAs([...new Set([returnPath || nobody, nobody, own])], to, message),
    close,
  }
}

/** Many servers say what they have against the sender only when they hear of the recipient. */
function isAboutSender(error: unknown): boolean {
  const { responseCode, command, response } = error as { responseCode?: number; command?: string; response?: string }
  if (responseCode === undefined || responseCode < 500) return false
  return command === 'MAIL FROM' || (command === 'RCPT TO' && /\bsender\b/iu.test(response ?? ''))
}

/** Servers take a domain in ASCII alone (RFC 5321); what stands before it is the receiver's own, in its case. */
const onTheWire = (address: string): string => {
  const at = address.lastIndexOf('@') + 1
  return address.slice(0, at) + inAscii(address.slice(at))
}

async function connect(url: string, mostMs: number, ended: () => void): Promise<SMTPConnection> {
  const { auth, ...options } = lineOf(url)
  const connection = new SMTPConnection({ ...times, ...options })
  try {
    await greet(connection, mostMs).catch(aboutEncryption)
    if (auth) await login(connection, mostMs, auth)
  } catch (error) {
    connection.close()
    throw error
  }
  connection.on('error', ended)
  connection.once('end', ended)
  return connection
}

async function greet(connection: SMTPConnection, mostMs: number): Promise<void> {
  await overTheLine<void>(connection, mostMs, 'The mail server closed the line.', (resolve, reject) => {
    connection.once('error', reject)
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
  connection.removeAllListeners('error')
  // a late error of a line that nobody uses any more must not end the process
  connection.on('error', () => {})
}

/** nodemailer's own sentence says neither what the server answered nor what can be done. */
function aboutEncryption(error: Error & { response?: string }): never {
  if (!error.response || !error.message.includes('STARTTLS')) throw error
  const { response } = error
  throw new Error(
    `The mail server would not encrypt the line by STARTTLS (${response}). An address with smtps:// does it from the start; where the line may stay in the clear, SMTP_URL ends in ?ignoreTLS=true, or Settings → Mail says so.`,
    { cause: error },
  )
}

const login = (connection: SMTPConnection, mostMs: number, { user, pass }: Account) =>
  overTheLine<void>(connection, mostMs, 'The mail server closed the line while we signed in.', (resolve, reject) =>
    connection.login({ credentials: { user, pass } }, (error) => (error ? reject(error) : resolve())),
  )

const deliver = (
  connection: SMTPConnection,
  mostMs: number,
  envelope: { from: string; to: string[] },
  message: Buffer,
) =>
  overTheLine<string>(
    connection,
    mostMs,
    'The mail server closed the line before it took the mail.',
    (resolve, reject) => {
      const body = Readable.from([message])
      // the last dot is written when the stream has ended; the answer to it has not come yet
      body.once('end', () => setImmediate(() => failpoint('after-data')))
      connection.send(envelope, body, (error, info) => (error ? reject(error) : resolve(info.response)))
    },
  )

/** nodemailer leaves some of its questions without an answer when the line breaks: none outlives the line, nor goes on for ever. */
function overTheLine<Result>(
  connection: SMTPConnection,
  mostMs: number,
  ended: string,
  ask: (resolve: (result: Result) => void, reject: (error: Error) => void) => void,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const silence = (error: Error & { code?: string }) => {
    if (error.code === 'ETIMEDOUT') reject(new Error('The mail server did not answer in time.', { cause: error }))
  }
  const end = () => reject(new Error(ended))
  const limit = setTimeout(() => {
    reject(new Error('The mail server took too long over it.'))
    connection.close()
  }, mostMs)
  connection.on('error', silence)
  connection.once('end', end)
  ask(resolve, reject)
  return promise.finally(() => {
    clearTimeout(limit)
    connection.removeListener('error', silence)
    connection.removeListener('end', end)
  })
}
