import { expect, test } from 'vitest'
import { parseMail } from './parse-mail.server.ts'
import { partsOf } from './parts-of-mail.ts'

type Piece = { head: string; body: string | Buffer }

const bytes = (body: string | Buffer) => (typeof body === 'string' ? Buffer.from(body) : body)
const piece = (head: string, body: string | Buffer): Piece => ({ head, body })
const plain = (body: string) => piece('Content-Type: text/plain; charset=utf-8', body)
const html = (body: string) => piece('Content-Type: text/html; charset=utf-8', body)
let boundaries = 0
function parts(kind: string, ...pieces: Piece[]): Piece {
  const boundary = `b${++boundaries}`
  const inner = pieces.flatMap(({ head, body }) => [`--${boundary}\r\n${head}\r\n\r\n`, body, '\r\n'])
  return piece(
    `Content-Type: multipart/${kind};\r\n boundary="${boundary}"`,
    Buffer.concat([...inner, `--${boundary}--\r\n`].map(bytes)),
  )
}
const mailOf = ({ head, body }: Piece) =>
  Buffer.concat([Buffer.from(`From: a@example.com\r\nMIME-Version: 1.0\r\n${head}\r\n\r\n`), bytes(body)])
const textOf = async (mail: Piece) => (await parseMail(mailOf(mail))).wholeText.trim()

test('words that stood in HTML alone vanished where a mail that hung on it, or a sentence, was in alternatives', async () => {
  const attached = piece(
    'Content-Type: message/rfc822\r\nContent-Disposition: attachment',
    bytes(mailOf(parts('alternative', plain('Old.'), html('<p>Old.</p>')))),
  )
  const footer = plain('Sent to you by the list.')
  for (const mail of [
    parts('mixed', html('<p>Parcel 4711 is lost.</p>'), footer, attached),
    parts('mixed', html('<p>Parcel 4711 is lost.</p>'), plain('It was multipart/alternative.')),
    parts('mixed', parts('alternative', plain(' '), html('<p>Parcel 4711 is lost.</p>')), footer),
    parts('mixed', parts('alternative', plain('Hello.'), html('<p>Hello.</p>')), html('<p>Parcel 4711 is lost.</p>')),
  ])
    expect(await textOf(mail)).toContain('Parcel 4711 is lost.')
})

test('what is said in a text and in HTML is said once', async () => {
  const both = [plain('Hello there.'), html('<p>Hello there.</p>')]
  for (const mail of [
    parts('alternative', ...both),
    parts('mixed', parts('alternative', ...both), plain('A footer.')),
    parts('mixed', parts('alternative', ...both), html('<p>A footer.</p>')),
    parts('alternative', both[0]!, parts('related', both[1]!)),
    parts('alternative', both[0]!, parts('mixed', both[1]!, html('<p>And below a file.</p>'))),
  ])
    expect((await textOf(mail)).split('Hello there.')).toHaveLength(2)
})

test('a text file that was to be shown within a mail was poured into the message', async () => {
  const log = 'error 4711\r\nerror 4712\r\n'
  const words = plain('See the log.')
  for (const head of [
    'Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: inline; filename=log.txt',
    'Content-Type: text/plain;\r\n name="log.txt"',
    'Content-Type: text/plain\r\nContent-Disposition: inline;\r\n filename="log.txt"',
  ]) {
    const mail = await parseMail(mailOf(parts('mixed', words, piece(head, log), plain('Thank you.'))))
    expect([head, mail.wholeText.trim().replace(/\s+/gu, ' ')]).toEqual([head, 'See the log. Thank you.'])
    expect(mail.attachments.map(({ name, type, content }) => [name, type, content.toString()])).toEqual([
      ['log.txt', 'text/plain', log],
    ])
  }
  // what begins the mail is the mail, and so is one of two ways to say it, whatever they are called
  const named = piece('Content-Type: text/plain; name="body.txt"', 'Hello there.')
  const page = piece('Content-Type: text/html; name="body.html"', '<p>Hello there.</p>')
  for (const mail of [parts('mixed', named, words), parts('alternative', named, page), named])
    expect((await parseMail(mailOf(mail))).attachments).toEqual([])
})

test('HTML that said its charset in itself alone came as signs that nobody can read', async () => {
  // السلام عليكم, in windows-1256
  const arabic = Buffer.from('c7e1d3e1c7e320dae1edDFe3', 'hex')
  const page = Buffer.concat([
    Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><p>'),
    arabic,
    Buffer.from('</p></html>'),
  ])
  const base64 = (content: Buffer) => content.toString('base64').replace(/.{76}/gu, '$&\r\n')
  const quoted = page
    .toString('latin1')
    .replace(/[=\x80-\xff]/gu, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  for (const mail of [
    piece('Content-Type: text/html', page),
    piece('Content-Type: text/html\r\nContent-Transfer-Encoding: base64', base64(page)),
    piece('Content-Type:\r\n text/html\r\nContent-Transfer-Encoding: quoted-printable', quoted),
    parts('mixed', piece('Content-Type: text/html; format=flowed\r\nContent-Transfer-Encoding: 8bit', page)),
  ])
    expect(await textOf(mail)).toBe('السلام عليكم')
  // what is UTF-8 is, whatever it says
  const modern = page.toString('latin1').replace(arabic.toString('latin1'), 'مرحبا')
  expect(await textOf(piece('Content-Type: text/html', modern))).toBe('مرحبا')
})

test('parts without number, or within each other, are read in one go', async () => {
  // looked at again from each line on, these would outlast the patience of the run
  const odd = [
    // a part whose head has no end
    ['--x\r\n'.repeat(2_000_000), 2],
    ['--x\r\n\r\n'.repeat(1_000_000), 1_000],
    ['--\r\n'.repeat(2_000_000), 1],
    [`--${'-'.repeat(5_000_000)}`, 1],
  ] as const
  for (const [body, count] of odd) {
    const raw = mailOf(piece('Content-Type: multipart/mixed; boundary=x', body))
    expect(partsOf(raw.toString('latin1'))).toHaveLength(count)
    await parseMail(raw).catch(() => {})
  }
})
