import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { loadPeople } from '../users/people.server.ts'
import { canHoldAsMember } from '../workflow/can-hold.ts'

export type Member = { id: string; name: string; active: boolean; service: boolean }

/** Team 2 stands before Team 10, as people count. */
const byName = new Intl.Collator('und', { numeric: true })

/** The groups by name, each with its members. Groups are few: one page holds them. */
export async function listGroups(db: Kysely<Tables>) {
  const groups = await withHolds(db, await columns(db).execute())
  return groups.toSorted((one, other) => byName.compare(one.name, other.name))
}

/** As the interface answers it. */
export async function shownGroup(db: Kysely<Tables>, id: string) {
  const group = await oneGroup(db, id)
  return group && (await withHolds(db, [group]))[0]
}

/** Of each member, whether they can be given the group's tickets: the rights of all of them are asked for at once. */
async function withHolds(db: Kysely<Tables>, groups: readonly Group[]) {
  const people = await loadPeople(
    db,
    groups.flatMap(({ members }) => members.map(({ id }) => id)),
  )
  return groups.map(({ members, ...group }) => ({
    ...group,
    members: members.map((member) => {
      const person = people.get(member.id)
      return { ...member, holds: person !== undefined && canHoldAsMember(person, group.id) }
    }),
  }))
}

/** With its members; undefined where there is none. */
export async function oneGroup(db: Kysely<Tables>, id: string) {
  return columns(db).where('user_group.id', '=', id).executeTakeFirst()
}

function columns(db: Kysely<Tables>) {
  return db.selectFrom('user_group').select([
    'user_group.id',
    'user_group.key',
    'user_group.name',
    'user_group.time_zone as timeZone',
    'user_group.working_hours as workingHours',
    sql<{ id: string; name: string } | null>`(
      select jsonb_build_object('id', users.id, 'name', users.name) from users where users.id = user_group.lead_id
    )`.as('lead'),
    sql<string[]>`array(
      select role_key from group_role where group_role.group_id = user_group.id order by role_key
    )`.as('roles'),
    sql<Member[]>`(
      select coalesce(
        jsonb_agg(
          jsonb_build_object('id', users.id, 'name', users.name, 'active', users.active, 'service', users.service)
          order by lower(users.name), users.id
        ),
        '[]'
      )
      from group_member join users on users.id = group_member.user_id
      where group_member.group_id = user_group.id
    )`.as('members'),
  ])
}

export type Group = NonNullable<Awaited<ReturnType<typeof oneGroup>>>
