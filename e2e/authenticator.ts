import { codeAt, stepAt } from '../src/users/second-factor/totp.server.ts'

/** What an authenticator on a phone shows for this key. Each code works once: `later` is the next one. */
export const codeFor = (secret: string, later = 0): string =>
  codeAt(secret.replace(/\s/gu, ''), stepAt(new Date()) + later)
