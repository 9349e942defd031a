import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { parseForm, type Filled, type Form } from '../../fields/form.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { customApart } from '../custom-filter.server.ts'
import { newId } from '../../server/ids.server.ts'
import { readSavedQuery } from './saved-queries.server.ts'
import { changeSavedForm, type SavedQuery, type saveForm } from './saved-queries.ts'

/** The queries that can be saved, each with the form that reads its address. */
export type SavableQueries = Readonly<Record<string, Form>>

const most = 200

/** Filters are looked at as the query itself would. With a `group` it is shared with it: one of the actor's own. At most 200 each. */
export async function saveQuery(
  desk: Desk,
  actor: Person,
  forms: SavableQueries,
  { query, name, filters, group = null }: Filled<typeof saveForm>,
): Promise<SavedQuery> {
  checkFilters(forms, query, filters)
  checkGroup(actor, group)
  return desk.change(actor, async (change) => {
    const own = await change.db
      .selectFrom('saved_query')
      .select('id')
      .where('owner_id', '=', actor.id)
      .limit(most)
      .execute()
    if (own.length >= most) refuseFields({ field: 'name', code: 'outOfRange', min: 0, max: most })
    const id = newId()
    await change.db
      .insertInto('saved_query')
      .values({
        ...{ id, query, owner_id: actor.id, group_id: group, name, filters: JSON.stringify(filters) },
        ...{ created_at: change.at, updated_at: change.at },
      })
      .execute()
    return readSavedQuery(change.desk, actor, id)
  })
}

/** What the body does not name stays; `group: null` shares it no more. Refuses (notAllowed) whoever does not own it. */
export async function changeSavedQuery(
  desk: Desk,
  actor: Person,
  forms: SavableQueries,
  id: string,
  body: unknown,
): Promise<SavedQuery> {
  return desk.change(actor, async (change) => {
    const saved = await owned(change.desk, actor, id)
    const { name, filters, group } = readForm(changeSavedForm, body)
    if (filters) checkFilters(forms, saved.query, filters)
    // whoever has left the group meanwhile can still rename what they share with it
    if (group !== undefined && group !== saved.group?.id) checkGroup(actor, group)
    await change.db
      .updateTable('saved_query')
      .set({
        updated_at: change.at,
        ...(name === undefined ? {} : { name }),
        ...(filters === undefined ? {} : { filters: JSON.stringify(filters) }),
        ...(group === undefined ? {} : { group_id: group }),
      })
      .where('id', '=', id)
      .execute()
    return readSavedQuery(change.desk, actor, id)
  })
}

/** Its owner alone does; others are refused as `owned` says. */
export async function removeSavedQuery(desk: Desk, actor: Person, id: string): Promise<void> {
  await desk.change(actor, async (change) => {
    await owned(change.desk, actor, id)
    await change.db.deleteFrom('saved_query').where('id', '=', id).execute()
  })
}

/** Whoever uses a shared one makes their own of it: only its owner changes it. */
async function owned(desk: Desk, actor: Person, id: string): Promise<SavedQuery> {
  const saved = await readSavedQuery(desk, actor, id)
  return saved.own ? saved : refuse('notAllowed')
}

function checkFilters(forms: SavableQueries, query: string, filters: Record<string, unknown>): void {
  const form = Object.hasOwn(forms, query) ? forms[query]! : refuseFields({ field: 'query', code: 'notInList' })
  // by which added fields a list is narrowed is looked at when it is asked: they come and go
  const { rest } = customApart(filters)
  const parsed = parseForm(form, rest)
  if (!parsed.ok) refuseFields(...parsed.errors.map((error) => ({ ...error, field: `filters.${error.field}` })))
}

/** Shared with a group that one is in oneself. */
function checkGroup(actor: Person, group: string | null): void {
  if (group !== null && !actor.groups.has(group)) refuseFields({ field: 'group', code: 'notInList' })
}
