import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { PlaceByName } from '../../fields/page.ts'

/** Organisations of customers by name, a page at a time; one more than asked. */
export async function listOrganisations(
  db: Kysely<Tables>,
  { search, after, limit }: { search?: string; after?: PlaceByName; limit: number },
) {
  const begins = search && `${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return columns(db)
    .$if(begins !== undefined, (query) => query.where(sql`lower(organisation.name)`, 'like', begins!))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(lower(organisation.name), organisation.id) > (lower(${after!.name}), ${after!.id}::uuid)`,
      ),
    )
    .orderBy(sql`lower(organisation.name)`)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

export const oneOrganisation = (db: Kysely<Tables>, id: string) => columns(db).where('id', '=', id).executeTakeFirst()

const columns = (db: Kysely<Tables>) =>
  db
    .selectFrom('organisation')
    .select(['id', 'name', 'created_at as createdAt'])
    .select(sql<number>`(select count(*) from users where users.organisation_id = organisation.id)`.as('people'))
