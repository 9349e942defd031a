import { createHmac, timingSafeEqual } from 'node:crypto'

export type Headers = { readonly [name: string]: string | string[] | undefined }

/** How long someone stays signed in without coming by, and how often that is written down anew. */
export const sessionDays = 30
export const renewAfterHours = 24

export type CookieOptions = { secret: string; secure: boolean }

/** `__Secure-` keeps a page without TLS from planting one. The names are those the sign-in library makes. */
const sessionCookieName = (secure: boolean): string => `${secure ? '__Secure-' : ''}sanad.session_token`
const forgetsName = (secure: boolean): string => `${secure ? '__Secure-' : ''}sanad.dont_remember`

/** The session's token, when the request carries one that we signed; a copy of the table alone opens nothing. */
export function tokenOf(headers: Headers, { secret, secure }: CookieOptions): string | null {
  const cookie = readCookie(headers, sessionCookieName(secure))
  const dot = cookie?.lastIndexOf('.') ?? -1
  if (!cookie || dot < 1) return null
  const token = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1))
  const expected = Buffer.from(signature(token, secret))
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

/** Whether the person asked to be forgotten when the browser closes: then nothing is renewed. */
export const forgets = (headers: Headers, secure: boolean): boolean => readCookie(headers, forgetsName(secure)) !== null

/** The header that hands a session to a browser, as the sign-in library would write it. */
export function sessionCookie(token: string, { secret, secure }: CookieOptions): string {
  const value = encodeURIComponent(`${token}.${signature(token, secret)}`)
  const age = sessionDays * 24 * 60 * 60
  return `${sessionCookieName(secure)}=${value}; Max-Age=${age}; Path=/; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`
}

const signature = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('base64')

/** Decoded; null where there is none of that name, or the header is no text. */
export function readCookie(headers: Headers, name: string): string | null {
  const header = headers['cookie']
  if (typeof header !== 'string') return null
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0 && part.slice(0, equals).trim() === name) return decoded(part.slice(equals + 1).trim())
  }
  return null
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}
