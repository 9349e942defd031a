import { sql, type RawBuilder, type SqlBool } from 'kysely'

/**
 * Of a row of users: whether a way in is theirs already, and not only promised by a link. A password; an account elsewhere while
 * its provider is asked; or they are in at this moment.
 */
export const canComeIn = (at: Date): RawBuilder<SqlBool> => sql`(
  exists (select from account where account.user_id = users.id and account.password is not null)
  or exists (
    select from outside_identity
    where outside_identity.user_id = users.id and exists (select from sign_in_provider)
  )
  or exists (
    select from session
    where session.user_id = users.id and session.expires_at > ${at} and not session.awaits_code
  )
)`
