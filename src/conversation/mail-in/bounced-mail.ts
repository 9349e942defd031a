import { postmasters } from '../../channels/email/inbound/automatic.ts'
import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { inAscii } from '../../fields/mail-domain.ts'

/**
 * Which mails a report speaks of, where it says that one failed, whether one came to nothing at its address, and what it says of
 * that in a line.
 */
export function bouncedMail(mail: ParsedMail): Bounced {
  const parts = [
    mail.wholeText,
    // as UTF-8, in which servers write to people (RFC 6533)
    ...mail.attachments.map(({ content }) => content.subarray(0, 100_000).toString('utf8')),
  ]
  const all = unfolded(parts.join('\n'))
  const named = [
    ...all.matchAll(
      /^(?:message-id|original-message-id|x-original-message-id|x-microsoft-original-message-id)\s*:\s*(<[^<>\s]{1,400}>)/gimu,
    ),
  ]
  // what merely answers a mail of ours, from whoever else, does not bring it back
  const answered = mail.report || postmasters.test(mail.from?.address ?? '') ? mail.references : []
  const ids = [...new Set([...named.map(([, id]) => id!), ...answered])].slice(0, 20)
  const failed = recipientsIn(all).filter(({ action }) => action === 'failed')
  return {
    ids,
    failedAt: failed.flatMap(({ addresses }) => addresses).slice(0, 20),
    fateAt: (address) => fateAt(address, all, mail.subject),
  }
}

type Bounced = { ids: string[]; failedAt: string[]; fateAt: (address: string) => Fate }

export type Fate = { failed: boolean; diagnosis: string }

/** What became of the mail at the address that it went to: one report may speak of several, and servers pass mails on. */
function fateAt(address: string, report: string, subject: string): Fate {
  const every = recipientsIn(report)
  const named = every.filter(({ addresses }) => addresses.includes(inAscii(address)))
  // passed on to others: as long as one of them has it, it has not come back
  const isThere = named.length === 0 && every.some(({ action }) => arrived.has(action))
  const failures = (named.length > 0 ? named : every).filter(({ action }) => action === 'failed')
  // servers also report that a mail waits, or went on or arrived
  const failed = every.length > 0 ? failures.length > 0 && !isThere : !/\bdelayed\b/iu.test(subject)
  const said = failures.find(({ diagnosis }) => diagnosis)?.diagnosis ?? diagnosisIn(report)
  return { failed, diagnosis: `Came back: ${said || subject || 'undelivered'}` }
}

const arrived = new Set(['delivered', 'relayed', 'expanded'])

type Reported = { action: string; addresses: string[]; diagnosis: string | undefined }

/** A part for each recipient, with an empty line between (RFC 3464, 2.1). */
const recipientsIn = (report: string): Reported[] =>
  report.split(/\n[ \t]*\r?\n/u).flatMap((part) => {
    const [, action] = /^action\s*:\s*([a-z]+)/imu.exec(part) ?? []
    const addresses = [...part.matchAll(/^(?:original|final)-recipient\s*:[^;\n]*;\s*<?([^\s<>;]+)/gimu)]
    return action
      ? [
          {
            action: action.toLowerCase(),
            addresses: addresses.map(([, named]) => inAscii(named!)),
            diagnosis: diagnosisIn(part),
          },
        ]
      : []
  })

const diagnosisIn = (text: string): string | undefined => /^diagnostic-code\s*:\s*(.{1,300})/imu.exec(text)?.[1]?.trim()

const unfolded = (text: string): string => text.replaceAll(/\r?\n[ \t]+(?=\S)/gu, ' ')
