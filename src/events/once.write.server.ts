import { createHash } from 'node:crypto'
import type { Person } from '../entities/person/actor.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Change, Desk } from './desk.server.ts'

/** What makes two requests the same: who, what, where, and the key that the caller gave. */
export type Claim = { method: string; path: string; key: string; body: unknown }

function wrongOf(key: string) {
  if (key === '') return { code: 'required' }
  if (key.length > 200) return { code: 'tooLong', max: 200, length: key.length }
  return /^[\x20-\x7e]+$/.test(key) ? null : { code: 'notText' }
}

/**
 * Does a change at most once for one Idempotency-Key. The claim is the first statement of the change's own transaction, so
 * parallel repeats wait for it and get the stored answer, if `recheck` still lets them; a refusal rolls the claim back with
 * everything else.
 */
export async function once(
  desk: Desk,
  person: Person,
  claim: Claim,
  work: (desk: Desk) => Promise<unknown>,
  recheck: (desk: Desk, stored: unknown) => Promise<void> = async () => {},
): Promise<unknown> {
  const wrong = wrongOf(claim.key)
  if (wrong) refuse('invalidFields', { errors: [{ field: 'Idempotency-Key', ...wrong }] })
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(claim.body ?? null))
    .digest('base64url')
  return desk.change(person, async (change) => {
    if (!(await claimed(change, person, claim, bodyHash))) {
      const stored = await storedAnswer(change, person, claim, bodyHash)
      await recheck(change.desk, stored)
      return stored
    }
    const answer = await work(change.desk)
    await place(change, person, claim)
      .set({ answer: JSON.stringify(answer ?? null) })
      .execute()
    return answer
  })
}

async function claimed(change: Change, person: Person, claim: Claim, bodyHash: string): Promise<boolean> {
  const inserted = await change.db
    .insertInto('idempotent_answer')
    .values({
      person_id: person.id,
      method: claim.method,
      path: claim.path,
      key: claim.key,
      body_hash: bodyHash,
      answer: null,
      at: change.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted !== undefined
}

async function storedAnswer(change: Change, person: Person, claim: Claim, bodyHash: string): Promise<unknown> {
  const stored = await change.db
    .selectFrom('idempotent_answer')
    .select(['body_hash', 'answer'])
    .where('person_id', '=', person.id)
    .where('method', '=', claim.method)
    .where('path', '=', claim.path)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow()
  if (stored.body_hash !== bodyHash) refuse('keyReused', { errors: [{ field: 'Idempotency-Key', code: 'keyReused' }] })
  return stored.answer
}

const place = (change: Change, person: Person, claim: Claim) =>
  change.db
    .updateTable('idempotent_answer')
    .where('person_id', '=', person.id)
    .where('method', '=', claim.method)
    .where('path', '=', claim.path)
    .where('key', '=', claim.key)
