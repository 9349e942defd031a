import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type ReceivedMail = { from: string; to: string; raw: string; parsed: ParsedMail }

/** What the sink answers to a recipient or a message: nothing special, a refusal with its code, or later. */
export type Answer = { code: number; text: string } | undefined

export type MailSink = Awaited<ReturnType<typeof openMailSink>>

/**
 * A real mail server on this machine that keeps what it gets. `onRecipient` and `onMessage` may refuse with a code or take
 * their time; `mails` counts a message as soon as its last dot arrived, whatever became of the answer.
 */
export async function openMailSink(
  rules: {
    onRecipient?(to: string): Answer | Promise<Answer>
    onMessage?(mail: ReceivedMail): Answer | Promise<Answer>
  } = {},
) {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      Promise.resolve(rules.onRecipient?.(address)).then((answer) => done(refusal(answer)), done)
    },
    onData(stream, session, done) {
      receive(stream, session)
        .then(async (mail) => {
          mails.push(mail)
          return rules.onMessage?.(mail)
        })
        .then((answer) => done(refusal(answer)), done)
    },
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
