import { sql, type RawBuilder } from 'kysely'

/** What is measured: how long the first response took, and the resolution. */
export const kinds = ['response', 'resolution'] as const
export type Kind = (typeof kinds)[number]

/** The facts of one kind, as rows `fact`. Duplicates are not resolved: they are answered where their original is. */
export const factsOf = (kind: Kind): RawBuilder<unknown> => facts[kind]

const facts = {
  response: sql`(select ticket_number, seq, at, opened_at, group_id, member_id from first_response) as fact`,
  resolution: sql`(
    select ticket_number, seq, closed_at as at, opened_at, group_id, member_id from closing where ended <> 'duplicate'
  ) as fact`,
}

/** Seconds, and the bucket of the scale that they lie in: functions of the database, since its indexes stand by them. */
export const took = sql<number>`took(fact.opened_at, fact.at)`
export const bucket = sql<number>`took_bucket(fact.opened_at, fact.at)`

/** Of the rows `delta` those that came with a fact of this kind. */
export const bringsFact = (kind: Kind): RawBuilder<unknown> =>
  kind === 'response' ? sql`delta.first_responses <> 0` : sql`delta.closed <> 0`
