import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { PlaceByName } from '../fields/page.ts'
import { byteOrderMark, csvLine } from '../server/files/csv.ts'
import { listUsers, type UserFilter } from './users.server.ts'

const page = 1_000

/** People as a file that an import reads again: the same columns. Programs and the erased are no people to be imported. */
export async function* usersCsv(
  db: Kysely<Tables>,
  filter: Omit<UserFilter, 'limit' | 'after'>,
): AsyncGenerator<string> {
  const header = ['name', 'email', 'language', 'timeZone', 'roles', 'groups', 'organisation']
  yield byteOrderMark + csvLine(header)
  for (let after: PlaceByName | undefined; ;) {
    const rows = await listUsers(db, { ...filter, ...(after ? { after } : {}), limit: page })
    const shown = rows.slice(0, page).filter(({ service, erasedAt }) => !service && !erasedAt)
    yield shown
      .map(({ name, email, language, timeZone, roles, groups, organisation }) =>
        csvLine([
          ...[name, email, language, timeZone],
          ...[roles.join(';'), groups.map((group) => group.name).join(';'), organisation?.name ?? null],
        ]),
      )
      .join('')
    if (rows.length <= page) return
    const { name, id } = rows[page - 1]!
    after = { name, id }
  }
}
