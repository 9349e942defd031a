import { dropCookie, readCookie, setCookie, type Headers } from '../../server/http/cookie.server.ts'
import type { Sealer } from '../../server/seal.server.ts'
import { outsidePath } from './provider.server.ts'
import type { Going } from './relying-party.server.ts'

/**
 * Between leaving for the provider and coming back the browser itself keeps what it must bring again, sealed: nothing is
 * stored for strangers, and what another browser brings is of no use (RFC 9700, 4.7).
 */
export type Travel = Going & { to: string }

const minutes = 10

const cookie = { name: 'going', path: outsidePath }

/** A Set-Cookie that carries what the way back needs, sealed, for some minutes. */
export function goingCookie(sealer: Sealer, travel: Travel, at: Date, secure: boolean): string {
  const sealed = sealer.seal(JSON.stringify({ ...travel, until: at.getTime() + minutes * 60_000 }))
  return setCookie({ ...cookie, value: sealed, seconds: minutes * 60, secure })
}

/** Takes it away. */
export const noGoingCookie = (secure: boolean): string => dropCookie({ ...cookie, secure })

/** Null without one, or with one that is not ours or too old. */
export function goingIn(headers: Headers, sealer: Sealer, at: Date, secure: boolean): Travel | null {
  const sealed = readCookie(headers, cookie.name, secure)
  if (!sealed) return null
  try {
    const travel = JSON.parse(sealer.open(sealed)) as Travel & { until: number }
    return travel.until > at.getTime() ? travel : null
  } catch {
    return null
  }
}
