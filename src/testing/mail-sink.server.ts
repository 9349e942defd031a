import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type ReceivedMail = { from: string; to: string; raw: string; parsed: ParsedMail }

/** What the sink answers to a recipient or a message: nothing special, a refusal with its code, or later. */
export type Answer = { code: number; text: string } | undefined

export type Rules = {
  /** Who must sign in, and how. */
  login?: { user: string; password: string }
  onRecipient?: (to: string) => Answer | Promise<Answer>
  onMessage?: (mail: ReceivedMail) => Answer | Promise<Answer>
}

type Done = (error?: Error | null) => void

export type MailSink = Awaited<ReturnType<typeof openMailSink>>

/**
 * A real mail server on this machine that keeps what it gets. `onRecipient` and `onMessage` may refuse with a code or take
 * their time; `mails` counts a message as soon as its last dot arrived, whatever became of the answer.
 */
export async function openMailSink(rules: Rules = {}) {
  const mails: ReceivedMail[] = []

  async function recipient(address: string, done: Done): Promise<void> {
    done(refusal(await rules.onRecipient?.(address)))
  }

  async function message(stream: NodeJS.ReadableStream, session: SMTPServerSession, done: Done): Promise<void> {
    // a client that dies in the middle sent no mail
    const mail = await receive(stream, session).catch(() => undefined)
    if (!mail) return done(new Error('The message is not complete.'))
    mails.push(mail)
    done(refusal(await rules.onMessage?.(mail)))
  }

  const server = new SMTPServer({
    authOptional: !rules.login,
    allowInsecureAuth: true,
    disabledCommands: rules.login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (username === rules.login?.user && password === rules.login?.password) done(null, { user: username })
      else done(new Error('Wrong user or password'))
    },
    onRcptTo: ({ address }, _session, done) => void recipient(address, done),
    onData: (stream, session, done) => void message(stream, session, done),
  })
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    rules,
    /** The mails to one address, oldest first. */
    to: (address: string) => mails.filter((mail) => mail.to === address),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

async function receive(stream: NodeJS.ReadableStream, session: SMTPServerSession): Promise<ReceivedMail> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer))
  const raw = Buffer.concat(chunks)
  const { mailFrom, rcptTo } = session.envelope
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo[0]?.address ?? '',
    raw: raw.toString('utf8'),
    parsed: await simpleParser(raw),
  }
}

function refusal(answer: Answer): Error | undefined {
  return answer && Object.assign(new Error(answer.text), { responseCode: answer.code })
}
