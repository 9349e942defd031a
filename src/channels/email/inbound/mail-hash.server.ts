import { createHash } from 'node:crypto'

/** Headers that the writer's side makes; all others are the trace of one way here. */
const written = /^(from|to|cc|subject|date|message-id|in-reply-to|references|content-[a-z-]+|mime-version)$/iu

/**
 * The same for a mail that is fetched twice or came by two ways, and another for any other mail, even one that borrows a
 * Message-ID: who knows the id of a mail cannot keep it from coming in.
 */
export function mailHash(raw: Buffer): string {
  const end = endOfHeaders(raw)
  const headers = raw
    .subarray(0, end)
    .toString('latin1')
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u)
    .filter((line) => written.test(line.slice(0, line.indexOf(':'))))
  return createHash('sha256').update(headers.join('\n')).update('\n\n').update(raw.subarray(end)).digest('hex')
}

function endOfHeaders(raw: Buffer): number {
  const ends = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter((at) => at >= 0)
  return ends.length > 0 ? Math.min(...ends) : raw.length
}
