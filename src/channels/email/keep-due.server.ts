import { failpoint } from '../../server/failpoint.server.ts'
import { endWithout, putIntoWords, wordedOf } from './claim-ready.server.ts'
import type { OutboxParts } from './outbox.server.ts'
import { beginTry, keepWords, lockDue } from './outbox.write.server.ts'

/** So many are kept in one transaction. */
const atOnce = 100

/** Without a mail server nothing leaves the house: what is due is kept with its words. Answers with how many were. */
export async function keepDue(parts: OutboxParts): Promise<number> {
  let count = 0
  for (;;) {
    await parts.giveWay?.()
    if (parts.goesOn?.() === false) break
    const kept = await keepSome(parts)
    if (kept === null) break
    count += kept
  }
  return count
}

/**
 * In one transaction, without a lease: nobody outside hears of it, so that whoever dies with them leaves them as they were.
 * Null: nothing is due.
 */
async function keepSome(parts: OutboxParts): Promise<number | null> {
  const kept = await parts.db.transaction().execute(async (db) => {
    const mails = await lockDue(db, parts.now(), atOnce)
    if (mails.length === 0) return null
    mails.forEach(() => failpoint('after-claim'))
    const { ready, dropped, wordless } = await putIntoWords(parts, mails)
    await endWithout({ ...parts, db }, await beginTry(db, dropped), await beginTry(db, wordless))
    failpoint('before-keeping')
    const worded = ready.map((each) => wordedOf(parts, each))
    return (await keepWords(db, worded)).size
  })
  failpoint('after-keeping')
  return kept
}
