/**
 * The one spelling in which an address is kept and looked up: in lower case, and its domain in the letters in which people read it.
 * Mail servers and providers write مثال.example as xn--mgbh0fb.example, and both are one mailbox.
 */
export function oneSpelling(address: string): string {
  const ascii = inAscii(address)
  const at = ascii.lastIndexOf('@') + 1
  try {
    const labels = ascii.slice(at).split('.')
    const read = labels.map((label) => (label.startsWith('xn--') ? fromPunycode(label.slice(4)) : label))
    const letters = ascii.slice(0, at) + read.join('.')
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

const base = 36
const range = { least: 1, most: 26 }

/** RFC 3492, 6.2. */
function fromPunycode(label: string): string {
  const dash = Math.max(label.lastIndexOf('-'), 0)
  const codes = Array.from(label.slice(0, dash), (sign) => sign.codePointAt(0)!)
  const digits = Array.from(label.slice(dash).replace(/^-/u, ''), digitOf)
  let [code, at, bias] = [0x80, 0, 72]
  while (digits.length > 0) {
    const before = at
    for (let [weight, step] = [1, base]; ; step += base) {
      const digit = digits.shift() ?? 0
      const threshold = Math.min(Math.max(step - bias, range.least), range.most)
      at += digit * weight
      if (digit < threshold) break
      weight *= base - threshold
    }
    const count = codes.length + 1
    bias = adapted(at - before, count, before === 0)
    code += Math.floor(at / count)
    at %= count
    codes.splice(at++, 0, code)
  }
  return String.fromCodePoint(...codes)
}

const digitOf = (sign: string): number => (sign <= '9' ? Number(sign) + 26 : sign.codePointAt(0)! - 97)

/** RFC 3492, 6.1. */
function adapted(difference: number, count: number, isFirst: boolean): number {
  let delta = Math.floor(difference / (isFirst ? 700 : 2))
  delta += Math.floor(delta / count)
  let steps = 0
  for (; delta > 455; steps += base) delta = Math.floor(delta / 35)
  return steps + Math.floor((base * delta) / (delta + 38))
}
