const any = '[A-Za-z0-9_-]'
const anyOf = (count: number): string[] => Array.from({ length: count }, () => any)

/**
 * The 72 signs of a token (ticket-link.server.ts): the ticket's number begins with zeros, the person's id has a version and a
 * variant, the turn begins with zeros. Such a row of signs is nothing else.
 */
const ofTicket = [
  ...['A', 'A', '[A-D]', ...anyOf(13)],
  ...['[E-Za-j]', any, '[CGKOSWaeimquy26-]', ...anyOf(11)],
  ...['A', 'A', ...anyOf(8)],
  ...anyOf(32),
]

/** As quoted-printable breaks a line within it, and what quotes by signs. */
const broken = String.raw`(?:=?\r?\n[>\t ]{0,20})?`

/** As it stands, as an address within an address has it, once more within another; in quoted-printable; by filters on the way. */
const numberSign = `(?:#|${['[%=-]', `(?:2${broken}5${broken})*2`, '3'].join(broken)})`

/** The signs before a token, by which it is known where it can be any signs. A dash of a name some filters write as -2D. */
const page = (name: string): string =>
  [...[...name].map((sign) => (sign === '-' ? '-(?:2D)?' : sign)), numberSign, ''].join(broken)

/** What was blanked is none any more. */
const tokenOf = (count: number): string =>
  `(?!${Array.from({ length: count }, () => 'x').join(broken)})${anyOf(count).join(broken)}`

/** Links by which whoever has them chooses a password, or makes an account. */
const ofAccounts = [
  `(${['invitation', 'confirm-registration', 'setup'].map(page).join('|')})${tokenOf(43)}`,
  `(${page('reset-password')})${tokenOf(24)}`,
]

/** Links that let in without a password, whatever address stands before them: some programs on the way write it anew. */
const links = new RegExp([...ofAccounts, ofTicket.join(broken)].join('|'), 'gu')

export const hasLink = (text: string): boolean => text.search(links) >= 0

/** For reading: what lets in is left out, the rest of the address stays. */
export const withoutLinks = (text: string): string => replaced(text, () => '…')

/** For what has to keep its length and its lines. */
export const withBlankLinks = (text: string): string => replaced(text, (token) => token.replace(/[\w-]/gu, 'x'))

const replaced = (text: string, become: (token: string) => string): string =>
  text.replace(links, (found: string, long: string | undefined, short: string | undefined) => {
    const before = long ?? short ?? ''
    return before + become(found.slice(before.length))
  })
