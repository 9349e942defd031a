import { Readable } from 'node:stream'
import type { MailAttachment, ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { logoCid } from '../../channels/email/letter-logo.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { FileLeftOut, LeftOut } from '../../entities/ticket/left-out.ts'
import { mostFiles } from '../../entities/ticket/most-files.ts'
import { nameLeftOut } from '../../entities/ticket/ticket-file.write.server.ts'
import type { Change } from '../../events/desk.server.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
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

/** What hangs on a mail becomes files of its text, as far as they are not too many or too large. */
export async function keepAttachments(
  change: Change,
  mail: ParsedMail,
  owner: Person,
  blobs: BlobStore | undefined,
): Promise<FilesOfMail> {
  const files: FilesOfMail = { ids: [], leftOut: [] }
  if (!blobs) return files
  const settings = await readSettings(change.db)
  const largest = bytesOf(settings.fileMegabytes)
  // a logo of ours that comes back with what was quoted is nothing that they sent
  const ours = await logoPicture(change.db, settings, 'mail')
  for (const attachment of picturesLast(mail)) {
    const { content, cid } = attachment
    if (signatures.test(attachment.type) || cid === logoCid || ours?.png.equals(content)) continue
    const called = { name: nameOfAttachment(attachment), type: attachment.type.slice(0, 100) }
    const isCut = mail.isCut && attachment === mail.attachments.at(-1)
    const why = isCut ? 'cut' : whyLeftOut(content.length, { largest, taken: files.ids.length })
    if (why) files.leftOut.push({ ...called, size: content.length, why })
    else {
      const blob = await blobs.put(Readable.from([content]), largest)
      files.ids.push((await keepUpload(change.db, { ...called, owner: owner.id, at: change.at }, blob)).id)
    }
  }
  return files
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
