import { CompiledQuery, sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { personColumns, personOf, type PersonRow } from '../../users/person-query.ts'
import { personsVerbs } from '../../workflow/possible-verbs.ts'
import { circumstancesOf, factsOf } from '../../workflow/ticket-facts.server.ts'
import { permissions } from '../permissions.ts'
import { sees, sideOf } from '../sight.ts'
import { explainVerb } from './explain-verb.ts'

/** A role that someone holds, and the group that gave it; null: it is their own. */
export type Source = { role: string; group: { id: string; name: string } | null }

/** What someone may do, and why: every permission with the roles and groups that give it. */
export async function explainPerson(db: Kysely<Tables>, id: string) {
  const { rows } = await sql<{ role: string; permissions: string[]; group: Source['group'] }>`
    select role.key as role, role.permissions, null::jsonb as "group"
    from user_role join role on role.key = user_role.role_key
    where user_role.user_id = ${id}
    union all
    select role.key, role.permissions, jsonb_build_object('id', user_group.id, 'name', user_group.name)
    from group_member
    join user_group on user_group.id = group_member.group_id
    join group_role on group_role.group_id = group_member.group_id
    join role on role.key = group_role.role_key
    where group_member.user_id = ${id}
    order by role`.execute(db)
  return permissions.map((permission) => ({
    permission,
    from: rows
      .filter((row) => row.permissions.includes(permission))
      .map(({ role, group }): Source => ({ role, group })),
  }))
}

/** The same for one ticket, verb by verb; a ticket that the asker does not see is none. */
export async function explainTicket(desk: Desk, asker: Person, id: string, number: number) {
  const db = desk.read()
  const row = await db.selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirst()
  const ticket = row && (await factsOf(db, row))
  if (!ticket || !sees(asker, ticket)) return refuseFields({ field: 'ticket', code: 'notInList' })
  const person = await anyPerson(db, id)
  const circumstances = await circumstancesOf(db, person, ticket)
  const now = { at: desk.clock.now(), settings: (await readSettings(db)).workflow }
  return {
    number,
    side: sideOf(person, ticket),
    verbs: personsVerbs.map((verb) => explainVerb(person, verb, ticket, now, circumstances)),
  }
}

/** Deactivated or not: the roles are there either way. */
async function anyPerson(db: Kysely<Tables>, id: string): Promise<Person> {
  const { rows } = await db.executeQuery<PersonRow>(CompiledQuery.raw(byId, [id]))
  return personOf(rows[0]!)
}

const byId = `select ${personColumns} from users where users.id = $1`
