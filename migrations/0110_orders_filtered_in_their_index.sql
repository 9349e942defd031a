-- As 0106, for the other orders. By opening and by stars an entry that does not fit is passed over in the index too. That of
-- numbers stays short: a wide one is dearer than the key, and the planner then looks at every row.
create index closing_opened_narrowed on closing
  (opened_at desc, ticket_number desc, seq desc, closed_at, group_id, coalesce(score, 0::smallint), reopened_at, member_id, ended);
create index closing_best_narrowed on closing
  (coalesce(score, 0::smallint) desc, closed_at desc, ticket_number desc, seq desc, opened_at, group_id, reopened_at, member_id, ended);
create index closing_worst_narrowed on closing
  (coalesce(score, 6::smallint), closed_at, ticket_number, seq, opened_at, group_id, reopened_at, member_id, ended);
drop index closing_opened, closing_best, closing_worst;
alter index closing_opened_narrowed rename to closing_opened;
alter index closing_best_narrowed rename to closing_best;
alter index closing_worst_narrowed rename to closing_worst;

-- Numbers rise as tickets are opened and most are closed within weeks: how far each reaches in a month is one look here. See
-- reach-of-dates.server.ts.
create function month_of(at timestamptz) returns date
  language sql immutable parallel safe strict
  return date_trunc('month', at at time zone 'UTC')::date;
create index closing_opened_month on closing (month_of(opened_at), ticket_number);
create index closing_opened_month_closed on closing (month_of(opened_at), closed_at);
create index closing_closed_month on closing (month_of(closed_at), opened_at);
