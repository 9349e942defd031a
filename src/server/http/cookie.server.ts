export type Headers = { readonly [name: string]: string | string[] | undefined }

/** `__Secure-` keeps a page without TLS from planting one. The names are formed as the sign-in library forms them. */
const nameOf = (name: string, secure: boolean): string => `${secure ? '__Secure-' : ''}sanad.${name}`

export type Cookie = { name: string; value: string; seconds: number; path?: string; secure: boolean }

/** A Set-Cookie that no script of a page can read, and that no form of another site brings along. */
export const setCookie = ({ name, value, seconds, path = '/', secure }: Cookie): string =>
  `${nameOf(name, secure)}=${value}; Max-Age=${seconds}; Path=${path}; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`

/** Takes it away. */
export const dropCookie = (cookie: Omit<Cookie, 'value' | 'seconds'>): string =>
  setCookie({ ...cookie, value: '', seconds: 0 })

/** Decoded; null where there is none of that name, or the header is no text. */
export function readCookie(headers: Headers, name: string, secure: boolean): string | null {
  const header = headers['cookie']
  if (typeof header !== 'string') return null
  const wanted = nameOf(name, secure)
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0 && part.slice(0, equals).trim() === wanted) return decoded(part.slice(equals + 1).trim())
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
