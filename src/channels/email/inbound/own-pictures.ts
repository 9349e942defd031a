import type { MailAttachment } from './parsed-mail.ts'

/** What browsers draw and nothing runs in. */
const drawn = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const mostBytes = 8_000_000
/** In all places where they are named: a mail can name one picture ten thousand times. */
const mostWritten = 24_000_000

/**
 * Cleaned HTML with the pictures that the mail itself carries, put where it names them: the frame in which it is shown may
 * fetch nothing, not even from us. What is too large, or no plain picture, leaves its description.
 */
export function withOwnPictures(clean: string, attachments: readonly MailAttachment[]): string {
  const pictures = new Map<string, string>()
  let bytes = 0
  for (const { cid, type, content } of attachments) {
    if (!cid || pictures.has(cid) || !drawn.has(type) || bytes + content.length > mostBytes) continue
    bytes += content.length
    pictures.set(cid, `data:${type};base64,${content.toString('base64')}`)
  }
  let written = 0
  // cleaned HTML writes each attribute in double quotes
  return clean.replace(/(<img\b[^>]*?\bsrc=")cid:([^"]*)(")/giu, (all, start: string, id: string, end: string) => {
    const picture = pictures.get(unescaped(id))
    written += picture?.length ?? 0
    return picture && written <= mostWritten ? `${start}${picture}${end}` : all.replace(/\bsrc="[^"]*"/iu, '')
  })
}

function unescaped(id: string): string {
  const bare = id.replaceAll('&amp;', '&')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
