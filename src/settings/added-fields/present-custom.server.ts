import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { presentText, type MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { Assignee } from '../../fields/user-group/user-group.ts'
import { addedFields } from './added-fields.server.ts'
import { isFor, type AddedField } from './added-field.ts'
import { filesIn } from './custom-files.server.ts'
import type { Custom } from './read-custom.ts'

/** The values as the interface answers them, as far as their reader may see; people, groups and files with their names. */
export async function presentCustom(db: Kysely<Tables>, custom: Custom, side: 'staff' | 'customer'): Promise<Custom> {
  const [presented = {}] = await presentCustoms(db, [{ custom, side }])
  return presented
}

/** What a ticket holds, and from which side its reader sees it: who works here sees their own request as its customer. */
export type SeenCustom = { custom: Custom; side: 'staff' | 'customer' }

/** Of many tickets at once: fields and names are asked for once. */
export async function presentCustoms(db: Kysely<Tables>, seen: readonly SeenCustom[]): Promise<Custom[]> {
  // most tickets have none, and then nothing is asked
  if (seen.every(({ custom }) => Object.keys(custom).length === 0)) return seen.map(() => ({}))
  const fields = await addedFields(db)
  const names = await namesOf(
    db,
    fields,
    seen.map(({ custom }) => custom),
  )
  return seen.map(({ custom, side }) =>
    Object.fromEntries(
      fields
        .filter((field) => isFor(field, side) && Object.hasOwn(custom, field.key))
        .map((field) => [field.key, presented(field, custom[field.key], names)])
        // a file that was erased with whoever gave it
        .filter(([, value]) => value !== undefined),
    ),
  )
}

type Names = { people: ReadonlyMap<string, string>; files: ReadonlyMap<string, ShownFile> }
export type ShownFile = { id: string; name: string; size: number }

function presented({ type }: AddedField, value: unknown, { people: names, files }: Names): unknown {
  if (type === 'multilingual-text') return presentText(value as MultilingualText)
  if (type === 'file') return files.get(value as string)
  if (type === 'user') return named(value as string, names)
  if (type !== 'user-group') return value
  const { group, member } = value as Assignee
  return { group: named(group, names), member: member === null ? null : named(member, names) }
}

const named = (id: string, names: Names['people']) => ({ id, name: names.get(id) ?? '' })

async function namesOf(db: Kysely<Tables>, fields: readonly AddedField[], customs: readonly Custom[]): Promise<Names> {
  const files = await filesOf(db, fields, customs)
  const ids = new Set(customs.flatMap((custom) => fields.flatMap((field) => idsIn(field, custom[field.key]))))
  if (ids.size === 0) return { people: new Map(), files }
  const people = await db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  const groups = await db
    .selectFrom('user_group')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return { people: new Map([...people, ...groups].map(({ id, name }) => [id, name])), files }
}

async function filesOf(db: Kysely<Tables>, fields: readonly AddedField[], customs: readonly Custom[]) {
  const ids = customs.flatMap((custom) => filesIn(fields, custom).map(({ id }) => id))
  if (ids.length === 0) return new Map<string, ShownFile>()
  const rows = await db.selectFrom('ticket_file').select(['id', 'name', 'size']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function idsIn({ type }: AddedField, value: unknown): string[] {
  if (value === undefined) return []
  if (type === 'user') return [value as string]
  if (type !== 'user-group') return []
  const { group, member } = value as Assignee
  return member === null ? [group] : [group, member]
}
