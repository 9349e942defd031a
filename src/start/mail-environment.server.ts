import { mailHost } from '../channels/email/message-id.server.ts'
import type { Config } from '../server/config.ts'
import type { MailEnvironment } from '../settings/mail-server/mail-server.server.ts'

/** What the environment says of mail; where it names no sender, one of the host that people open. */
export function mailEnvironment(config: Config, secret: string, address: string | undefined): MailEnvironment {
  const { smtpUrl, mailFrom } = config
  const usualFrom = `Sanad <support@${address ? new URL(address).hostname : 'localhost'}>`
  return { smtpUrl, mailFrom, usualFrom, secret, host: mailHost(mailFrom ?? usualFrom, address) }
}
