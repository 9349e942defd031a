import { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { failpoint } from '../../server/failpoint.server.ts'

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

const second = 1000
const times = { connectionTimeout: 20 * second, greetingTimeout: 30 * second, socketTimeout: 90 * second }

/** Opened with the first mail. Waits 20 s for the server, 30 s for its greeting, 90 s for each answer; then `send` fails. */
export function openSmtpLine({ url }: SmtpSettings): SmtpLine {
  let open: SMTPConnection | undefined

  function close(): void {
    open?.close()
    open = undefined
  }

  async function trySending(from: string, to: string, message: Buffer): Promise<string> {
    try {
      open ??= await connect(url, () => (open = undefined))
      failpoint('after-connect')
      return await deliver(open, { from, to: [to] }, message)
    } catch (error) {
      close()
      throw error
    }
  }

  return {
    async send(to, message, returnPath = '') {
      try {
        return await trySending(returnPath, to, message)
      } catch (error) {
        if (returnPath === '' || !isAboutSender(error)) throw error
        // a server that lets us send in one name only: better delivered, and undelivered without a word, than never sent
        return trySending('', to, message)
      }
    },
    close,
  }
}

/** Many servers say what they have against the sender only when they hear of the recipient. */
function isAboutSender(error: unknown): boolean {
  const { responseCode, command, response } = error as { responseCode?: number; command?: string; response?: string }
  if (responseCode === undefined || responseCode < 500) return false
  return command === 'MAIL FROM' || (command === 'RCPT TO' && /\bsender\b/iu.test(response ?? ''))
}

async function connect(url: string, ended: () => void): Promise<SMTPConnection> {
  const { auth, ...options } = parseConnectionUrl(url) as SMTPConnection.Options & {
    auth?: { user: string; pass: string }
  }
  const connection = new SMTPConnection({ ...times, ...options })
  try {
    await greet(connection)
    if (auth) await login(connection, auth.user, auth.pass)
  } catch (error) {
    connection.close()
    throw error
  }
  connection.on('error', ended)
  connection.once('end', ended)
  return connection
}

async function greet(connection: SMTPConnection): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('The mail server closed the line.')))
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
  connection.removeAllListeners('error')
  // a late error of a line that nobody uses any more must not end the process
  connection.on('error', () => {})
}

const login = (connection: SMTPConnection, user: string, pass: string) =>
  new Promise<void>((resolve, reject) => {
    connection.login({ credentials: { user, pass } }, (error) => (error ? reject(error) : resolve()))
  })

const deliver = (connection: SMTPConnection, envelope: { from: string; to: string[] }, message: Buffer) =>
  new Promise<string>((resolve, reject) => {
    const ended = () => reject(new Error('The mail server closed the line before it took the mail.'))
    connection.once('end', ended)
    const body = Readable.from([message])
    // the last dot is written when the stream has ended; the answer to it has not come yet
    body.once('end', () => setImmediate(() => failpoint('after-data')))
    connection.send(envelope, body, (error, info) => {
      connection.removeListener('end', ended)
      if (error) reject(error)
      else resolve(info.response)
    })
  })
