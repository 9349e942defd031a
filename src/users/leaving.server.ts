import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { boolean, integer, named, object } from '../fields/json-schema.ts'
import { id } from '../fields/user/user.ts'

export const leavingQuery = { group: id({ required: false }) }

export const leavingAnswer = object({
  items: {
    type: 'array',
    items: object({ group: named, tickets: integer, others: integer, leads: boolean }),
  },
  apiKeys: integer,
})

/**
 * What somebody holds, by group: tickets that go back to it, how many active people it has besides, whether they lead it.
 * Where nobody else is there, the Support Desk hears of the tickets (see workflow/release).
 */
export async function leaving(db: Kysely<Tables>, person: string, group?: string) {
  const { rows: items } = await sql<{
    group: { id: string; name: string }
    tickets: number
    others: number
    leads: boolean
  }>`
    select jsonb_build_object('id', user_group.id, 'name', user_group.name) as "group",
      coalesce(held.tickets, 0) as tickets,
      (
        select count(*)::int
        from group_member join users on users.id = group_member.user_id and users.active and not users.service
        where group_member.group_id = user_group.id and group_member.user_id <> ${person}
      ) as others,
      user_group.lead_id is not distinct from ${person}::uuid as leads
    from user_group
    left join (
      select group_id, count(*)::int as tickets
      from ticket
      where member_id = ${person} and closed_at is null
      group by group_id
    ) as held on held.group_id = user_group.id
    where (${group ?? null}::uuid is null or user_group.id = ${group ?? null}::uuid)
      and (
        held.tickets > 0
        or exists (select from group_member where group_id = user_group.id and user_id = ${person})
      )
    order by lower(user_group.name)`.execute(db)
  const { rows } = await sql<{ keys: number }>`
    select count(*)::int as keys from api_key
    where user_id = ${person} and revoked_at is null and (expires_at is null or expires_at > now())`.execute(db)
  return { items, apiKeys: rows[0]!.keys }
}
