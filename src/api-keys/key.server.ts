import { createHash, randomBytes } from 'node:crypto'
import type { Headers } from '../users/session-cookie.server.ts'

// Known by its first signs: to whoever finds one lying about, and to programs that look for secrets in code.
const prefix = 'sanad_'

export const newKey = (): string => `${prefix}${randomBytes(32).toString('base64url')}`

export const beginningOf = (key: string): string => key.slice(0, prefix.length + 4)

/** A key is long and random: a plain hash hides it, and nobody finds it by trying. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** Whether a request means to be known by a key; other schemes are those of servers in front of us. */
export const carriesKey = ({ authorization }: Headers): boolean => /^bearer\b/i.test(String(authorization ?? ''))

export function keyIn({ authorization }: Headers): string | null {
  const match = typeof authorization === 'string' ? /^bearer (sanad_[\w-]{43})$/i.exec(authorization) : null
  return match?.[1] ?? null
}
