import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { SavedQuery } from './saved-queries.ts'

/** One's own and those that colleagues share with one's groups, by name. Who left shares nothing more: nobody could remove it. */
export async function listSavedQueries(desk: Desk, actor: Person, query?: string): Promise<SavedQuery[]> {
  const rows = await visible(desk, actor)
    .$if(query !== undefined, (some) => some.where('saved_query.query', '=', query!))
    .orderBy('saved_query.name')
    .orderBy('saved_query.id')
    .limit(200)
    .execute()
  return rows.map((row) => present(row, actor))
}

/** 404 where it is neither the caller’s nor shared with one of their groups. */
export async function readSavedQuery(desk: Desk, actor: Person, id: string): Promise<SavedQuery> {
  const row = await visible(desk, actor).where('saved_query.id', '=', id).executeTakeFirst()
  return row ? present(row, actor) : refuse('notFound')
}

function visible(desk: Desk, actor: Person) {
  const groups = [...actor.groups]
  return desk
    .read()
    .selectFrom('saved_query')
    .innerJoin('users', 'users.id', 'saved_query.owner_id')
    .leftJoin('user_group', 'user_group.id', 'saved_query.group_id')
    .select(['saved_query.id', 'query', 'saved_query.name', 'filters', 'owner_id', 'group_id'])
    .select(['users.name as owner_name', 'user_group.name as group_name'])
    .where((eb) =>
      eb.or([
        eb('owner_id', '=', actor.id),
        ...(groups.length > 0
          ? [eb.and([eb('saved_query.group_id', 'in', groups), eb('users.active', '=', true)])]
          : []),
      ]),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof visible>['execute']>>[number]

const present = (row: Row, actor: Person): SavedQuery => ({
  id: row.id,
  query: row.query,
  name: row.name,
  filters: row.filters,
  owner: { id: row.owner_id, name: row.owner_name },
  group: row.group_id === null ? null : { id: row.group_id, name: row.group_name ?? '' },
  own: row.owner_id === actor.id,
})
