import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { addressOf } from './message-id.server.ts'
import { outcomeOf } from './outcome.ts'
import { openSmtpLine } from './smtp.server.ts'
import { securityOf } from './smtp-url.server.ts'

let server: Server | undefined
const sockets = new Set<Socket>()
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  server?.close()
})

/** A mail server that misbehaves: `says` gets each line that came and the socket. */
async function misbehaving(greeting: string, says: (line: string, socket: Socket) => void = () => {}): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.write(greeting)
    socket.on('data', (data) =>
      data
        .toString()
        .split('\r\n')
        .filter(Boolean)
        .forEach((line) => says(line, socket)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `smtp://127.0.0.1:${(server.address() as { port: number }).port}`
}

async function outcome(url: string, mostMs?: number) {
  const line = openSmtpLine({ url }, '', mostMs)
  try {
    await line.send('ana@example.com', Buffer.from('Subject: Hello\r\n\r\nText\r\n'))
    return { kind: 'sent' }
  } catch (error) {
    return outcomeOf(error)
  } finally {
    line.close()
  }
}

test('a garbage greeting, a refusing one and a line that ends at once are tried again', async () => {
  expect(await outcome(await misbehaving('HTTP/1.1 200 OK\r\n\r\n'))).toMatchObject({ kind: 'again' })
  server!.close()
  expect(await outcome(await misbehaving('554 Go away\r\n'))).toMatchObject({ kind: 'again' })
  server!.close()
  const ending = misbehaving('')
  server!.on('connection', (socket: Socket) => socket.end())
  expect(await outcome(await ending)).toMatchObject({ kind: 'again' })
})

test('a line that is cut in the middle of the message, or after its last dot, is tried again', async () => {
  for (const cutAt of ['Text', '.']) {
    const url = await misbehaving('220 hello\r\n', (line, socket) => {
      if (line === cutAt) socket.destroy()
      else if (line === 'DATA') socket.write('354 go on\r\n')
      else if (/^(EHLO|MAIL|RCPT)/.test(line)) socket.write('250 yes\r\n')
    })
    expect(await outcome(url)).toMatchObject({ kind: 'again' })
    server!.close()
  }
})

test(
  'no mail went out any more after a mail server was cut, or fell silent, while we signed in',
  { timeout: 60_000 },
  async () => {
    const greets = (line: string, socket: Socket) =>
      void (line.startsWith('EHLO') && socket.write('250 AUTH PLAIN\r\n'))
    const signedIn = (url: string) => url.replace('//', '//desk:secret@')
    const cutting = await misbehaving('220 hello\r\n', (line, socket) =>
      line.startsWith('AUTH') ? void socket.destroy() : greets(line, socket),
    )
    expect(await outcome(signedIn(cutting))).toEqual({
      kind: 'again',
      error: 'The mail server closed the line while we signed in.',
    })
    server!.close()
    const silent = await misbehaving('220 hello\r\n', greets)
    expect(await outcome(`${signedIn(silent)}?socketTimeout=300`)).toEqual({
      kind: 'again',
      error: 'The mail server did not answer in time.',
    })
  },
)

test('a password of SMTP_URL went out in the clear where the server offered no STARTTLS', async () => {
  const lines: string[] = []
  const here = await misbehaving('220 hello\r\n', (line, socket) => {
    lines.push(line)
    if (line.startsWith('EHLO')) socket.write('250 AUTH PLAIN\r\n')
    else socket.write(line.startsWith('AUTH') ? '535 5.7.8 Not you\r\n' : '502 5.5.1 What?\r\n')
  })
  // another machine's address as far as we know, and the same server
  const url = here.replace('//127.0.0.1', '//desk:secret@0.0.0.0')
  const isGiven = () => lines.splice(0).some((line) => line.startsWith('AUTH'))
  expect(await outcome(url)).toMatchObject({
    kind: 'again',
    error: expect.stringMatching(/STARTTLS \(502 5\.5\.1 What\?\).*\?ignoreTLS=true/u),
  })
  expect(isGiven()).toBe(false)
  await outcome(`${url}?ignoreTLS=true`)
  expect(isGiven()).toBe(true)
  await outcome(here.replace('//', '//desk:secret@'))
  expect(isGiven()).toBe(true)
})

test.each([
  ['smtps://desk:secret@mail.example.com', 'tls'],
  ['smtp://desk:secret@mail.example.com:587', 'startTls'],
  ['smtp://desk:secret@127.0.0.1.example.com', 'startTls'],
  ['smtp://mail.example.com?requireTLS=true', 'startTls'],
  ['smtp://desk:secret@mail.example.com?ignoreTLS=true', 'none'],
  ['smtp://mail.example.com:25', null],
  ['smtp://desk:secret@localhost:1025', null],
  ['smtp://desk:secret@127.0.0.2', null],
  ['smtp://desk:secret@[::1]:25', null],
] as const)('%s: the line is kept as the address says, %s', (url, security) => expect(securityOf(url)).toBe(security))

test('a mail server that goes on talking and never answers is left in the end', { timeout: 60_000 }, async () => {
  const url = await misbehaving('220 hello\r\n', (line, socket) => {
    if (line.startsWith('EHLO')) socket.write('250 yes\r\n')
    const talking = setInterval(() => socket.write('250-one moment\r\n'), 50)
    socket.on('close', () => clearInterval(talking))
  })
  expect(await outcome(`${url}?socketTimeout=2000`, 3_000)).toEqual({
    kind: 'again',
    error: 'The mail server took too long over it.',
  })
})

test('an address that would be a command of its own is no command', async () => {
  const lines: string[] = []
  const url = await misbehaving('220 hello\r\n', (line, socket) => {
    lines.push(line)
    socket.write(line === 'DATA' ? '354 go on\r\n' : '250 yes\r\n')
  })
  const line = openSmtpLine({ url })
  await line
    .send('ana@example.com>\r\nRCPT TO:<evil@example.com', Buffer.from('Subject: x\r\n\r\nx\r\n'))
    .catch(() => {})
  line.close()
  expect(lines.filter((each) => each.startsWith('RCPT TO:<evil'))).toEqual([])
})

test('a server that lets nobody send in our mailbox’s name gets the mail without a return path', async () => {
  for (const refusing of ['MAIL', 'RCPT']) {
    const lines: string[] = []
    let named = false
    const url = await misbehaving('220 hello\r\n', (line, socket) => {
      lines.push(line)
      if (line.startsWith('MAIL')) named = line.includes('help@example.com')
      if (named && line.startsWith(refusing)) socket.write('553 5.7.1 Sender address rejected: not owned by user\r\n')
      else socket.write(line === 'DATA' ? '354 go on\r\n' : /^(EHLO|MAIL|RCPT|\.)/u.test(line) ? '250 yes\r\n' : '')
    })
    const line = openSmtpLine({ url })
    await line.send('ana@example.com', Buffer.from('Subject: x\r\n\r\nText\r\n'), 'help@example.com')
    line.close()
    expect(lines.filter((each) => each.startsWith('MAIL'))).toEqual([
      expect.stringContaining('<help@example.com>'),
      expect.stringContaining('<>'),
    ])
    server!.close()
  }
})

test('a server that takes no mail from nobody lost confirmations, invitations and new passwords', async () => {
  const lines: string[] = []
  const url = await misbehaving('220 hello\r\n', (line, socket) => {
    lines.push(line)
    if (line.startsWith('MAIL') && !line.includes('<help@example.com>'))
      socket.write('501 Invalid MAIL FROM address provided\r\n')
    else socket.write(line === 'DATA' ? '354 go on\r\n' : /^(EHLO|MAIL|RCPT|\.)/u.test(line) ? '250 yes\r\n' : '')
  })
  const senders = () => lines.splice(0).flatMap((each) => /^MAIL FROM:<(.*?)>/u.exec(each)?.[1] ?? [])
  const message = Buffer.from('Subject: x\r\n\r\nText\r\n')
  const line = openSmtpLine({ url }, addressOf('Marsa Freight <help@example.com>'))
  await line.send('ana@example.com', message)
  expect(senders()).toEqual(['', 'help@example.com'])
  // remembered for all that go along this line
  await line.send('ana@example.com', message)
  expect(senders()).toEqual(['help@example.com'])
  await line.send('ana@example.com', message, 'support+1@example.com')
  expect(senders()).toEqual(['support+1@example.com', 'help@example.com'])
  line.close()
  // a name that it refuses as well is the administrator's to mend
  const other = openSmtpLine({ url }, 'other@example.com')
  await expect(other.send('ana@example.com', message).catch(outcomeOf)).resolves.toMatchObject({ kind: 'again' })
  expect(senders()).toEqual(['', 'other@example.com'])
  await expect(other.send('ana@example.com', message, 'support@example.com').catch(outcomeOf)).resolves.toMatchObject({
    kind: 'again',
  })
  expect(senders()).toEqual(['support@example.com', '', 'other@example.com'])
  other.close()
})

test('customers whose domain has letters of their own got no mail', async () => {
  const lines: string[] = []
  const url = await misbehaving('220 hello\r\n', (line, socket) => {
    lines.push(line)
    socket.write(line === 'DATA' ? '354 go on\r\n' : /^(EHLO|MAIL|RCPT|\.)/u.test(line) ? '250 yes\r\n' : '')
  })
  const line = openSmtpLine({ url })
  await line.send('Salma@مثال.إختبار', Buffer.from('Subject: x\r\n\r\nText\r\n'), 'help@bücher.example')
  line.close()
  expect(lines.filter((each) => /^(MAIL|RCPT)/u.test(each))).toEqual([
    expect.stringContaining('<help@xn--bcher-kva.example>'),
    expect.stringContaining('<Salma@xn--mgbh0fb.xn--kgbechtv>'),
  ])
})

/** What becomes of a mail where the server answers so to this step. */
async function answered(to: string, response: string): Promise<string> {
  const url = await misbehaving('220 hello\r\n', (line, socket) => {
    if (line.startsWith(to)) socket.write(`${response}\r\n`)
    else socket.write(line === 'DATA' ? '354 go on\r\n' : /^(EHLO|MAIL|RCPT|\.)/u.test(line) ? '250 yes\r\n' : '')
  })
  const { kind } = await outcome(url)
  server!.close()
  return kind
}

test('on the day on which what we may send was used up, every mail was given up at its first try', async () => {
  for (const response of [
    '550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to',
    '550 5.7.57 Client not authenticated to send mail',
    '554 5.7.60 SMTP; Client does not have permissions to send as this sender',
    '550 User desk has exceeded its 24-hour sending limit. Messages to 250 recipients have been sent',
    '550 5.7.1 Hourly quota of outgoing mails exceeded',
    '530 5.7.0 Authentication required',
  ])
    expect([response, await answered('.', response)]).toEqual([response, 'again'])
  expect(await answered('MAIL', '550 5.7.1 This account is suspended')).toBe('again')
  for (const response of [
    '552 5.2.2 Mailbox quota exceeded',
    '552 5.2.2 The daily quota of this account is exceeded',
    '552 5.3.4 Message size limit exceeded',
    '550 5.1.1 No such user',
    '550 Mailbox is over its hourly limit of storage',
  ])
    expect([response, await answered('RCPT', response)]).toEqual([response, 'dead'])
})

test('a mail server that would not pass our mails on had every one given up at its first try', async () => {
  for (const response of [
    '554 5.7.1 <ana@example.com>: Relay access denied',
    '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
    '550 5.7.1 Unable to relay for ana@example.com',
    '550 5.7.1 <ana@example.com>... Relaying denied. Proper authentication required.',
    '550 relay not permitted',
    '553 5.7.1 <help@example.com>: Sender address rejected: not logged in',
    '550 5.1.0 <help@example.com>: Sender address rejected: User unknown in local recipient table',
    '554 5.7.1 <host.example[192.0.2.7]>: Client host rejected: Access denied',
    '550 5.7.1 Client was not authenticated',
  ])
    expect([response, await answered('RCPT', response)]).toEqual([response, 'again'])
  const notVerified = '554 Message rejected: Email address is not verified. The following identities failed the check'
  expect(await answered('.', notVerified)).toBe('again')
  for (const response of [
    '550 5.1.1 <ana@example.com>: Recipient address rejected: User unknown in relay recipient table',
    '550 5.1.1 <ana@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
    '554 5.7.1 <ana@example.com>: Recipient address rejected: Access denied',
    '550 5.7.1 Recipient not authorized, your address is blocked',
    '550 5.4.1 Recipient address rejected: Access denied',
    '552 5.2.2 Mailbox full',
  ])
    expect([response, await answered('RCPT', response)]).toEqual([response, 'dead'])
  expect(await answered('.', '554 5.7.1 Message rejected as spam')).toBe('dead')
})
