import punycode from 'punycode.js'

/**
 * The one spelling in which an address is kept and looked up: in lower case, and its domain in the letters in which people read it.
 * Mail servers and providers write مثال.example as xn--mgbh0fb.example, and both are one mailbox.
 */
export function oneSpelling(address: string): string {
  const ascii = inAscii(address)
  const at = ascii.lastIndexOf('@') + 1
  try {
    const letters = ascii.slice(0, at) + punycode.toUnicode(ascii.slice(at))
    return inAscii(letters) === ascii ? letters : ascii
  } catch {
    return ascii
  }
}

/** As mail servers take it; what is no domain stays as it is, in lower case. */
export function inAscii(address: string): string {
  const lower = address.toLowerCase()
  const at = lower.lastIndexOf('@') + 1
  const domain = lower.slice(at)
  if (!/[^\0-\x7f]|(?:^|\.)xn--/u.test(domain)) return lower
  try {
    const { hostname } = new URL(`http://${domain}`)
    return lower.slice(0, at) + (hostname.includes('.') ? hostname : domain)
  } catch {
    return lower
  }
}

/** Both spellings: people who were known before there was one may have the other. */
export const spellingsOf = (address: string): string[] => [...new Set([oneSpelling(address), inAscii(address)])]
