import { largestMail } from '../channels/email/inbound/largest-mail.ts'
import { leftOutReasons } from '../entities/ticket/left-out.ts'
import { mostFiles } from '../entities/ticket/most-files.ts'
import { formatFor } from '../words/format.ts'
import { wordsFor } from '../words/words.ts'
import type { FileOfMail, SentFile } from './raw.ts'
import type { TellingReader } from './reader.ts'

/** Nobody reads on in a mail; the page of the request names them all. */
const mostNamed = 20

/** Markdown: a sentence with the reason, as the page of the request has it, and a line for each file. */
export function leftOutText(files: readonly FileOfMail[], reader: TellingReader): string {
  const t = wordsFor(reader)
  const format = formatFor(reader)
  const numbers = { most: mostFiles, max: format.fileSize(largestMail) }
  return leftOutReasons
    .flatMap((reason) => {
      const these = files.filter(({ why }) => why === reason)
      const named = these.flatMap(({ name, size }) =>
        name === undefined ? [] : [`${asItStands(name)} (${format.fileSize(size)})`],
      )
      const lines = named.slice(0, mostNamed)
      const more = these.length - lines.length
      if (more > 0) lines.push(t(lines.length > 0 ? 'plurals:moreFiles' : 'plurals:files', { count: more }))
      const list = lines.map((line) => `- ${line}`).join('\n')
      return these.length === 0 ? [] : [`${t(`customerTicket:leftOut.${reason}`, numbers)}\n\n${list}`]
    })
    .join('\n\n')
}

/** What was sent with a text, in a row: they lie on the page of the request, not in the mail. */
export function filesText(files: readonly SentFile[], reader: TellingReader): string {
  const format = formatFor(reader)
  const named = files.flatMap(({ name, size }) =>
    name === undefined ? [] : [`${name.replace(/\s+/gu, ' ')} (${format.fileSize(size)})`],
  )
  return named.length === 0 ? format.number(files.length) : format.list(named)
}

/** Nothing in a name is a form: a_b_c.txt keeps its lines, and no name becomes a link. */
const asItStands = (name: string): string => name.replace(/\s+/gu, ' ').replace(/[!-/:-@[-`{-~]/gu, String.raw`\$&`)
