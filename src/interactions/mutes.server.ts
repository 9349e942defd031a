import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Channel } from './interaction.ts'
import { isPersonal, mayBeMuted } from './muting.ts'
import type { Recipient } from './recipients.ts'

/** Whether a recipient does not want a telling by a door. */
export type MutedBy = (door: Channel, interaction: string, recipient: Recipient) => boolean

/** What people chose not to hear; asked once for all of them. A program has no eyes: it is told nothing at all. */
export async function mutedBy(db: Kysely<Tables>, people: readonly string[]): Promise<MutedBy> {
  if (people.length === 0) return () => false
  const programs = await db
    .selectFrom('users')
    .select('id')
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...people]))))
    .where('service', '=', true)
    .execute()
  const chosen = await db
    .selectFrom('muted_telling')
    .select(['user_id', 'interaction', 'channel'])
    .where((eb) => eb('user_id', '=', eb.fn.any(eb.val([...people]))))
    .execute()
  const blind = new Set(programs.map(({ id }) => id))
  const muted = new Set(chosen.map((each) => `${each.user_id} ${each.interaction} ${each.channel}`))
  return (door, interaction, recipient) =>
    blind.has(recipient.person.id) ||
    (mayBeMuted(interaction) &&
      !isPersonal(interaction, recipient) &&
      muted.has(`${recipient.person.id} ${interaction} ${door}`))
}
