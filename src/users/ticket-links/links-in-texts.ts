const any = '[A-Za-z0-9_-]'
const anyOf = (count: number): string[] => Array.from({ length: count }, () => any)

/**
 * The 72 signs of a token (ticket-link.server.ts): the ticket's number begins with zeros, the person's id has a version and a
 * variant, the turn begins with zeros. Such a row of signs is nothing else.
 */
const signs = [
  ...['A', 'A', '[A-D]', ...anyOf(13)],
  ...['[E-Za-j]', any, '[CGKOSWaeimquy26-]', ...anyOf(11)],
  ...['A', 'A', ...anyOf(8)],
  ...anyOf(32),
]

/** As quoted-printable breaks a line within it, and what quotes by signs. */
const broken = String.raw`(?:=?\r?\n[>\t ]{0,20})?`

/** Links that open a request without a password, whatever address stands before them: some programs on the way write it anew. */
const token = new RegExp(signs.join(broken), 'gu')

export const hasLink = (text: string): boolean => text.search(token) >= 0

/** For reading: what lets in is left out, the rest of the address stays. */
export const withoutLinks = (text: string): string => text.replace(token, '…')

/** For what has to keep its length and its lines. */
export const withBlankLinks = (text: string): string => text.replace(token, (found) => found.replace(/[\w-]/gu, 'x'))
