import { sql, type RawBuilder } from 'kysely'

/**
 * The steps `steps` and `told` of a query over the events: each event with the status, the group and the member that the
 * ticket had after it. An event carries only what it changed, so each of the three holds until the next change of it.
 */
export const told = (): RawBuilder<unknown> => sql`
  steps as (
    select ticket_number, seq, happened, at, after, details,
      count(*) filter (where after ? 'group_id') over sofar as group_change,
      count(*) filter (where after ? 'member_id') over sofar as member_change,
      count(*) filter (where after ? 'status') over sofar as status_change,
      count(*) filter (where after ->> 'ended' is not null) over sofar as endings
    from ticket_event
    window sofar as (partition by ticket_number order by seq)
  ), told as (
    select ticket_number, seq, happened, at, details, endings, after ->> 'ended' as ended,
      (first_value(after ->> 'group_id') over (partition by ticket_number, group_change order by seq))::uuid as group_id,
      (first_value(after ->> 'member_id') over (partition by ticket_number, member_change order by seq))::uuid as member_id,
      first_value(after ->> 'status') over (partition by ticket_number, status_change order by seq) as status
    from steps
  )`

/**
 * The closings as the events tell them, with the columns of the table. Joined by whole sets: looked up for each closing, the
 * steps were read through once a closing (10,000 tickets: minutes).
 */
export const closingsOfHistory = (): RawBuilder<unknown> => sql`
  with ${told()}
  select ending.ticket_number, ending.seq, ending.at as closed_at, ending.ended, ending.group_id, ending.member_id,
    ticket.customer_id, ticket.opened_at, rating.score, reopening.at as reopened_at
  from told as ending
  join ticket on ticket.number = ending.ticket_number
  left join (
    select distinct on (ticket_number, endings) ticket_number, endings, (details ->> 'score')::smallint as score
    from told
    where happened = 'ticketRated'
    order by ticket_number, endings, seq desc
  ) as rating on rating.ticket_number = ending.ticket_number and rating.endings = ending.endings
  left join (
    select distinct on (ticket_number, endings) ticket_number, endings, at
    from told
    where happened = 'ticketReopened'
    order by ticket_number, endings, seq
  ) as reopening on reopening.ticket_number = ending.ticket_number and reopening.endings = ending.endings
  where ending.ended is not null`

/** The first words to each customer as the events tell them, with the columns of the table. */
export const firstResponsesOfHistory = (): RawBuilder<unknown> => sql`
  with ${told()}
  select distinct on (told.ticket_number)
    told.ticket_number, told.seq, told.at, ticket.opened_at, told.group_id, told.member_id
  from told
  join ticket on ticket.number = told.ticket_number
  where happened in ('solutionApproved', 'solutionOffered', 'ticketClosed', 'ticketMarkedDuplicate')
    or (happened = 'replyAdded' and details ->> 'side' = 'staff')
  order by told.ticket_number, told.seq`
