import { postmasters } from '../../channels/email/inbound/automatic.ts'
import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'

/** Which mails a report speaks of, whether they came to nothing, and what it says of them in a line. */
export function bouncedMail(mail: ParsedMail): { ids: string[]; failed: boolean; diagnosis: string } {
  const parts = [
    mail.wholeText,
    // as UTF-8, in which servers write to people (RFC 6533)
    ...mail.attachments.map(({ content }) => content.subarray(0, 100_000).toString('utf8')),
  ]
  const all = unfolded(parts.join('\n'))
  const named = [
    ...all.matchAll(/^(?:message-id|original-message-id|x-original-message-id)\s*:\s*(<[^<>\s]{1,400}>)/gimu),
  ]
  // what merely answers a mail of ours, from whoever else, does not bring it back
  const answered = mail.report || postmasters.test(mail.from?.address ?? '') ? mail.references : []
  const ids = [...new Set([...named.map(([, id]) => id!), ...answered])].slice(0, 20)
  const [, diagnosis] = /^diagnostic-code\s*:\s*(.{1,300})/imu.exec(all) ?? []
  return {
    ids,
    failed: isFailure(all, mail.subject),
    diagnosis: `Came back: ${diagnosis?.trim() || mail.subject || 'undelivered'}`,
  }
}

/** Servers also report that a mail waits, or went on or arrived: then nothing has come back. */
function isFailure(report: string, subject: string): boolean {
  const actions = [...report.matchAll(/^action\s*:\s*([a-z]+)/gimu)].map(([, action]) => action!.toLowerCase())
  return actions.length > 0 ? actions.includes('failed') : !/\bdelayed\b/iu.test(subject)
}

const unfolded = (text: string): string => text.replaceAll(/\r?\n[ \t]+/gu, ' ')
