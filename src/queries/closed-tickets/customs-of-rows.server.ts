import type { Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { isStaff } from '../../permissions/is-staff.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import { isFor } from '../../settings/added-fields/added-field.ts'
import { addedFields } from '../../settings/added-fields/added-fields.server.ts'
import { presentCustoms, type SeenCustom } from '../../settings/added-fields/present-custom.server.ts'

type Custom = Record<string, unknown>

/** What each row holds of the added fields that were asked for. One that the reader may not see is none to them. */
export async function customsOf<Row extends SeenCustom>(
  db: Kysely<Tables>,
  actor: Person,
  rows: readonly Row[],
  keys: readonly string[] = [],
): Promise<ReadonlyMap<Row, Custom>> {
  if (keys.length === 0) return new Map()
  const side = isStaff(actor) ? 'staff' : 'customer'
  const known = (await addedFields(db)).filter((field) => isFor(field, side)).map(({ key }) => key)
  if (keys.some((key) => !known.includes(key))) refuseFields({ field: 'fields', code: 'notInList' })
  const asked = rows.map(({ custom, side: seenFrom }) => ({
    custom: Object.fromEntries(keys.filter((key) => Object.hasOwn(custom, key)).map((key) => [key, custom[key]])),
    side: seenFrom,
  }))
  const presented = await presentCustoms(db, asked)
  return new Map(rows.map((row, index) => [row, presented[index]!]))
}
