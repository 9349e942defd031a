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

/** In the transaction of what they tell of, so that an account without its invitation never exists. */
export async function queueAccountMails<Tables>(
  db: Transaction<Tables>,
  mails: readonly NewAccountMail[],
): Promise<void> {
  await queueMails(
    db,
    mails.map(({ variables, ...mail }) => ({ ...mail, ticket: null, event: null, says: { variables } })),
  )
}

export const queueAccountMail = <Tables>(db: Transaction<Tables>, mail: NewAccountMail): Promise<void> =>
  queueAccountMails(db, [mail])
