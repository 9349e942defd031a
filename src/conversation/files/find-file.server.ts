import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { UploadRow } from '../../entities/ticket/ticket-tables.ts'
import { isId } from '../../fields/user-group/user-group.ts'
import { isForEveryone, isOfAnswer } from '../../queries/one-ticket/files-of.server.ts'
import { sideOf } from '../../permissions/sight.ts'
import { visibleTo } from '../../permissions/visible.server.ts'

type File = Pick<UploadRow, 'key' | 'name' | 'size' | 'sha256'>

/** The file, for who sees the text that it belongs to; or whoever sent it and has not used it yet. */
export async function findFile(db: Kysely<Tables>, actor: Person, id: string | undefined): Promise<File | null> {
  if (!isId(id)) return null
  return (await onItsTicket(db, actor, id)) ?? (await onDuplicate(db, actor, id)) ?? (await notUsedYet(db, actor, id))
}

async function onItsTicket(db: Kysely<Tables>, actor: Person, id: string): Promise<File | null> {
  const file = await db
    .selectFrom('ticket_file')
    .innerJoin('ticket', 'ticket.number', 'ticket_file.ticket_number')
    .selectAll('ticket')
    .select(['ticket_file.name', 'ticket_file.size'])
    .select(kept)
    .select(isForEveryone.as('for_everyone'))
    .where('ticket_file.id', '=', id)
    .where('ticket_file.left_out', 'is', null)
    .executeTakeFirst()
  if (!file) return null
  const side = sideOf(actor, { ...file, author_id: null })
  return side === 'staff' || (side === 'customer' && file.for_everyone) ? file : null
}

/** The answer of an original is shown on its duplicates, and its files with it: to who sees one of those. */
const onDuplicate = async (db: Kysely<Tables>, actor: Person, id: string): Promise<File | null> =>
  (await db
    .selectFrom('ticket_file')
    .innerJoin('ticket', 'ticket.answer_ticket', 'ticket_file.ticket_number')
    .select(['ticket_file.name', 'ticket_file.size'])
    .select(kept)
    .where('ticket_file.id', '=', id)
    .where(isOfAnswer)
    .where((eb) => visibleTo(actor)(eb))
    .limit(1)
    .executeTakeFirst()) ?? null

const notUsedYet = async (db: Kysely<Tables>, actor: Person, id: string): Promise<File | null> =>
  (await db
    .selectFrom('upload')
    .select(['key', 'name', 'size', 'sha256'])
    .where('id', '=', id)
    .where('owner_id', '=', actor.id)
    .executeTakeFirst()) ?? null

/** What a file has that was not left out. */
const kept = (eb: ExpressionBuilder<Tables, 'ticket_file'>) => [
  eb.ref('ticket_file.key').$notNull().as('key'),
  eb.ref('ticket_file.sha256').$notNull().as('sha256'),
]
