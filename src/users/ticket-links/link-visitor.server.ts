import { CompiledQuery, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { builtInRoles } from '../../permissions/roles.ts'
import type { Sealer } from '../../server/seal.server.ts'
import { personColumns, personOf, type PersonRow } from '../person-query.ts'
import { isOurs, readLink, type LinkUse, type TicketLink } from './ticket-link.server.ts'

/** A token and the person it names, once its mark was found to be ours. */
export type KnownLink = { link: TicketLink; person: Person; turn: number; takesLinks: boolean }

/** The token's person, where we made it for them; whether it still opens anything is asked by `opens`. */
export async function knownLink(
  db: Kysely<Tables>,
  sealer: Sealer,
  use: LinkUse,
  token: string,
): Promise<KnownLink | null> {
  const link = readLink(token)
  if (!link) return null
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(byId, [link.person]))
  const row = rows[0]
  if (!row || !isOurs(sealer, use, token, row.email)) return null
  return { link, person: personOf(row), turn: row.link_turn, takesLinks: row.takes_links }
}

export const opens = ({ link, turn, takesLinks }: KnownLink, now: Date): boolean =>
  takesLinks && link.turn === turn && link.until > now

/** Whoever came by a link is their ticket's customer and nobody else: no other ticket, no other right. */
export function visitorOf({ person, link }: KnownLink): Person {
  const permissions = visitorsRights.filter((permission) => person.permissions.has(permission))
  const { colleagues: _, ...rest } = person
  return { ...rest, permissions: new Set(permissions), groups: new Set(), onlyTicket: link.ticket }
}

const visitorsRights = builtInRoles.customer.filter((permission) => permission !== 'ticket.submit')

type Row = PersonRow & { link_turn: number; takes_links: boolean }

/** Who has a second factor, or needs one, chose that reading their mailbox is not enough. */
export const takesLinks = `
  not exists (select from second_factor where second_factor.user_id = users.id and confirmed_at is not null)
  and not exists (
    select from role
    where role.requires_second_factor and (
      role.key in (select role_key from user_role where user_role.user_id = users.id)
      or role.key in (
        select group_role.role_key
        from group_member join group_role on group_role.group_id = group_member.group_id
        where group_member.user_id = users.id
      )
    )
  )`

const byId = `
  select ${personColumns}, users.link_turn, (${takesLinks}) as takes_links
  from users
  where users.id = $1 and users.active`
