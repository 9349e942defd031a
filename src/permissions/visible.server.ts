import { expressionBuilder, sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Actor, Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import { seesAll, seesGroups } from './sight.ts'

/** The tickets that someone sees: sight.ts said as SQL. A grid test proves that both agree for every role and ticket. */
export function visibleTo(actor: Actor) {
  return within(actor, (eb) => {
    if (actor.kind === 'system' || seesAll(actor)) return sql<SqlBool>`true`
    return eb.or([
      ...(actor.permissions.has('ticket.seeOwn') ? [eb('ticket.customer_id', '=', actor.id)] : []),
      ...colleaguesSight(actor, eb),
      ...staffSight(actor, eb),
    ])
  })
}

/** Whose `visibleTo` asks nothing of the ticket. */
export const seesEverything = (actor: Person): boolean => seesAll(actor) && actor.onlyTicket === undefined

type Sight = (eb: ExpressionBuilder<Tables, 'ticket'>) => Expression<SqlBool>

/** Whoever came by a link to one ticket sees no other, whatever else they might see. */
function within(actor: Actor, sight: Sight): Sight {
  if (actor.kind === 'system' || actor.onlyTicket === undefined) return sight
  const { onlyTicket } = actor
  return (eb) => eb.and([eb('ticket.number', '=', onlyTicket), sight(eb)])
}

/** The tickets that someone sees as one of the staff, notes and reviews included. */
export function visibleAsStaff(actor: Actor) {
  return within(actor, (eb) => {
    if (actor.kind === 'system' || seesAll(actor)) return sql<SqlBool>`true`
    return eb.or(staffSight(actor, eb))
  })
}

/** The same as a condition that stands by itself, on the `ticket` of the statement that it is put into. */
export const seenAsStaff = (actor: Actor): Expression<SqlBool> =>
  visibleAsStaff(actor)(expressionBuilder<Tables, 'ticket'>())

/** From which side someone sees a ticket that they see. */
export const sideSeen = (actor: Actor) =>
  sql<'staff' | 'customer'>`case when ${seenAsStaff(actor)} then 'staff' else 'customer' end`

/** One array however many they are: the index on the customer serves it. */
function colleaguesSight(actor: Person, eb: ExpressionBuilder<Tables, 'ticket'>): Expression<SqlBool>[] {
  const colleagues = [...(actor.colleagues ?? [])]
  if (!actor.permissions.has('ticket.seeOrganisation') || colleagues.length === 0) return []
  return [eb('ticket.customer_id', '=', eb.fn.any(eb.val(colleagues).$castTo<string[]>()))]
}

function staffSight(actor: Person, eb: ExpressionBuilder<Tables, 'ticket'>): Expression<SqlBool>[] {
  if (!seesGroups(actor)) return []
  const mine = eb('ticket.member_id', '=', actor.id)
  return actor.groups.size > 0 ? [mine, eb('ticket.group_id', 'in', [...actor.groups])] : [mine]
}
