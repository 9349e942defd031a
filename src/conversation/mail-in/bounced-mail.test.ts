import { expect, test } from 'vitest'
import { parseMail } from '../../channels/email/inbound/parse-mail.server.ts'
import { bouncedMail } from './bounced-mail.ts'

type Recipient = { address: string; action: string; said?: string; original?: string }

async function fate(recipients: readonly Recipient[]) {
  const blocks = recipients.map(({ address, action, said, original }) =>
    [
      ...(original ? [`Original-Recipient: rfc822;${original}`] : []),
      `Final-Recipient: rfc822; ${address}`,
      `Action: ${action}`,
      ...(said ? [`Diagnostic-Code: smtp; ${said}`] : []),
      '',
    ].join('\r\n'),
  )
  const raw = `From: MAILER-DAEMON@mx.example\r\nSubject: Returned\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n${blocks.join('\r\n')}\r\n--b--\r\n`
  return bouncedMail(await parseMail(Buffer.from(raw))).fateAt('salma@example.com')
}

test('a report of several recipients is read for the one that our mail went to', async () => {
  const salma = { address: 'Salma@example.com' }
  const assistant = { address: 'assistant@example.com' }
  const gone = { action: 'failed', said: '550 gone' }
  expect(
    await fate([
      { ...assistant, ...gone },
      { ...salma, action: 'relayed' },
    ]),
  ).toMatchObject({ failed: false })
  expect(
    await fate([
      { ...assistant, action: 'delivered' },
      { ...salma, ...gone },
    ]),
  ).toEqual({
    failed: true,
    diagnosis: 'Came back: smtp; 550 gone',
  })
  expect(
    await fate([
      { ...assistant, action: 'failed', said: '550 other' },
      { ...salma, ...gone },
    ]),
  ).toMatchObject({
    diagnosis: 'Came back: smtp; 550 gone',
  })
})

test('a mail that was passed on came back where nobody got it, and not where somebody did', async () => {
  const passedOn = { address: 'salma.new@example.net', action: 'failed', said: '552 full' }
  expect(await fate([passedOn])).toMatchObject({ failed: true, diagnosis: 'Came back: smtp; 552 full' })
  expect(await fate([passedOn, { address: 'sister@example.net', action: 'delivered' }])).toMatchObject({
    failed: false,
  })
  expect(await fate([{ ...passedOn, original: 'salma@example.com' }])).toMatchObject({ failed: true })
  expect(await fate([{ address: 'salma@example.com', action: 'delayed' }])).toMatchObject({ failed: false })
})
