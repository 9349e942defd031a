import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Channel } from './interaction.ts'

export type Choice = { interaction: string; channel: Channel; on: boolean }

/** What someone wants to hear of and what not; what is not named stays. */
export async function setMutes(db: Kysely<Tables>, user: string, choices: readonly Choice[]): Promise<void> {
  for (const { interaction, channel, on } of choices) {
    const place = { user_id: user, interaction, channel }
    if (on)
      await db
        .deleteFrom('muted_telling')
        .where('user_id', '=', user)
        .where('interaction', '=', interaction)
        .where('channel', '=', channel)
        .execute()
    else
      await db
        .insertInto('muted_telling')
        .values(place)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
}
