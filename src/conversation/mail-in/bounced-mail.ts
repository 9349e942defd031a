import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'

/** Which mails a report speaks of, and what it says of them in a line. */
export function bouncedMail(mail: ParsedMail): { ids: string[]; diagnosis: string } {
  const parts = [
    mail.wholeText,
    ...mail.attachments.map(({ content }) => content.subarray(0, 100_000).toString('latin1')),
  ]
  const all = parts.join('\n')
  const named = [
    ...all.matchAll(/^(?:message-id|original-message-id|x-original-message-id)\s*:\s*(<[^<>\s]{1,400}>)/gimu),
  ]
  const ids = [...new Set([...named.map(([, id]) => id!), ...mail.references])].slice(0, 20)
  const [, diagnosis] = /^diagnostic-code\s*:\s*(.{1,300})$/imu.exec(all) ?? []
  return { ids, diagnosis: `Came back: ${diagnosis?.trim() ?? (mail.subject || 'undelivered')}` }
}
