import { sql, type Transaction } from 'kysely'
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
  const there = await notErased(db, mails)
  await queueMails(
    db,
    mails.filter(there).map(({ variables, ...mail }) => ({ ...mail, ticket: null, event: null, says: { variables } })),
  )
}

/** Waits for an erasing that is under way, as the mail's own row would: whom it was about is told nothing more. */
async function notErased<Tables>(db: Transaction<Tables>, mails: readonly NewAccountMail[]) {
  const { rows } = await sql<{ id: string }>`
    select id from users where id = any(${mails.map(({ recipient }) => recipient)}::uuid[]) and erased_at is null
    order by id for key share`.execute(db)
  const there = new Set(rows.map(({ id }) => id))
  return ({ recipient }: NewAccountMail): boolean => recipient === null || there.has(recipient)
}

export const queueAccountMail = <Tables>(db: Transaction<Tables>, mail: NewAccountMail): Promise<void> =>
  queueAccountMails(db, [mail])
