import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Draft, Held, Writing, WrittenFile } from './writing.ts'

type Row = { ticket: number; person: string }

/** What somebody has begun on a ticket, and what of theirs is about to go out. Nobody else ever reads it. */
export async function writingOf(db: Kysely<Tables>, { ticket, person }: Row): Promise<Writing> {
  const [drafts, held] = await Promise.all([draftsOf(db, { ticket, person }), heldOf(db, { ticket, person })])
  return { drafts, held }
}

async function draftsOf(db: Kysely<Tables>, { ticket, person }: Row): Promise<Draft[]> {
  const rows = await db
    .selectFrom('draft')
    .select(['kind', 'text', 'problem', 'at', 'back'])
    .select(filesIn('draft').as('files'))
    .where('ticket_number', '=', ticket)
    .where('person_id', '=', person)
    .orderBy('kind')
    .execute()
  return rows.map(({ at, back, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    back: back.map(({ id, text }) => ({ id, text })),
  }))
}

async function heldOf(db: Kysely<Tables>, { ticket, person }: Row): Promise<Held[]> {
  const rows = await db
    .selectFrom('held_message')
    .select(['kind', 'id', 'text', 'due_at'])
    .select(filesIn('held_message').as('files'))
    .where('ticket_number', '=', ticket)
    .where('person_id', '=', person)
    .orderBy('due_at')
    .execute()
  return rows.map(({ due_at, ...rest }) => ({ ...rest, dueAt: due_at.toISOString() }))
}

/** Those that still are their sender's, in the order in which they stand. */
const filesIn = (table: 'draft' | 'held_message') => sql<WrittenFile[]>`(
  select coalesce(jsonb_agg(
    jsonb_build_object('id', upload.id, 'name', upload.name, 'type', upload.type, 'size', upload.size)
    order by array_position(${sql.ref(`${table}.files`)}, upload.id)
  ), '[]')
  from upload
  where upload.id = any (${sql.ref(`${table}.files`)}) and upload.owner_id = ${sql.ref(`${table}.person_id`)}
)`
