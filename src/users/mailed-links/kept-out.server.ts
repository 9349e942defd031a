import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../../entities/tables.ts'

type OfUser = ExpressionBuilder<Tables, 'users'>

export const hasPassword = (eb: OfUser) =>
  eb.exists(eb.selectFrom('account').select('account.id').whereRef('account.user_id', '=', 'users.id'))

/** Was invited, has no password yet, and the invitation was taken back: no other mailed link is a way round that. */
export const isKeptOut = (eb: OfUser) => eb.and([eb('users.invitation_taken_back', '=', true), eb.not(hasPassword(eb))])
