import { describe, expect, test } from 'vitest'
import { automaticKind } from './automatic.ts'
import { mailHash } from './mail-hash.server.ts'
import { parseMail } from './parse-mail.server.ts'
import { replyAddress, markIn } from './reply-address.server.ts'
import { senderProof } from './sender-proof.ts'
import { fixture } from './testing/fixture.server.ts'

const read = (name: string) => parseMail(fixture(name))

test('two senders are no sender; neither is a group', async () => {
  expect((await read('two-froms')).from).toBeNull()
  const from = async (line: string) =>
    (await parseMail(Buffer.from(`From: ${line}\r\nSubject: x\r\n\r\nText`))).from?.address
  expect(await from('Some: a@example.com, b@example.com;')).toBeUndefined()
  expect(await from('a@example.com, b@example.com')).toBeUndefined()
  expect(await from('"salma@example.com" <thief@evil.example>')).toBe('thief@evil.example')
  expect(await from('=?utf-8?q?salma=40example.com?= <thief@evil.example>')).toBe('thief@evil.example')
  expect(await from('"a@evil.example x"@example.com')).toBeUndefined()
})

describe('whose mail it is', () => {
  const proof = async (name: string, trusted: string | null) => {
    const mail = await read(name)
    return senderProof(mail.headers, mail.from!.address, trusted)
  }
  const said = (line: string) =>
    senderProof(new Map([['authentication-results', [line]]]), 'a@sub.example.com', 'mx.help')

  test('only our own mail server is believed, and only about the domain in From', async () => {
    expect(await proof('spoofed-with-stolen-token', 'mail.help.example')).toBe('notProven')
    expect(await proof('spoofed-with-stolen-token', null)).toBe('unknown')
    expect(await proof('plain', 'mail.help.example')).toBe('notProven')
    expect(said('mx.help; dkim=pass header.d=example.com')).toBe('proven')
    expect(said('mx.help 1; spf=pass (sender ok; fine) smtp.mailfrom=x@sub.example.com')).toBe('proven')
    expect(said('mx.help; dkim=pass header.d=com')).toBe('notProven')
    expect(said('mx.help; dkim=pass header.d=evilexample.com')).toBe('notProven')
    expect(said('mx.help; dkim=fail header.d=example.com; spf=none')).toBe('notProven')
    expect(said('evil.example; dmarc=pass header.from=sub.example.com')).toBe('notProven')
  })
})

test('whose domain has letters of its own was not proven, nor the same person by both spellings', async () => {
  const from = async (address: string) =>
    (await parseMail(Buffer.from(`From: ${address}\r\nSubject: x\r\n\r\nText`))).from!.address
  expect(await from('a@xn--bcher-kva.example')).toBe('a@bücher.example')
  expect(await from('a@bücher.example')).toBe('a@bücher.example')
  for (const domain of ['bücher.example', 'xn--bcher-kva.example'])
    expect(
      senderProof(
        new Map([['authentication-results', [`mx.help; dmarc=pass header.from=${domain}`]]]),
        'a@bücher.example',
        'mx.help',
      ),
    ).toBe('proven')
})

describe('a ticket is found by our mark alone', () => {
  const secret = 'a secret'
  const ours = replyAddress(secret, 'support@help.example', 1042)

  test('the mark of its own number opens it, in any case of letters', () => {
    expect(ours).toMatch(/^support\+rsy-[0-9a-f]{32}@help\.example$/u)
    expect(markIn(secret, ['x@example.com', ours.toUpperCase()])).toEqual({ ticket: 1042, reaches: 'everyone' })
  })

  test('what is answered among staff has a mark of its own: no letter changed makes of one the other', () => {
    const note = replyAddress(secret, 'support@help.example', 1042, 'staff')
    expect(markIn(secret, [note.toUpperCase()])).toEqual({ ticket: 1042, reaches: 'staff' })
    // among staff is the safe one, wherever it stands
    expect(markIn(secret, [ours, note])).toEqual({ ticket: 1042, reaches: 'staff' })
    expect(markIn(secret, [note.replace('+n', '+r'), ours.replace('+r', '+n')])).toBeNull()
  })

  test('ten thousand changed ones open nothing', () => {
    const digits = '0123456789abcdef'
    let opened = 0
    for (let each = 0; each < 10_000; each++) {
      const at = 9 + (each % (ours.length - 9 - '@help.example'.length))
      const sign = digits[Math.floor(each / 64) % 16]!
      const changed = ours.slice(0, at) + sign + ours.slice(at + 1)
      if (changed !== ours && markIn(secret, [changed]) !== null) opened++
    }
    expect(opened).toBe(0)
    expect(markIn('another', [ours])).toBeNull()
  })
})

describe('what machines write is known as such', () => {
  test.each([
    ['bounce', 'bounce'],
    ['bounce-postfix', 'bounce'],
    ['bounce-exchange', 'bounce'],
    ['bounce-gmail', 'bounce'],
    ['bounce-exim', 'bounce'],
    ['bounce-arabic', 'bounce'],
    ['delayed', 'bounce'],
    ['read-receipt', 'autoReply'],
    ['called-unwanted', 'autoReply'],
    ['absence-without-return-path', 'autoReply'],
    ['vacation', 'autoReply'],
    ['list-mail', 'list'],
    ['bulk', 'bulk'],
    ['null-sender', 'bounce'],
    ['absence-exchange', 'bulk'],
    ['picture-alone', null],
    ['plain', null],
    ['reply-outlook', null],
    ['loop', null],
  ])('%s: %s', async (name, kind) => {
    expect(automaticKind(await read(name))).toBe(kind)
  })
})

test('a mail is the same by whichever way it came, and no other is', () => {
  const raw = fixture('plain')
  const again = Buffer.from(raw.toString('latin1').replace('by mail.help.example', 'by backup.help.example'), 'latin1')
  expect(mailHash(again)).toBe(mailHash(raw))
  expect(mailHash(Buffer.from(raw.toString('latin1').replace('4711', '4712'), 'latin1'))).not.toBe(mailHash(raw))
  expect(mailHash(Buffer.from(raw.toString('latin1').replace('Salma', 'Selma'), 'latin1'))).not.toBe(mailHash(raw))
})
