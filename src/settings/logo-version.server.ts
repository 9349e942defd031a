import { createHash } from 'node:crypto'

/** What the addresses of pictures are told apart by: another picture, another version. */
export const logoVersion = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 12)
