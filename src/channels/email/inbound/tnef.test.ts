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
