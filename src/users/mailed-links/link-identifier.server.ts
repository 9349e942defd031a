import { createHash } from 'node:crypto'
import type { LinkKind } from './link-kinds.ts'

const hashed = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Under which name a mailed link is kept: hashed, and never found by a pattern; the token is looked up whole (CVE-2020-1772). */
export const linkIdentifier = (kind: LinkKind, token: string): string =>
  // the sign-in library keeps its own, in its own form
  kind === 'reset' ? hashed(`reset-password:${token}`) : `${kind}:${hashed(token)}`
