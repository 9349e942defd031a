import type { Transaction } from 'kysely'
import type { AccountMail } from './account-mails.ts'
import { queueMails } from './queue-mail.write.server.ts'

export type NewAccountMail = {
  interaction: AccountMail
  recipient: string | null
  address: string
  /** `link` is a path with its token; times are ISO 8601; `actor` and `roles` are names. */
  variables: Readonly<Record<string, string>>
  at: Date
}

/** In the transaction of what it tells of, so that an account without its invitation never exists. */
export async function queueAccountMail<Tables>(db: Transaction<Tables>, mail: NewAccountMail): Promise<void> {
  const { interaction, recipient, address, at } = mail
  const says = { variables: mail.variables }
  await queueMails(db, [{ ticket: null, event: null, interaction, recipient, address, says, at }])
}
