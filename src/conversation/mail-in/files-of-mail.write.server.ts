import { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import type { MailAttachment, ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { logoCid } from '../../channels/email/letter-logo.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { FileLeftOut, LeftOut } from '../../entities/ticket/left-out.ts'
import { mostFiles } from '../../entities/ticket/most-files.ts'
import { nameLeftOut } from '../../entities/ticket/ticket-file.write.server.ts'
import type { Change } from '../../events/desk.server.ts'
import type { Blob, BlobStore } from '../../server/files/blob-store.server.ts'
import { newId } from '../../server/ids.server.ts'
import { logoPicture } from '../../settings/logo-picture.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { bytesOf } from '../files/megabytes.ts'
import { keepUpload } from '../files/keep-upload.write.server.ts'
import { nameOfAttachment } from './name-of-attachment.server.ts'

/** The files that became uploads of whoever wrote, and the others, which stay in the mail alone. */
export type FilesOfMail = { ids: string[]; leftOut: FileLeftOut[] }

/** Nobody reads through more names; the mail has them all. */
const mostNamed = 500

/** What of a mail lies in the store already, before its ticket is locked. */
export type FilesPut = ReadonlyMap<MailAttachment, Blob>

/** A slow store holds up nobody while only the mail waits for it. What becomes of nothing in the end is swept away after a day. */
export async function putFiles(db: Kysely<Tables>, mail: ParsedMail, blobs: BlobStore): Promise<FilesPut> {
  const { wanted, largest } = await sortedOut(db, mail)
  const put = new Map<MailAttachment, Blob>()
  for (const attachment of wanted) put.set(attachment, await putOne(blobs, attachment, largest))
  return put
}

/** What hangs on a mail becomes files of its text, as far as they are not too many or too large. */
export async function keepAttachments(
  change: Change,
  mail: ParsedMail,
  owner: Person,
  { blobs, put }: { blobs: BlobStore | undefined; put?: FilesPut },
): Promise<FilesOfMail> {
  if (!blobs) return { ids: [], leftOut: [] }
  const { wanted, leftOut, largest } = await sortedOut(change.db, mail)
  const ids: string[] = []
  for (const attachment of wanted) {
    const blob = put?.get(attachment) ?? (await putOne(blobs, attachment, largest))
    ids.push((await keepUpload(change.db, { ...called(attachment), owner: owner.id, at: change.at }, blob)).id)
  }
  return { ids, leftOut }
}

const putOne = (blobs: BlobStore, { content }: MailAttachment, largest: number): Promise<Blob> =>
  blobs.put(Readable.from([content]), largest)

const called = (attachment: MailAttachment) => ({
  name: nameOfAttachment(attachment),
  type: attachment.type.slice(0, 100),
})

async function sortedOut(db: Kysely<Tables>, mail: ParsedMail) {
  const settings = await readSettings(db)
  const largest = bytesOf(settings.fileMegabytes)
  // a logo of ours that comes back with what was quoted is nothing that they sent
  const ours = await logoPicture(db, settings, 'mail')
  const wanted: MailAttachment[] = []
  const leftOut: FileLeftOut[] = []
  for (const attachment of picturesLast(mail)) {
    const { content, cid, type } = attachment
    if (signatures.test(type) || cid === logoCid || ours?.png.equals(content)) continue
    const isCut = mail.isCut && attachment === mail.attachments.at(-1)
    const why = isCut ? 'cut' : whyLeftOut(content.length, { largest, taken: wanted.length })
    if (why) leftOut.push({ ...called(attachment), size: content.length, why })
    else wanted.push(attachment)
  }
  return { wanted, leftOut, largest }
}

/** Those within the words last: a thread brings those of everybody's signature back, and there are places for so many files alone. */
const picturesLast = ({ attachments }: ParsedMail): MailAttachment[] =>
  attachments.toSorted((one, other) => Number(isWithin(one)) - Number(isWithin(other)))

const isWithin = ({ inline, type }: MailAttachment): boolean => inline && /^image\//iu.test(type)

export const nameFilesLeftOut = (
  change: Change,
  text: { ticket: number; textId: string; owner: string },
  { leftOut }: FilesOfMail,
): Promise<void> =>
  nameLeftOut(
    change.db,
    { ...text, at: change.at },
    leftOut.slice(0, mostNamed).map((file) => ({ ...file, id: newId() })),
  )

function whyLeftOut(size: number, { largest, taken }: { largest: number; taken: number }): LeftOut | null {
  if (size === 0) return 'empty'
  if (size > largest) return 'tooLarge'
  return taken >= mostFiles ? 'tooMany' : null
}

/** Of use to mail programs alone; the mail itself keeps them. */
const signatures = /^application\/(pgp-signature|(x-)?pkcs7-signature)$/iu
