import pg from 'pg'

/**
 * The figures told another way than the product tells them: every event with the whole row as it then stood (replayed from
 * the events), and plain counts over that. Nothing of src/statistics is used here.
 */
export async function openIndependentFigures(url: string) {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  const rows = async (text: string, values: unknown[] = []) =>
    (await client.query<Record<string, unknown>>(text, values)).rows

  return {
    rows,
    async replay() {
      await client.query('drop table if exists replay')
      await client.query(`
        create table replay as
        select event.ticket_number, event.seq, event.at, event.happened, event.details, event.before,
          (
            select jsonb_object_agg(changed.key, changed.value order by earlier.seq)
            from ticket_event earlier
            cross join jsonb_each(earlier.after) changed
            where earlier.ticket_number = event.ticket_number and earlier.seq <= event.seq
          ) as ticket
        from ticket_event event`)
    },
    /** Counts of what happened in each period, as { key: { column: count } } with 'scope of starts' as the key. */
    flows: (zone: string, grain: Grain, firstDay: number) => rows(flowsQuery(grain, firstDay), [zone]),
    /** How many tickets stood in each status, by group or member, at the end of a day. */
    standing: (zone: string, day: string) => rows(standingQuery, [zone, day]),
    /** How long things took between two days, of all or of some groups: median and 90th percentile in seconds. */
    async timesBetween(zone: string, from: string, to: string, groups: readonly string[] | null) {
      const [found] = await rows(timesQuery, [zone, from, to, groups])
      return found as { response: [number, number] | null; resolution: [number, number] | null }
    },
    close: () => client.end(),
  }
}

export type Grain = 'day' | 'week' | 'month'

const scopes = `(values ('all', '00000000-0000-0000-0000-000000000000'), ('group', fact.group_id), ('member', fact.member_id))
  as scoped (scope, of_id)`

const startsOf = (grain: Grain, firstDay: number) => {
  const day = '(fact.at at time zone $1)::date'
  if (grain === 'day') return day
  if (grain === 'month') return `date_trunc('month', fact.at at time zone $1)::date`
  // weeks of PostgreSQL begin on Monday: shift there and back
  return `(date_trunc('week', ${day} - ${firstDay - 1}) + interval '${firstDay - 1} days')::date`
}

const facts = `
  closing_events as (
    select * from replay where happened in
      ('requestCancelled', 'solutionAccepted', 'ticketClosed', 'ticketClosedBySilence', 'ticketMarkedDuplicate')
  ), facts as (
    select happened as what, at, ticket ->> 'group_id' as group_id, ticket ->> 'member_id' as member_id,
      extract(epoch from at - (ticket ->> 'opened_at')::timestamptz) as took
    from replay
    union all
    select 'firstResponse', at, ticket ->> 'group_id', ticket ->> 'member_id',
      extract(epoch from at - (ticket ->> 'opened_at')::timestamptz)
    from replay
    where seq = (
      select min(word.seq) from replay word
      where word.ticket_number = replay.ticket_number
        and (
          word.happened in ('solutionApproved', 'solutionOffered', 'ticketClosed', 'ticketMarkedDuplicate')
          or word.happened = 'replyAdded' and word.details ->> 'side' = 'staff'
        )
    )
    union all
    select 'rated' || (
        select rated.details ->> 'score' from replay rated
        where rated.ticket_number = ending.ticket_number and rated.happened = 'ticketRated' and rated.seq > ending.seq
          and not exists (
            select from closing_events later
            where later.ticket_number = ending.ticket_number and later.seq > ending.seq and later.seq < rated.seq
          )
        order by rated.seq desc limit 1
      ), at, ticket ->> 'group_id', ticket ->> 'member_id', null
    from closing_events ending
  )`

const flowsQuery = (grain: Grain, firstDay: number) => `
  with ${facts}
  select scoped.scope, scoped.of_id, ${startsOf(grain, firstDay)}::text as starts,
    count(*) filter (where what = 'ticketSubmitted')::int as opened,
    count(*) filter (where what = 'ticketReopened')::int as reopened,
    count(*) filter (where what in ('requestCancelled', 'solutionAccepted', 'ticketClosed', 'ticketClosedBySilence'))::int as closed,
    count(*) filter (where what = 'ticketMarkedDuplicate')::int as duplicates,
    count(*) filter (where what in ('solutionApproved', 'solutionOffered'))::int as offered,
    count(*) filter (where what = 'solutionDeclined')::int as declined,
    count(*) filter (where what = 'firstResponse')::int as first_responses,
    count(*) filter (where what = 'rated1')::int as rated_1,
    count(*) filter (where what = 'rated2')::int as rated_2,
    count(*) filter (where what = 'rated3')::int as rated_3,
    count(*) filter (where what = 'rated4')::int as rated_4,
    count(*) filter (where what = 'rated5')::int as rated_5,
    percentile_cont(0.5) within group (order by took) filter (where what = 'firstResponse') as response_median,
    percentile_cont(0.9) within group (order by took) filter (where what = 'firstResponse') as response_p90,
    percentile_cont(0.5) within group (order by took) filter (
      where what in ('requestCancelled', 'solutionAccepted', 'ticketClosed', 'ticketClosedBySilence')
    ) as resolution_median,
    percentile_cont(0.9) within group (order by took) filter (
      where what in ('requestCancelled', 'solutionAccepted', 'ticketClosed', 'ticketClosedBySilence')
    ) as resolution_p90
  from facts as fact
  cross join lateral ${scopes}
  where scoped.of_id is not null and what is not null
  group by 1, 2, 3`

const timesQuery = `
  with ${facts}
  select
    percentile_cont(array[0.5, 0.9]) within group (order by took) filter (where what = 'firstResponse') as response,
    percentile_cont(array[0.5, 0.9]) within group (order by took) filter (
      where what in ('requestCancelled', 'solutionAccepted', 'ticketClosed', 'ticketClosedBySilence')
    ) as resolution
  from facts as fact
  where (at at time zone $1)::date >= $2::date and (at at time zone $1)::date < $3::date
    and ($4::text[] is null or group_id = any ($4))`

const standingQuery = `
  with fact as (
    select distinct on (ticket_number) ticket ->> 'status' as status,
      ticket ->> 'group_id' as group_id, ticket ->> 'member_id' as member_id
    from replay
    where (at at time zone $1)::date <= $2::date
    order by ticket_number, seq desc
  )
  select scoped.scope, scoped.of_id,
    count(*) filter (where status = 'open')::int as open,
    count(*) filter (where status = 'inProgress')::int as in_progress,
    count(*) filter (where status = 'responded')::int as responded
  from fact
  cross join lateral ${scopes}
  where scoped.of_id is not null and status in ('open', 'inProgress', 'responded')
  group by 1, 2`
