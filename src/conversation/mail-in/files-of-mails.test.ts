import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { fixture } from '../../channels/email/inbound/testing/fixture.server.ts'
import { newId } from '../../server/ids.server.ts'
import { openBlobStore } from '../../server/files/blob-store.server.ts'
import { logoPicture } from '../../settings/logo-picture.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { setLogo } from '../../settings/testing/set-logo.server.ts'
import { parseMail } from '../../channels/email/inbound/parse-mail.server.ts'
import { findFile } from '../files/find-file.server.ts'
import { keepAttachments } from './files-of-mail.write.server.ts'
import { attachmentOfMail } from './read-inbound-mail.server.ts'
import { takeInMail } from './take-in-mail.server.ts'
import { anyServer, openMailDesk, secret, to } from './testing/mail-desk.server.ts'

const { desk, db } = await openMailDesk()
beforeEach(() => desk.box.clock.move(2 * 3_600_000))
afterAll(() => desk.close())

test('what hangs on a mail becomes files of its text, under names for people', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const blobs = openBlobStore(folder)
  const id = await takeInMail({ desk: desk.box.desk, secret, blobs }, withFile('../../shot.png'), anyServer)
  const { ticket_number } = await db()
    .selectFrom('inbound_mail')
    .select('ticket_number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { files } = await desk.box.seenBy('salma', ticket_number!)
  expect(files).toEqual([{ id: expect.any(String), name: 'shot.png', type: 'image/png', size: 8, of: 'description' }])
  rmSync(folder, { recursive: true })
})

test('files that came packed, and pictures within the text, are files of the ticket; signatures are none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const blobs = openBlobStore(folder)
  const filesOf = async (name: string) => {
    const id = await takeInMail({ desk: desk.box.desk, secret, blobs }, again(fixture(name)), anyServer)
    const mail = await db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    return (await desk.box.seenBy('mariam', mail.ticket_number!)).files.map((file) => [file.name, file.type])
  }
  expect(await filesOf('winmail-dat-arabic')).toEqual([
    ['فاتورة مارس.txt', 'text/plain'],
    ['shot.png', 'image/png'],
  ])
  expect(await filesOf('inline-image')).toEqual([['shot.png', 'image/png']])
  expect(await filesOf('calendar-alone-arabic')).toEqual([['invite.ics', 'text/calendar']])
  expect(await filesOf('signed')).toEqual([])
  rmSync(folder, { recursive: true })
})

/** The same mail written once more, by somebody of its own. */
const again = (raw: Buffer) =>
  Buffer.from(raw.toString('latin1').replace(/^From:.*$/mu, `From: someone${newId()}@example.com`), 'latin1')

test('while the files of an answer went into a slow store, everybody else waited for its ticket', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const number = await desk.box.submitted('salma')
  const store = openBlobStore(folder)
  let puts = 0
  const blobs: typeof store = {
    ...store,
    async put(...file) {
      puts++
      await db().selectFrom('ticket').select('number').where('number', '=', number).forUpdate().noWait().execute()
      return store.put(...file)
    },
  }
  const raw = withFiles([{ name: 'plan.pdf', content: Buffer.from('PDF') }], { to: to(number) })
  const id = await takeInMail({ desk: desk.box.desk, secret, blobs }, raw, anyServer)
  const mail = await db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect([mail.last_error, mail.decision, puts]).toEqual([null, 'joined', 1])
  expect((await desk.box.seenBy('salma', number)).files.map(({ name }) => name)).toEqual(['plan.pdf'])
  // what becomes nothing is put nowhere
  const strange = Buffer.from(raw.toString().replace('salma@example.com', 'stranger@example.com'))
  await takeInMail({ desk: desk.box.desk, secret, blobs }, strange, anyServer)
  expect(puts).toBe(1)
  rmSync(folder, { recursive: true })
})

test('our own logo, which comes back with what was quoted, is no file of theirs', async () => {
  await setLogo(desk.box, '#e0a030')
  const settings = await readSettings(db())
  const { png } = (await logoPicture(db(), settings, 'mail'))!
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const part = (name: string, content: Buffer) =>
    `--x\r\nContent-Type: image/png; name="${name}"\r\nContent-ID: <${name}@example.com>\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`
  const raw = Buffer.from(
    `From: salma@example.com\r\nSubject: Again\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>See <img src="cid:image002.png@example.com"></p><blockquote><img src="cid:image001.png@example.com"></blockquote>\r\n${part('image001.png', png)}${part('image002.png', png.subarray(0, 40))}--x--\r\n`,
  )
  const id = await takeInMail({ desk: desk.box.desk, secret, blobs: openBlobStore(folder) }, raw, anyServer)
  const mail = await db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { files } = await desk.box.seenBy('salma', mail.ticket_number!)
  expect(files.map(({ name }) => name)).toEqual(['image002.png'])
  rmSync(folder, { recursive: true })
})

