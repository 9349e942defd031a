import { sql, type Kysely } from 'kysely'
import type { OwnTemplates } from '../entities/settings-tables.ts'
import type { Tables } from '../entities/tables.ts'
import { asBuiltIn, type Differences } from './differences.ts'
import type { Channel } from './interaction.ts'

/** How an organisation has it told otherwise than it is built in; `asBuiltIn` where nobody changed it. */
export async function differencesOf(db: Kysely<Tables>, name: string): Promise<Differences> {
  const row = await db
    .selectFrom('interaction_setting')
    .select(['enabled', 'channels', 'templates'])
    .where('name', '=', name)
    .executeTakeFirst()
  return row ? { ...row, channels: row.channels as Channel[] | null } : asBuiltIn
}

/** By name, those alone that somebody changed. */
export async function allDifferences(db: Kysely<Tables>): Promise<Map<string, Differences>> {
  const rows = await db.selectFrom('interaction_setting').select(['name', 'enabled', 'channels', 'templates']).execute()
  return new Map(
    rows.map(({ name, ...row }) => [name, { ...row, channels: row.channels as Channel[] | null }] as const),
  )
}

/** The texts of every interaction that has own ones, a few at the most, by its name: a column of a statement that is asked anyway. */
export const storedTemplates = sql<Record<string, OwnTemplates> | null>`(
  select json_object_agg(name, templates) from interaction_setting)`
