import { failpoint } from '../../server/failpoint.server.ts'
import { claimReady, wordedOf } from './claim-ready.server.ts'
import type { OutboxParts } from './outbox.server.ts'
import { keepWords } from './outbox.write.server.ts'

/** So many are claimed by one statement, and kept by one. */
const atOnce = 40

/** Without a mail server nothing leaves the house: what is due is kept with its words, many by one statement. */
export async function keepDue(parts: OutboxParts): Promise<number> {
  let count = 0
  for (let ready = await claimReady(parts, atOnce); ready; ready = await claimReady(parts, atOnce)) {
    failpoint('before-keeping')
    const kept = await keepWords(
      parts.db,
      ready.map((each) => wordedOf(parts, each)),
    )
    failpoint('after-keeping')
    count += kept.size
  }
  return count
}
