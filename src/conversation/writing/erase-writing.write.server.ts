import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../entities/tables.ts'

/** Of someone who is erased: what they had begun, answers that were their own, and their name where others called them. */
export async function eraseWriting(db: Transaction<Tables>, person: string, label: string): Promise<void> {
  await db.deleteFrom('held_message').where('person_id', '=', person).execute()
  await db.deleteFrom('draft').where('person_id', '=', person).execute()
  await db.deleteFrom('canned_answer').where('owner_id', '=', person).where('shared', '=', 'own').execute()
  const called = `\\[@[^\\]]*\\]\\(mention:${person}\\)`
  const instead = JSON.stringify(`[@${label}](mention:${person})`).slice(1, -1)
  await sql`
    update message set text = regexp_replace(text::text, ${called}, ${instead}, 'g')::jsonb
    where position(${`mention:${person}`} in text::text) > 0`.execute(db)
}
