import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keeps a secret of others in the database: AES-256-GCM under a key that is derived from the installation's secret, one for
 * each purpose. Whoever reads the database alone reads nothing of it.
 */
export function seal(secret: string, purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['v1', ...[nonce, body, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** Throws when it was sealed with another secret, for another purpose, or was changed since. */
export function unseal(secret: string, purpose: string, sealed: string): string {
  const [version, nonce = '', body = '', tag = ''] = sealed.split('.')
  if (version !== 'v1') throw new Error('This was not sealed here.')
  const bytes = (part: string) => Buffer.from(part, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), bytes(nonce), { authTagLength: 16 })
  decipher.setAuthTag(bytes(tag))
  return Buffer.concat([decipher.update(bytes(body)), decipher.final()]).toString('utf8')
}

const keyOf = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'sanad', `seal: ${purpose}`, 32))
