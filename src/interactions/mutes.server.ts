import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Channel } from './interaction.ts'
import { isPersonal, mayBeMuted } from './muting.ts'
import type { Recipient } from './recipients.ts'

export type Muted = Record<Channel, ReadonlySet<string>>

/** Who of the recipients does not want this telling, by which door. A program has no eyes: it is told nothing at all. */
export async function mutedBy(
  db: Kysely<Tables>,
  interaction: string,
  recipients: readonly Recipient[],
): Promise<Muted> {
  const ids = recipients.map(({ person }) => person.id)
  const programs = await db
    .selectFrom('users')
    .select('id')
    .where('id', 'in', ids)
    .where('service', '=', true)
    .execute()
  const muted = { 'in-app': new Set(programs.map(({ id }) => id)), email: new Set(programs.map(({ id }) => id)) }
  for (const { user_id, channel } of await chosen(db, interaction, recipients)) muted[channel].add(user_id)
  return muted
}

async function chosen(db: Kysely<Tables>, interaction: string, recipients: readonly Recipient[]) {
  const ids = recipients.filter((each) => !isPersonal(interaction, each)).map(({ person }) => person.id)
  if (ids.length === 0 || !mayBeMuted(interaction)) return []
  return db
    .selectFrom('muted_telling')
    .select(['user_id', 'channel'])
    .where('interaction', '=', interaction)
    .where('user_id', 'in', ids)
    .execute()
}
