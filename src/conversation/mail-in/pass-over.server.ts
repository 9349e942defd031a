import type { Selectable } from 'kysely'
import type { MailboxRow } from '../../entities/mail-tables.ts'
import { keepMail } from './keep-mail.write.server.ts'
import { handleMail, type MailIn, type TakenFrom } from './take-in-mail.server.ts'

/** So often it is asked for, over some minutes: what ails a mail server may pass. */
const mostTries = 10

type Mailbox = Pick<Selectable<MailboxRow>, 'id' | 'address' | 'folder'>
/** How often each mail was refused, by its number. */
export type Refused = Map<number, number>

/**
 * Whether a mail that its server does not hand out is left where it lies, so that it holds up no other. In its place a mail from
 * nobody waits among those to look at, and says which one it is.
 */
export async function passOver(
  into: MailIn,
  { mailbox, from, refused }: { mailbox: Mailbox; from: TakenFrom; refused: Refused },
  uid: number,
  said: string,
): Promise<boolean> {
  const tries = (refused.get(uid) ?? 0) + 1
  refused.set(uid, tries)
  if (tries < mostTries) return false
  const { database, clock } = into.desk
  const kept = await keepMail(database.primary, notice(mailbox, uid, said), mailbox.id, clock.now())
  if (kept !== null) await handleMail(into, kept, from)
  return true
}

/** The same each time, so that it is there once. */
const notice = ({ address, folder }: Mailbox, uid: number, said: string): Buffer =>
  Buffer.from(
    [
      `Subject: Mail ${uid} cannot be fetched`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      `The mail server of ${address} does not hand out mail ${uid} of the folder ${folder}. It said:`,
      said.replace(/\s+/gu, ' '),
      '',
      'Look at it in the mailbox itself. What came after it was read.',
      '',
    ].join('\r\n'),
  )
