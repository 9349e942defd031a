import { createHmac, timingSafeEqual } from 'node:crypto'
import { readCookie, setCookie, type Headers } from '../../server/http/cookie.server.ts'

/** How long someone stays signed in without coming by, and how often that is written down anew. */
export const sessionDays = 30
export const renewAfterHours = 24

export type CookieOptions = { secret: string; secure: boolean }

/** The names are those the sign-in library makes. */
const name = 'session_token'
const forgetsName = 'dont_remember'

/** The session's token, when the request carries one that we signed; a copy of the table alone opens nothing. */
export function tokenOf(headers: Headers, { secret, secure }: CookieOptions): string | null {
  const cookie = readCookie(headers, name, secure)
  const dot = cookie?.lastIndexOf('.') ?? -1
  if (!cookie || dot < 1) return null
  const token = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1))
  const expected = Buffer.from(signature(token, secret))
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

/** Whether the person asked to be forgotten when the browser closes: then nothing is renewed. */
export const forgets = (headers: Headers, secure: boolean): boolean => readCookie(headers, forgetsName, secure) !== null

/** The header that hands a session to a browser, as the sign-in library would write it. */
export function sessionCookie(token: string, { secret, secure }: CookieOptions): string {
  const value = encodeURIComponent(`${token}.${signature(token, secret)}`)
  return setCookie({ name, value, seconds: sessionDays * 24 * 60 * 60, secure })
}

const signature = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('base64')
