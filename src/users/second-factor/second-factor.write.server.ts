import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { opened, type Sealer } from '../../server/seal.server.ts'
import { parseDigits } from '../../words/digits.ts'
import { newSecret, stepOf } from './totp.server.ts'

/** Where and when it happens: a change, or what a sign-in has of one. */
type Inside = { db: Kysely<Tables>; at: Date }

const mostRecoveryCodes = 10

/** A new secret that counts from the first code on; one that was never confirmed is replaced. Null where it is on already. */
export async function beginSecondFactor({ db, at }: Inside, user: string, sealer: Sealer): Promise<string | null> {
  const secret = newSecret()
  const row = { secret: sealer.seal(secret), confirmed_at: null, last_step: 0, recovery_codes: [], created_at: at }
  const written = await db
    .insertInto('second_factor')
    .values({ user_id: user, ...row })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet(row).where('second_factor.confirmed_at', 'is', null),
    )
    .returning('user_id')
    .executeTakeFirst()
  return written ? secret : null
}

/** Turns it on by the first code. Returns the recovery codes, which are shown once; null when the code is not right. */
export async function confirmSecondFactor(
  { db, at }: Inside,
  user: string,
  code: string,
  sealer: Sealer,
): Promise<string[] | null> {
  const row = await locked(db, user)
  if (!row || row.confirmed_at) return null
  const step = stepGiven(row, code, at, sealer)
  if (step === null) return null
  const codes = newRecoveryCodes()
  await db
    .updateTable('second_factor')
    .set({ confirmed_at: at, last_step: step, recovery_codes: codes.map((each) => sealer.mark(each)) })
    .where('user_id', '=', user)
    .execute()
  return codes
}

/** Takes a code of the authenticator or a recovery code; either works once. */
export async function takeCode({ db, at }: Inside, user: string, given: string, sealer: Sealer): Promise<boolean> {
  const row = await locked(db, user)
  if (!row?.confirmed_at) return false
  const step = stepGiven(row, given, at, sealer)
  if (step !== null) {
    await db.updateTable('second_factor').set({ last_step: step }).where('user_id', '=', user).execute()
    return true
  }
  const mark = sealer.mark(given.toLowerCase().replace(/[\s-]/g, ''))
  const left = row.recovery_codes.filter((each) => each !== mark)
  if (left.length === row.recovery_codes.length) return false
  await db.updateTable('second_factor').set({ recovery_codes: left }).where('user_id', '=', user).execute()
  return true
}

/** Which moment a code is of; null for one that is none, as every code is once the installation has another secret. */
function stepGiven(row: { secret: string; last_step: number }, code: string, at: Date, sealer: Sealer): number | null {
  const secret = opened(sealer, row.secret)
  return secret === null ? null : stepOf(secret, digitsIn(code), at, row.last_step)
}

/** As people type them: in groups, in the digits of their keyboard. */
const digitsIn = (given: string): string => parseDigits(given.replace(/\s/g, ''))

/** New recovery codes in place of the old; null where it is off. */
export async function renewRecoveryCodes({ db }: Inside, user: string, sealer: Sealer): Promise<string[] | null> {
  const codes = newRecoveryCodes()
  const written = await db
    .updateTable('second_factor')
    .set({ recovery_codes: codes.map((each) => sealer.mark(each)) })
    .where('user_id', '=', user)
    .where('confirmed_at', 'is not', null)
    .returning('user_id')
    .executeTakeFirst()
  return written ? codes : null
}

/** True when there was one. */
export async function removeSecondFactor(db: Kysely<Tables>, user: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('second_factor')
    .where('user_id', '=', user)
    .returning('confirmed_at')
    .executeTakeFirst()
  return gone !== undefined && gone.confirmed_at !== null
}

const locked = (db: Kysely<Tables>, user: string) =>
  db.selectFrom('second_factor').selectAll().where('user_id', '=', user).forUpdate().executeTakeFirst()

/** Signs that nobody takes for one another; fifty bits each. */
function newRecoveryCodes(): string[] {
  const signs = '0abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: mostRecoveryCodes }, () => [...randomBytes(10)].map((byte) => signs[byte & 31]).join(''))
}
