import type { QueryExecutorProvider } from 'kysely'
import { failpoint } from '../../server/failpoint.server.ts'
import { fewestTries, givenUpAfter, pauseAfter } from './backoff.ts'
import { after } from './lease.ts'
import type { Mail } from './mail.ts'
import type { OutboxParts } from './outbox.server.ts'
import { markAgain, markDead } from './outbox.write.server.ts'

export type Ending = Pick<OutboxParts, 'now' | 'undelivered'> & { db: QueryExecutorProvider }

export async function tryAgain(parts: Ending, mail: Mail, error: string): Promise<void> {
  const now = parts.now()
  const isOld = now.getTime() - mail.created_at.getTime() > givenUpAfter
  if (isOld && mail.tries >= fewestTries) return giveUp(parts, mail, error)
  await markAgain(parts.db, mail, after(now, pauseAfter(mail.tries)), error)
  failpoint('in-back-off')
}

export async function giveUp(parts: Ending, mail: Mail, error: string): Promise<void> {
  await markDead(parts.db, mail, error)
  if (mail.ticket_number !== null) parts.undelivered?.(mail.ticket_number)
}
