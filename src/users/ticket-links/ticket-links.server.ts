import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { day, hour } from '../../fields/date-time/spans.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import { openSealer, type Sealer } from '../../server/seal.server.ts'
import type { Headers } from '../../server/http/cookie.server.ts'
import { noVisitCookie, visitCookie, visitIn } from './link-cookie.server.ts'
import { knownLink, opens, takesLinks, visitorOf, type KnownLink } from './link-visitor.server.ts'
import { linkDays, signLink, visitHours } from './ticket-link.server.ts'

export type TicketLinks = {
  /** Who came by a link, for that ticket alone; null for nobody. */
  visitor(headers: Headers): Promise<Person | null>
  /** The link behind a mailed token, whether or not it still opens. */
  known(db: Kysely<Tables>, token: string): Promise<KnownLink | null>
  cookieFor(link: KnownLink, at: Date): string
  noCookie: string
  mint: MintLink
}

/** The path of a fresh link for someone; null where they may not come in by one. */
export type MintLink = (db: Kysely<Tables>, person: string, ticket: number, at: Date) => Promise<string | null>

/** Links in mails, and the visits that begin with them: a visit lasts a day and sees one ticket, as its customer. */
export function openTicketLinks(options: {
  database: Database<Tables>
  secret: string
  publicUrl?: string
  clock: Clock
}): TicketLinks {
  const { database, clock } = options
  const sealer = linkSealer(options.secret)
  const secure = options.publicUrl?.startsWith('https:') ?? false
  return {
    noCookie: noVisitCookie(secure),
    known: (db, token) => knownLink(db, sealer, 'mail', token),
    mint: mintLinks(options.secret),
    cookieFor({ link, person }, at) {
      const until = new Date(at.getTime() + visitHours * hour)
      return visitCookie(signLink(sealer, 'visit', { ...link, until }, person.email), secure)
    },
    async visitor(headers) {
      const token = visitIn(headers, secure)
      const known = token ? await knownLink(database.primary, sealer, 'visit', token) : null
      return known && opens(known, clock.now()) ? visitorOf(known) : null
    },
  }
}

/** For whoever writes mails: the worker knows no browser and no cookie. */
export function mintLinks(secret: string): MintLink {
  const sealer = linkSealer(secret)
  return async (db, person, ticket, at) => {
    const row = await db
      .selectFrom('users')
      .select(['email', 'link_turn', sql<boolean>`(${sql.raw(takesLinks)})`.as('takes_links')])
      .where('id', '=', person)
      .executeTakeFirst()
    if (!row?.takes_links) return null
    const until = new Date(at.getTime() + linkDays * day)
    return `/t/${signLink(sealer, 'mail', { ticket, person, turn: row.link_turn, until }, row.email)}`
  }
}

const linkSealer = (secret: string): Sealer => openSealer(secret, 'ticket links')
