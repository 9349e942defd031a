import type { Tables } from '../../entities/tables.ts'
import type { Database } from '../../server/db/database.server.ts'
import { Refusal } from '../../server/errors/refusal.ts'
import { networkOf } from '../sign-in/network.ts'
import { linkLimits } from '../sign-in/tries.ts'
import { beginTry } from '../sign-in/tries.write.server.ts'

type Caller = { database: Database<Tables>; now: Date; network: string }

/**
 * Does what a mailed link opens; 429 for a network that came with too many that were none. Only those count, or an office on
 * whose mornings many open theirs would stand before a closed door.
 */
export async function openLink<Opened>(
  { database, now, network }: Caller,
  open: () => Promise<Opened>,
): Promise<Opened> {
  const attempt = await beginTry(database.primary, linkLimits(networkOf(network)), now)
  try {
    const opened = await open()
    await attempt.succeeded()
    return opened
  } catch (error) {
    const isNone = error instanceof Refusal && error.code === 'linkNotValid'
    await (isNone ? attempt.failed() : attempt.succeeded())
    throw error
  }
}
