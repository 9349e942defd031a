import { createHash, randomBytes } from 'node:crypto'
import type { Headers } from '../server/http/cookie.server.ts'

// Known by its first signs: to whoever finds one lying about, and to programs that look for secrets in code.
const prefix = 'sanad_'

/** `sanad_` and 32 random bytes in base64url. */
export const newKey = (): string => `${prefix}${randomBytes(32).toString('base64url')}`

/** What a list may show of a key: enough to tell it from others, nothing to use. */
export const beginningOf = (key: string): string => key.slice(0, prefix.length + 4)

/** A key is long and random: a plain hash hides it, and nobody finds it by trying. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** Whether a request means to be known by a key; other schemes are those of servers in front of us. */
export const carriesKey = ({ authorization }: Headers): boolean => /^bearer\b/i.test(String(authorization ?? ''))

/** The key of a request; null where there is none that could be ours. */
export function keyIn({ authorization }: Headers): string | null {
  const match = typeof authorization === 'string' ? /^bearer (sanad_[\w-]{43})$/i.exec(authorization) : null
  return match?.[1] ?? null
}
