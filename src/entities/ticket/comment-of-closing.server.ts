import { sql, type SqlBool } from 'kysely'

/**
 * On `closing` and its `ticket`: the comment was written with the stars of this closing, reopened since or not. A ticket keeps one
 * comment, that of its newest closing with stars: rating a later one takes it away or writes another in its place.
 */
export const commentIsOfClosing = sql<SqlBool>`(
  ticket.comment is not null and closing.score is not null and not exists (
    select from closing as later
    where later.ticket_number = closing.ticket_number and later.seq > closing.seq and later.score is not null
  )
)`
