import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

// AES-256-GCM under keys that are derived from the installation's secret, another for each purpose: whoever reads the database
// alone reads nothing, what was sealed for one purpose opens for no other, and a change is noticed. What was stored in either of
// the two forms below must still open.

const keyOf = (secret: string, use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'sanad', use, 32))

type Sealed = { nonce: Buffer; body: Buffer; tag: Buffer }

function encrypted(key: Buffer, text: string): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { nonce, body, tag: cipher.getAuthTag() }
}

function decrypted(key: Buffer, { nonce, body, tag }: Sealed): string {
  // a tag that was cut short would be easier to guess
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
}

/** Keeps a secret of others, such as a mail server's password, in words that say in which form: `v1.nonce.body.tag`. */
export function seal(secret: string, purpose: string, text: string): string {
  const { nonce, body, tag } = encrypted(keyOf(secret, `seal: ${purpose}`), text)
  return ['v1', ...[nonce, body, tag].map((part) => part.toString('base64url'))].join('.')
}

/** Throws when it was sealed with another secret, for another purpose, or was changed since. */
export function unseal(secret: string, purpose: string, sealed: string): string {
  const [version, nonce = '', body = '', tag = ''] = sealed.split('.')
  if (version !== 'v1') throw new Error('This was not sealed here.')
  const bytes = (part: string) => Buffer.from(part, 'base64url')
  return decrypted(keyOf(secret, `seal: ${purpose}`), { nonce: bytes(nonce), body: bytes(body), tag: bytes(tag) })
}

export type Sealer = {
  /** What must be read again, in one word: for cookies and codes. */
  seal(text: string): string
  /** Throws as `unseal` does. */
  open(sealed: string): string
  /** What is only compared: without the installation's secret nobody can try values out. */
  mark(text: string): string
}

/** For one purpose, with its keys derived once. */
export function openSealer(secret: string, purpose: string): Sealer {
  const [sealing, marking] = [keyOf(secret, `${purpose} seal`), keyOf(secret, `${purpose} mark`)]
  return {
    seal(text) {
      const { nonce, body, tag } = encrypted(sealing, text)
      return Buffer.concat([nonce, tag, body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const [nonce, tag, body] = [bytes.subarray(0, 12), bytes.subarray(12, 28), bytes.subarray(28)]
      return decrypted(sealing, { nonce, body, tag })
    },
    mark: (text) => createHmac('sha256', marking).update(text).digest('base64url'),
  }
}

/** What was sealed, or null where that was with another secret, such as the one from before a restore. */
export function opened(sealer: Sealer, sealed: string): string | null {
  try {
    return sealer.open(sealed)
  } catch {
    return null
  }
}
