import { expect, test } from 'vitest'
import { senderProof } from './sender-proof.ts'

const said = (line: string, trusted = 'mx.help', from = 'sara@help.example') =>
  senderProof(new Map([['authentication-results', [line.replace(/\s+/gu, ' ')]]]), from, trusted)

test.each([
  ['spf=pass smtp.mailfrom="x; dkim=pass header.d=help.example; y"@evil.example'],
  ['spf=pass smtp.mailfrom="x\\"; dkim=pass header.d=help.example; y"@evil.example'],
  ['spf=pass smtp.mailfrom="x\\\\\\"; dkim=pass header.d=help.example; y"@evil.example'],
  ['spf=pass smtp.mailfrom="x smtp.mailfrom=a@help.example y"@evil.example'],
  ['spf=pass smtp.mailfrom="a@help.example"@evil.example'],
  ['spf=pass smtp.mailfrom="x; dkim=pass header.d=help.example; y'],
  ['dkim=fail reason="bad; dmarc=pass header.from=help.example" header.d=help.example'],
  ['spf=pass (domain of "x"; (dkim=pass) ; dkim=pass header.d=help.example) smtp.mailfrom=x@evil.example'],
  ['spf=pass (a (b) ; dkim=pass header.d=help.example ; c) smtp.mailfrom=x@evil.example'],
  ['spf=pass (a \\) ; dkim=pass header.d=help.example ; c) smtp.mailfrom=x@evil.example'],
  ['spf=pass (a (b) ; dkim=pass header.d=help.example'],
  ['spf=pass a) ; dkim=pass header.d=help.example'],
  // written down as it came, the local part ends the comment, and begins another
  [
    `spf=pass (mx.help: domain of "a) ; dkim=pass header.d=help.example ("@evil.example designates 192.0.2.1)
    smtp.mailfrom=evil.example`,
  ],
])('whoever put a result into quotes or a comment was taken for the sender in From: %s', (results) => {
  expect(said(`mx.help; ${results}`)).toBe('notProven')
})

test.each([
  ['dkim=pass header.d=help.example; dmarc=fail header.from=help.example'],
  ['dmarc=fail (p=NONE) header.from=help.example; spf=pass smtp.mailfrom=a@help.example'],
  ['dmarc=pass header.from=help.example; dmarc/1 = fail header.from=help.example'],
])('a mail that DMARC failed was proven by another result: %s', (results) => {
  expect(said(`mx.help; ${results}`)).toBe('notProven')
})

test.each([
  [
    'mx.google.com',
    `mx.google.com; dkim=pass header.i=@help.example header.s=20230601 header.b="R4/+a=b1"; spf=pass (google.com: domain of
    "sara o"@help.example designates 209.85.220.41 as permitted sender) smtp.mailfrom="sara o"@help.example;
    dmarc=pass (p=QUARANTINE sp=REJECT dis=NONE) header.from=help.example; dara=pass header.i=@help.example`,
  ],
  [
    'mx.microsoft.com',
    `mx.microsoft.com 1; spf=pass (sender ip is 192.0.2.1) smtp.rcpttodomain=x.example smtp.mailfrom=help.example;
    dmarc=pass (p=none sp=none pct=100) action=none header.from=help.example; dkim=pass (signature was verified)
    header.d=help.example; arc=none (0)`,
  ],
  [
    'mail.x.example',
    `mail.x.example; dkim=pass (2048-bit key; unprotected) header.d=help.example header.i=@help.example header.a=rsa-sha256
    header.s=mail header.b="qZ8=;(1"; dkim-atps=neutral`,
  ],
  ['mail.x.example', 'mail.x.example; dmarc=pass (p=reject (sp=none) dis=none) header.from=help.example'],
  [
    'mail.x.example',
    `mail.x.example (amavisd-new); dkim=fail ("body hash did not verify") header.d=list.example; dkim = pass (1024-bit key)
    reason="pass (just generated, assumed good)" header.d="help.example"`,
  ],
  ['mail.x.example', 'mail.x.example; spf=pass (mailfrom) smtp.mailfrom="bounce+a=b"@help.example'],
])('what %s writes proves the sender', (server, line) => {
  expect(said(line, server)).toBe('proven')
})

test('where each filter writes a line of its own, whose domain has no policy was never believed', () => {
  const said = (...lines: string[]) =>
    senderProof(new Map([['authentication-results', lines]]), 'sara@help.example', 'mx.help')
  const noPolicy = 'mx.help; dmarc=none (p=none dis=none) header.from=help.example'
  const signed = 'mx.help; dkim=pass (2048-bit key) header.d=help.example'
  // it may have come with the mail: it is not proven, and not held against them
  expect(said(noPolicy, signed)).toBe('unknown')
  expect(said('mx.help; dmarc=pass header.from=help.example', 'mx.help; dkim=none')).toBe('proven')
  expect(said(signed, 'mx.help; dmarc=fail header.from=help.example')).toBe('notProven')
  expect(said(noPolicy, 'mx.help; dmarc=fail header.from=help.example', signed)).toBe('notProven')
  expect(said(noPolicy, 'mx.help; dkim=none', signed)).toBe('notProven')
  expect(said(noPolicy, 'mx.help; dmarc=pass header.from=help.example')).toBe('notProven')
  expect(said(noPolicy, 'evil.example; dkim=none', signed)).toBe('notProven')
  expect(said('mx.help; spf=pass smtp.mailfrom=evil.example', 'mx.help; dmarc=pass header.from=help.example')).toBe(
    'notProven',
  )
})

test('a result that only begins as pass does was taken for one', () => {
  expect(said('mx.help; dkim=pass-or-so header.d=help.example')).toBe('notProven')
})
