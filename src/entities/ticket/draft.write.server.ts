import type { Kysely } from 'kysely'
import type { Actor } from '../person/actor.ts'
import type { Tables } from '../tables.ts'

type Db = Kysely<Tables>
type Kind = Tables['draft']['kind']
export type DraftPlace = { ticket: number; person: string; kind: Kind }

/** What was sent is no draft any more. */
export async function dropDraft(db: Db, { ticket, person, kind }: DraftPlace): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('ticket_number', '=', ticket)
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .execute()
}

/** What a page sends is what was written on it. A program that speaks for somebody with their key says something else. */
export async function dropSentDraft(db: Db, actor: Actor, place: Omit<DraftPlace, 'person'>): Promise<void> {
  if (actor.kind === 'person' && actor.key === undefined) await dropDraft(db, { ...place, person: actor.id })
}

/** One draft a person, ticket and kind: a later one takes the place of the earlier. `problem` is the code of what kept it from being sent. */
export async function putDraft(
  db: Db,
  { ticket, person, kind }: DraftPlace,
  draft: { text: string; files: readonly string[]; problem: string | null; at: Date },
): Promise<void> {
  const written = { ...draft, files: [...draft.files] }
  await db
    .insertInto('draft')
    .values({ ticket_number: ticket, person_id: person, kind, ...written })
    .onConflict((conflict) => conflict.columns(['ticket_number', 'person_id', 'kind']).doUpdateSet(written))
    .execute()
}
