import { sql, type Kysely } from 'kysely'
import type { Actor } from '../person/actor.ts'
import type { Tables } from '../tables.ts'
import type { Back } from '../writing-tables.ts'
import { joinedTexts } from './joined-texts.ts'

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

type Written = { text: string; files: readonly string[] }
type Kept = Written & { at: Date; knows?: readonly string[] | undefined }

/**
 * One draft a person, ticket and kind: a later one takes the place of the earlier, but not of what came back into that and
 * whoever writes does not know of (`knows` has the ids; a program that names none knows all): it stands before it.
 */
export async function keepDraft(db: Db, place: DraftPlace, { knows, at, ...written }: Kept): Promise<void> {
  const there = knows && (await lockedDraft(db, place))
  const back = there?.back ?? []
  const unknown = back.filter(({ id }) => !knows?.includes(id))
  const { text, files } = joined([...unknown, written])
  if (text.trim() === '' && files.length === 0) await dropDraft(db, place)
  // whoever knows of it has touched it
  else await put(db, place, { text, files, back, problem: unknown.length > 0 ? there!.problem : null, at })
}

/** What was held is a draft again, before whatever was begun since. `problem` is the code of what kept it from going out. */
export async function bringBack(
  db: Db,
  place: DraftPlace,
  held: Back,
  { problem, at }: { problem: string | null; at: Date },
): Promise<void> {
  const begun = await lockedDraft(db, place)
  const { text, files } = joined(begun ? [held, begun] : [held])
  await put(db, place, { text, files, back: [held, ...(begun?.back ?? [])], problem, at })
}

/** Of two who save at the same moment the second sees what the first left, also where nothing lay before. */
async function lockedDraft(db: Db, { ticket, person, kind }: DraftPlace) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${ticket} ${person} ${kind}`}, 0))`.execute(db)
  return db
    .selectFrom('draft')
    .select(['text', 'files', 'problem', 'back'])
    .where('ticket_number', '=', ticket)
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
}

const joined = (parts: readonly Written[]): { text: string; files: string[] } => ({
  text: joinedTexts(parts.map(({ text }) => text)),
  files: [...new Set(parts.flatMap(({ files }) => files))],
})

async function put(
  db: Db,
  { ticket, person, kind }: DraftPlace,
  { back, ...draft }: { text: string; files: string[]; back: Back[]; problem: string | null; at: Date },
): Promise<void> {
  const written = { ...draft, back: JSON.stringify(back) }
  await db
    .insertInto('draft')
    .values({ ticket_number: ticket, person_id: person, kind, ...written })
    .onConflict((conflict) => conflict.columns(['ticket_number', 'person_id', 'kind']).doUpdateSet(written))
    .execute()
}
