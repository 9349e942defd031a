import type { Kysely, Selectable } from 'kysely'
import type { MailServerRow } from '../../entities/mail-tables.ts'
import type { Tables } from '../../entities/tables.ts'
import type { SmtpSettings } from '../../channels/email/smtp.server.ts'
import { unseal } from '../../server/seal.server.ts'

/** What the environment says of mail, and what seals the stored password. */
export type MailEnvironment = {
  smtpUrl?: string | undefined
  mailFrom?: string | undefined
  /** Where the links of mails lead; absent: to the address on which the server listens. */
  publicUrl?: string | undefined
  /** The sender where nobody named one. */
  usualFrom: string
  secret: string
  /** The right-hand side of our mails' ids. */
  host: string
}

export const sealPurpose = 'mail server'

export type StoredServer = Selectable<MailServerRow>

export const storedServer = (db: Kysely<Tables>): Promise<StoredServer | undefined> =>
  db
    .selectFrom('mail_server')
    .select(['one', 'host', 'port', 'security', 'username', 'sealed', 'sender', 'changed_at'])
    .executeTakeFirst()

/** The mail server of this moment: the environment's, else the stored one, else none. */
export async function mailServerNow(
  db: Kysely<Tables>,
  environment: MailEnvironment,
): Promise<{ smtp: SmtpSettings | null; from: string }> {
  const { smtpUrl, mailFrom, usualFrom } = environment
  if (smtpUrl) return { smtp: { url: smtpUrl }, from: mailFrom ?? usualFrom }
  const server = await storedServer(db)
  if (!server) return { smtp: null, from: mailFrom ?? usualFrom }
  return { smtp: { url: urlOf(server, environment.secret) }, from: mailFrom ?? server.sender }
}

function urlOf({ host, port, security, username, sealed }: StoredServer, secret: string): string {
  const password = sealed === null ? '' : unseal(secret, sealPurpose, sealed)
  const login = username === null ? '' : `${encodeURIComponent(username)}:${encodeURIComponent(password)}@`
  const [scheme, options] = {
    tls: ['smtps', ''],
    // refuses to go on where the server cannot: a password never goes out in the clear
    startTls: ['smtp', '?requireTLS=true'],
    none: ['smtp', '?ignoreTLS=true'],
  }[security] as [string, string]
  return `${scheme}://${login}${host}:${port}/${options}`
}