test('pictures of signatures took all the places, and the paper that was sent had none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const picture = (index: number) =>
    `--r\r\nContent-Type: image/png; name="image${index}.png"\r\nContent-ID: <${index}@example.com>\r\n\r\nPNG ${index}\r\n`
  const pictures = Array.from({ length: 20 }, (_, index) => picture(index)).join('')
  const raw = Buffer.from(
    `From: salma@example.com\r\nSubject: Paper\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n<p>See the paper.</p>\r\n${pictures}--r--\r\n--m\r\nContent-Type: application/pdf; name="paper.pdf"\r\nContent-Disposition: attachment\r\n\r\nPDF\r\n--m--\r\n`,
  )
  const id = await takeInMail({ desk: desk.box.desk, secret, blobs: openBlobStore(folder) }, raw, anyServer)
  const mail = await db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { files, leftOut } = await desk.box.seenBy('salma', mail.ticket_number!)
  expect(files.map(({ name }) => name)).toContain('paper.pdf')
  expect(leftOut.map(({ name, why }) => [name, why])).toEqual([['image19.png', 'tooMany']])
  rmSync(folder, { recursive: true })
})

test('files that are too large, too many or empty are named on the ticket with the reason; staff find them in the mail', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  await desk.box.setSettings({ fileMegabytes: 1 })
  const into = { desk: desk.box.desk, secret, blobs: openBlobStore(folder) }
  const files = [
    { name: 'film.mp4', content: Buffer.alloc(megabyte + 1, 7) },
    { name: 'nothing.txt', content: Buffer.alloc(0) },
    ...Array.from({ length: 22 }, (_, index) => ({
      name: `page-${index + 1}.txt`,
      content: Buffer.from(`page ${index}`),
    })),
  ]
  const id = await takeInMail(into, withFiles(files), anyServer)
  const { ticket_number: number } = await db()
    .selectFrom('inbound_mail')
    .select('ticket_number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { salma, mariam } = {
    salma: await desk.box.seenBy('salma', number!),
    mariam: await desk.box.seenBy('mariam', number!),
  }
  expect(salma.files.map(({ name }) => name)).toEqual(files.slice(2, 22).map(({ name }) => name))
  expect(salma.leftOut.map(({ name, size, of, why }) => [name, size, of, why])).toEqual([
    ['film.mp4', megabyte + 1, 'description', 'tooLarge'],
    ['nothing.txt', 0, 'description', 'empty'],
    ['page-21.txt', 7, 'description', 'tooMany'],
    ['page-22.txt', 7, 'description', 'tooMany'],
  ])
  expect(mariam.leftOut).toEqual(salma.leftOut)
  const mail = await attachmentOfMail(db(), await desk.box.person('mariam'), id!, '0')
  expect(mail?.name).toBe('film.mp4')
  expect(mail?.content.equals(files[0]!.content)).toBe(true)
  expect(await attachmentOfMail(db(), await desk.box.person('mariam'), id!, '24')).toBeUndefined()
  // nothing of it can be asked for as a file
  for (const { id: left } of salma.leftOut)
    expect(await findFile(db(), await desk.box.person('mariam'), left)).toBeNull()
  rmSync(folder, { recursive: true })
})

test('what an answer by mail could not bring is named beside that answer, by the size that the organisation set', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const number = await desk.box.submitted('salma')
  await desk.box.setSettings({ fileMegabytes: 1 })
  const raw = withFiles([{ name: 'plan.pdf', content: Buffer.alloc(1_100_000, 1) }], { to: to(number) })
  await takeInMail({ desk: desk.box.desk, secret, blobs: openBlobStore(folder) }, raw, anyServer)
  const { leftOut, files } = await desk.box.seenBy('salma', number)
  expect(files).toEqual([])
  expect(leftOut).toMatchObject([{ name: 'plan.pdf', why: 'tooLarge', of: expect.stringMatching(/^message:/u) }])
  rmSync(folder, { recursive: true })
})

test('of a mail that was too large to be fetched whole the last file ends early, and is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const file = (name: string) => ({ name, content: Buffer.alloc(1000, 1) })
  const mail = await parseMail(withFiles([file('first.bin'), file('last.bin')]))
  const salma = await desk.box.person('salma')
  const { ids, leftOut } = await desk.box.desk.change(salma, (change) =>
    keepAttachments(change, { ...mail, isCut: true }, salma, { blobs: openBlobStore(folder) }),
  )
  expect(ids).toHaveLength(1)
  expect(leftOut).toMatchObject([{ name: 'last.bin', why: 'cut' }])
  rmSync(folder, { recursive: true })
})

const megabyte = 1024 * 1024

const withFiles = (
  files: readonly { name: string; content: Buffer }[],
  { to: address = 'support@help.example' } = {},
) =>
  Buffer.from(
    [
      `From: salma@example.com`,
      `To: ${address}`,
      `Subject: Many files`,
      `Message-ID: <${newId()}@example.com>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'See these.',
      ...files.flatMap(({ name, content }) => [
        '--x',
        `Content-Type: application/octet-stream; name="${name}"`,
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Transfer-Encoding: base64',
        '',
        content.toString('base64').replaceAll(/.{76}/gu, '$&\r\n'),
      ]),
      '--x--',
      '',
    ].join('\r\n'),
  )

const withFile = (name: string) =>
  Buffer.from(
    `From: salma@example.com\r\nSubject: With a file\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee this.\r\n--x\r\nContent-Type: image/png; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n`,
  )
