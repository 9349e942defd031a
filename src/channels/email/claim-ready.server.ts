import { failpoint } from '../../server/failpoint.server.ts'
import type { Mail, TakenMail } from './mail.ts'
import { messageIdOf } from './message-id.server.ts'
import type { OutboxParts, PreparedMail } from './outbox.server.ts'
import { claimMails, markDropped, type Worded } from './outbox.write.server.ts'
import { type Ending, tryAgain } from './try-again.server.ts'

/** A mail that is ours for a lease, put into words. */
export type Ready = { mail: TakenMail; prepared: PreparedMail }

/**
 * Takes several mails that are due and puts them into words together; null: nothing is due. One that nobody may be told of
 * any more is dropped, and one that cannot be put into words is tried again: neither holds up the others.
 */
export async function claimReady(parts: OutboxParts, atMost: number): Promise<Ready[] | null> {
  await parts.giveWay?.()
  if (parts.goesOn?.() === false) return null
  const mails = await claimMails(parts.db, parts.now(), atMost)
  if (mails.length === 0) return null
  mails.forEach(() => failpoint('after-claim'))
  const { ready, dropped, wordless } = await putIntoWords(parts, mails)
  await endWithout(parts, dropped, wordless)
  return ready
}

export type InWords = { ready: Ready[]; dropped: Mail[]; wordless: Mail[] }

/** `dropped`: their recipients may no longer be told. `wordless`: they could not be put into words, which is told. */
export async function putIntoWords(parts: OutboxParts, mails: readonly TakenMail[]): Promise<InWords> {
  const answers = await Promise.allSettled(parts.prepare(mails))
  const sorted: InWords = { ready: [], dropped: [], wordless: [] }
  for (const [index, answer] of answers.entries()) {
    const mail = mails[index]!
    if (answer.status === 'rejected') {
      parts.onTrouble(answer.reason)
      sorted.wordless.push(mail)
    } else if (answer.value === 'dropped') sorted.dropped.push(mail)
    else sorted.ready.push({ mail, prepared: answer.value })
  }
  return sorted
}

/** What has no words ends here for now, each by itself. */
export async function endWithout(parts: Ending, dropped: readonly Mail[], wordless: readonly Mail[]): Promise<void> {
  for (const mail of dropped) await markDropped(parts.db, mail)
  for (const mail of wordless) await tryAgain(parts, mail, 'The mail could not be put into words.')
}

/** What is written of it before anything else happens to it. */
export const wordedOf = ({ sender }: OutboxParts, { mail, prepared }: Ready): Worded => ({
  mail,
  words: prepared.kept ?? prepared.words,
  address: prepared.address,
  messageId: messageIdOf(sender, mail.id),
})
