import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

export type Sealer = {
  /** What must be read again: encrypted, and noticed when somebody changed it. */
  seal(text: string): string
  open(sealed: string): string
  /** What is only compared: without the installation's secret nobody can try values out. */
  mark(text: string): string
}

/** Keys of the installation's secret, another for each purpose, so that what was sealed for one opens for no other. */
export function openSealer(secret: string, purpose: string): Sealer {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'sanad', `${purpose} ${use}`, 32))
  const [sealing, marking] = [key('seal'), key('mark')]
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const cipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12), { authTagLength: 16 })
      cipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
    },
    mark: (text) => createHmac('sha256', marking).update(text).digest('base64url'),
  }
}
