import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// RFC 6238 as every authenticator speaks it: SHA-1, six digits, thirty seconds.
const stepSeconds = 30
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 bits in base32. */
export const newSecret = (): string => base32(randomBytes(20))

/** What the authenticator reads from the picture. */
export function uriOf(secret: string, organisation: string, account: string): string {
  const label = encodeURIComponent(`${organisation}:${account}`)
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(organisation)}`
}

/** How many times thirty seconds have passed since 1970. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds)

/** The six digits that an authenticator shows in that step. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = digest.at(-1)! & 0x0f
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/**
 * The step that a code belongs to, one to either side for clocks that differ; null when it is none, or of a step up to
 * `last`: a code that somebody looked at works no second time.
 */
export function stepOf(secret: string, code: string, at: Date, last: number): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const now = stepAt(at)
  const given = Buffer.from(code)
  const found = [now, now - 1, now + 1].filter((step) => timingSafeEqual(Buffer.from(codeAt(secret, step)), given))
  return found.find((step) => step > last) ?? null
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
