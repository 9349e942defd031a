import { mailHost } from '../channels/email/message-id.server.ts'
import type { Config } from '../server/config.ts'
import type { MailEnvironment } from '../settings/mail-server/mail-server.server.ts'

/** What the environment says of mail; where it names no sender, one of the host that people open. */
export function mailEnvironment(config: Config, secret: string, address: string | undefined): MailEnvironment {
  const { smtpUrl, mailFrom, publicUrl } = config
  const usualFrom = `Sanad <support@${address ? new URL(address).hostname : 'localhost'}>`
  return { smtpUrl, mailFrom, publicUrl, usualFrom, secret, host: mailHost(mailFrom ?? usualFrom, address) }
}

/** Whoever serves other machines and mails to people is told that the links lead nowhere; whoever tries it out alone is not. */
export function aboutLinks({ smtpUrl, publicUrl, host }: Config, address: string): string[] {
  if (!smtpUrl || publicUrl || /^(localhost|127\..*|::1)$/i.test(host)) return []
  return [
    `There is no PUBLIC_URL, so that links in mails lead to ${address}: please give the address that people use as PUBLIC_URL.`,
  ]
}
