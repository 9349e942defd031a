import type { Headers } from '../sign-in/session-cookie.server.ts'
import { readCookie } from '../sign-in/session-cookie.server.ts'
import { visitHours } from './ticket-link.server.ts'

const nameOf = (secure: boolean): string => `${secure ? '__Secure-' : ''}sanad.ticket_link`

export const visitIn = (headers: Headers, secure: boolean): string | null => readCookie(headers, nameOf(secure))

/** A Set-Cookie: whoever came by a link goes on as its customer for some hours. */
export const visitCookie = (token: string, secure: boolean): string =>
  `${nameOf(secure)}=${token}; Max-Age=${visitHours * 3600}; ${flags(secure)}`

export const noVisitCookie = (secure: boolean): string => `${nameOf(secure)}=; Max-Age=0; ${flags(secure)}`

const flags = (secure: boolean): string => `Path=/; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`
