import { expect, test } from 'vitest'
import { parseMail } from './parse-mail.server.ts'

const word = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
const short = (value: number) => Buffer.from(Uint16Array.of(value).buffer)
const named = (text: string) => Buffer.from(`${text}\0`)

/** As MS-OXTNEF has them: streams of attributes, of which some are lists of properties. */
const packed = (...attributes: Buffer[]) => Buffer.concat([word(0x223e9f78), short(0), ...attributes])
const attribute = (id: number, value: Buffer) =>
  Buffer.concat([Buffer.of(2), word(id), word(value.length), value, short(0)])
const properties = (...each: Buffer[]) => Buffer.concat([word(each.length), ...each])
const property = (type: number, id: number, value: Buffer) =>
  Buffer.concat([
    short(type),
    short(id),
    word(1),
    word(value.length),
    value,
    Buffer.alloc((4 - (value.length % 4)) % 4),
  ])

const begins = attribute(0x69002, Buffer.alloc(14))
const file = (name: string, content: string) =>
  Buffer.concat([begins, attribute(0x18010, named(name)), attribute(0x6800f, Buffer.from(content))])
const attachedMail = (subject: string, mail: Buffer) => {
  const object = property(0x000d, 0x3701, Buffer.concat([Buffer.alloc(16, 7), mail]))
  return Buffer.concat([begins, attribute(0x69005, properties(property(0x001e, 0x3001, named(subject)), object))])
}

async function filesOf(winmail: Buffer) {
  const head = 'From: a@example.com\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\n'
  const raw = `${head}Content-Transfer-Encoding: base64\r\n\r\n${winmail.toString('base64')}\r\n`
  const { attachments } = await parseMail(Buffer.from(raw))
  return attachments.map(({ name, type, content }) => [name, type, content.toString().slice(0, 20)])
}

test('a mail that was attached in Outlook vanished from a winmail.dat, with what hung on it', async () => {
  const inner = packed(attribute(0x2800c, named('The container is held.')), file('held.pdf', 'PDF'))
  expect(await filesOf(packed(file('list.csv', 'a;b'), attachedMail('Held', inner)))).toEqual([
    ['list.csv', 'application/octet-stream', 'a;b'],
    ['Held.txt', 'text/plain', 'The container is hel'],
    ['held.pdf', 'application/octet-stream', 'PDF'],
  ])
})

test('what could not be unpacked is there as it came, beside what could', async () => {
  const within = packed(attribute(0x2800c, named('Held.')), attachedMail('Deeper', packed(file('deep.txt', 'deep'))))
  for (const winmail of [
    packed(file('list.csv', 'a;b'), file('empty.bin', '')),
    packed(file('list.csv', 'a;b'), attachedMail('Drawing', Buffer.from('no mail'))),
    packed(file('list.csv', 'a;b'), attachedMail('Held', within)),
  ])
    expect((await filesOf(winmail)).map(([name]) => name)).toEqual(expect.arrayContaining(['list.csv', 'winmail.dat']))
})

/** السلام عليكم, in the code page of an Arabic Windows. */
const arabic = Buffer.from('c7e1d3e1c7e320dae1eddfe300', 'hex')
const number = (id: number, value: number) => Buffer.concat([short(0x0003), short(id), word(value)])
const [bodyId, htmlId, codePageOfHtml] = [0x1000, 0x1013, 0x3fde]
const oemCodePage = attribute(0x69007, Buffer.concat([word(1256), word(0)]))
const mail = (...each: Buffer[]) => attribute(0x69003, properties(...each))

async function textOf(winmail: Buffer) {
  const head = 'From: a@example.com\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\n'
  const raw = `${head}Content-Transfer-Encoding: base64\r\n\r\n${winmail.toString('base64')}\r\n`
  return (await parseMail(Buffer.from(raw))).wholeText.trim()
}

test('Arabic in a winmail.dat that was not Unicode came as signs that nobody can read', async () => {
  const page = (head = '') =>
    Buffer.concat([Buffer.from(`<html>${head}<p>`), arabic.subarray(0, -1), Buffer.from('</p>')])
  const meta = '<meta http-equiv=Content-Type content="text/html; charset=windows-1256">'
  for (const winmail of [
    packed(oemCodePage, mail(property(0x001e, bodyId, arabic))),
    packed(oemCodePage, attribute(0x2800c, arabic)),
    packed(mail(property(0x001e, bodyId, arabic), number(codePageOfHtml, 1256))),
    packed(mail(property(0x0102, htmlId, page()), number(codePageOfHtml, 1256))),
    packed(mail(property(0x0102, htmlId, page(meta)))),
    packed(oemCodePage, mail(property(0x0102, htmlId, page()))),
    packed(mail(property(0x0102, htmlId, Buffer.from('<p>السلام عليكم</p>')))),
    // what its text has no signs for is there in its HTML
    packed(mail(property(0x001e, bodyId, named('?????? ?????')), property(0x0102, htmlId, page(meta)))),
  ])
    expect(await textOf(winmail)).toBe('السلام عليكم')
  const attached = Buffer.concat([begins, attribute(0x18010, arabic), attribute(0x6800f, Buffer.from('x'))])
  expect((await filesOf(packed(oemCodePage, attached)))[0]![0]).toBe('السلام عليكم')
})
