import { expect, test } from 'vitest'
import { parseMail, UnreadableMail } from './parse-apart.server.ts'
import { fixture } from './testing/fixture.server.ts'

const endless = Buffer.from(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${'<table><tr><td>'.repeat(100_000)}`)

test('a mail of tables within tables stopped the whole server for minutes', async () => {
  let turns = 0
  const turning = setInterval(() => turns++, 10)
  const reading = parseMail(endless, 500)
  await expect(reading).rejects.toThrow(new UnreadableMail('It takes too long to read.'))
  clearInterval(turning)
  expect(turns).toBeGreaterThan(5)
})

test('the next one is read, with what hangs on it', async () => {
  const [stuck, next] = [parseMail(endless, 500), parseMail(fixture('inline-image'))]
  await expect(stuck).rejects.toThrow(UnreadableMail)
  const { headers, attachments } = await next
  expect(headers.get('from')).toHaveLength(1)
  expect(Buffer.isBuffer(attachments[0]!.content)).toBe(true)
  expect(attachments[0]!.content.subarray(1, 4).toString()).toBe('PNG')
})

test('what the parser refuses is unreadable, and says why', async () => {
  const parts = Buffer.from(`Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\na\r\n'.repeat(3_000)}--x--`)
  await expect(parseMail(parts)).rejects.toThrow(/child nodes/u)
  await expect(parseMail(parts)).rejects.toThrow(UnreadableMail)
})
