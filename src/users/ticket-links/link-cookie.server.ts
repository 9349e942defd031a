import { dropCookie, readCookie, setCookie, type Headers } from '../../server/http/cookie.server.ts'
import { visitHours } from './ticket-link.server.ts'

const name = 'ticket_link'

export const visitIn = (headers: Headers, secure: boolean): string | null => readCookie(headers, name, secure)

/** A Set-Cookie: whoever came by a link goes on as its customer for some hours. */
export const visitCookie = (token: string, secure: boolean): string =>
  setCookie({ name, value: token, seconds: visitHours * 3600, secure })

export const noVisitCookie = (secure: boolean): string => dropCookie({ name, secure })
