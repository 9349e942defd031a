import { sql } from 'kysely'
import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { may } from '../permissions/may.ts'
import { sideOf } from '../permissions/sight.ts'
import { findTicket } from '../queries/one-ticket/read-ticket.server.ts'
import type { Named } from '../queries/named.ts'
import { refuse } from '../server/errors/refusal.ts'
import { loadPeople } from '../users/people.server.ts'

const shown = 8
/** More are read than are shown: the rule itself decides, and SQL only narrows. */
const looked = 60

/** Whom one may call with @ on a ticket: staff who see it. Asked by those who may write there. */
export async function mentionable(desk: Desk, actor: Person, number: number, words: string): Promise<Named[]> {
  const db = desk.read()
  const found = await findTicket(db, actor, number)
  if (!found) refuse('notFound')
  const { row } = found
  if (found.side !== 'staff' || may(actor, 'note', row, { soleReviewer: false }) !== true)
    refuse('notAllowed', { variables: { permission: 'ticket.note' } })
  const like = `%${words.trim().replace(/[\\%_]/gu, '\\$&')}%`
  const { rows } = await sql<{ id: string }>`
    with held as (
      select user_role.user_id, role.permissions from user_role join role on role.key = user_role.role_key
      union all
      select group_member.user_id, role.permissions
      from group_member
      join group_role on group_role.group_id = group_member.group_id
      join role on role.key = group_role.role_key
    )
    select users.id
    from users
    where users.active and not users.service and users.id <> ${actor.id} and users.name ilike ${like}
      and exists (
        select from held
        where held.user_id = users.id and (
          'ticket.seeAll' = any (held.permissions)
          or 'ticket.seeGroups' = any (held.permissions) and (
            users.id = ${row.member_id}
            or exists (
              select from group_member
              where group_member.user_id = users.id and group_member.group_id = ${row.group_id}
            )
          )
        )
      )
    order by lower(users.name), users.id
    limit ${looked}`.execute(db)
  const people = await loadPeople(
    db,
    rows.map(({ id }) => id),
  )
  return rows
    .flatMap(({ id }) => people.get(id) ?? [])
    .filter((person) => sideOf(person, row) === 'staff')
    .slice(0, shown)
    .map(({ id, name }) => ({ id, name }))
}
