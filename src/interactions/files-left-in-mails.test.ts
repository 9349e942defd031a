import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { takeInMail } from '../conversation/mail-in/take-in-mail.server.ts'
import { openBlobStore } from '../server/files/blob-store.server.ts'
import { openMailing } from './testing/mailing.server.ts'

const mailing = await openMailing()
const { box, sink, flush, mailTo } = mailing
const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
afterAll(async () => {
  await mailing.close()
  rmSync(folder, { recursive: true })
})

const megabyte = 1024 * 1024
const file = (name: string, content: Buffer) =>
  `--x\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`

let mails = 0
async function receiptFor(from: 'salma' | 'pierre') {
  sink.mails.length = 0
  const raw = `From: ${from}@example.com\r\nSubject: Where is it?\r\nMessage-ID: <${++mails}@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee the files.\r\n${file('my_long_film.mp4', Buffer.alloc(megabyte + 1, 7))}${file('www.example.org', Buffer.alloc(0))}${Array.from({ length: 45 }, (_, index) => file(`page-${index + 1}.txt`, Buffer.from(`page ${index}`))).join('')}--x--\r\n`
  const server = { id: null, group: null, trustedServer: null }
  await takeInMail({ desk: box.desk, secret: 'a secret', blobs: openBlobStore(folder) }, Buffer.from(raw), server)
  await flush()
  return mailTo(from).at(-1)!
}

test('the receipt of a request by mail kept silent about the files that were left out', async () => {
  await box.setSettings({ fileMegabytes: 1 })
  const mail = await receiptFor('pierre')
  expect(mail.text).toContain(`Where is it?

Too large for the page of your request. Our team has it with your e-mail; you need do nothing:

- my_long_film.mp4 (1 MB)

More than 20 files in one e-mail. Our team has these with it; you need do nothing:

- page-21.txt (7 bytes)`)
  expect(mail.text).toContain(`- page-40.txt (7 bytes)
- 5 more files

Reached us empty. Please send it again:

- www.example.org (0 bytes)

Next, `)
  expect(mail.html).toContain('<li style="margin:4px 0 0">my_long_film.mp4 (1 MB)</li>')
  expect(mail.html).not.toContain('<a href="http://www.example.org')
})

test('in Arabic too, and to an address that nobody proved they are counted and not named', async () => {
  const { text } = await receiptFor('salma')
  expect(text).toContain('- my_long_film.mp4 (')
  expect(text).toContain('- 5 ملفات أخرى')
  const proven = (email_verified: boolean) =>
    box.database.primary.updateTable('users').set({ email_verified }).where('id', '=', box.ids.pierre).execute()
  await proven(false)
  const mail = await receiptFor('pierre')
  await proven(true)
  expect(mail.text).toContain('you need do nothing:\n\n- 1 file\n\n')
  expect(mail.text).toContain('- 25 files')
  expect(mail.text).not.toMatch(/film|page-|www/u)
})
