import { sql, type RawBuilder } from 'kysely'
import { told } from './told.server.ts'

/**
 * The deltas of everything that ever happened, told from the events alone: one select with the columns of figure_delta that
 * the cells need. It says in SQL what figures.ts says of one change; a test and `npm run verify` hold both together.
 */
export const deltasOfHistory = (): RawBuilder<unknown> => sql`
  with ${told()}, followed as (
    select told.*,
      lag(group_id) over story as group_before,
      lag(member_id) over story as member_before,
      lag(status) over story as status_before
    from told
    window story as (partition by ticket_number order by seq)
  ), stood as (
    select followed.*,
      status in ('open', 'inProgress', 'responded') as stands,
      coalesce(status_before in ('open', 'inProgress', 'responded'), false) as stood,
      (group_id, member_id) is distinct from (group_before, member_before) as handed
    from followed
  ), happening as (
    select at, group_id, member_id,
      (happened = 'ticketSubmitted')::int as opened,
      (happened = 'ticketReopened')::int as reopened,
      (status = 'closed' and stood)::int as closed,
      (status = 'duplicate' and stood)::int as duplicates,
      0 as moved,
      (happened in ('solutionApproved', 'solutionOffered'))::int as offered,
      (happened = 'solutionDeclined')::int as declined,
      0 as first_responses, 0 as rated_1, 0 as rated_2, 0 as rated_3, 0 as rated_4, 0 as rated_5,
      0 as open, 0 as in_progress, 0 as responded
    from stood
    where happened in ('ticketSubmitted', 'ticketReopened', 'solutionApproved', 'solutionOffered', 'solutionDeclined')
      or (not stands and stood)
  ), leaving as (
    select at, group_before as group_id, member_before as member_id,
      -(stands and handed)::int as moved,
      -(status_before = 'open')::int as open,
      -(status_before = 'inProgress')::int as in_progress,
      -(status_before = 'responded')::int as responded
    from stood
    where stood and (status <> status_before or handed)
  ), arriving as (
    select at, group_id, member_id,
      (stood and handed)::int as moved,
      (status = 'open')::int as open,
      (status = 'inProgress')::int as in_progress,
      (status = 'responded')::int as responded
    from stood
    where stands and (status is distinct from status_before or handed)
  ), answering as (
    select distinct on (ticket_number) at, group_id, member_id
    from stood
    where happened in ('solutionApproved', 'solutionOffered', 'ticketClosed', 'ticketMarkedDuplicate')
      or (happened = 'replyAdded' and details ->> 'side' = 'staff')
    order by ticket_number, seq
  ), rating as (
    select distinct on (rated.ticket_number, rated.endings)
      ending.at, ending.group_id, ending.member_id, (rated.details ->> 'score')::int as score
    from stood as rated
    join stood as ending
      on ending.ticket_number = rated.ticket_number
      and ending.endings = rated.endings
      and not ending.stands
      and ending.stood
    where rated.happened = 'ticketRated'
    order by rated.ticket_number, rated.endings, rated.seq desc
  )
  select * from happening
  union all
  select at, group_id, member_id, 0, 0, 0, 0, moved, 0, 0, 0, 0, 0, 0, 0, 0, open, in_progress, responded from leaving
  union all
  select at, group_id, member_id, 0, 0, 0, 0, moved, 0, 0, 0, 0, 0, 0, 0, 0, open, in_progress, responded from arriving
  union all
  select at, group_id, member_id, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0 from answering
  union all
  select at, group_id, member_id, 0, 0, 0, 0, 0, 0, 0, 0,
    (score = 1)::int, (score = 2)::int, (score = 3)::int, (score = 4)::int, (score = 5)::int, 0, 0, 0
  from rating`
