-- Closings in the order of their numbers or their stars, narrowed by dates: an index that carries the dates is looked through
-- alone, and only what fits is fetched. Among a million, by number and closed in the last 200 days: 1.7 s before.
create index closing_number on closing (ticket_number, seq, closed_at, opened_at);
create index closing_best_dates on closing
  (coalesce(score, 0::smallint) desc, closed_at desc, ticket_number desc, seq desc, opened_at);
create index closing_worst_dates on closing
  (coalesce(score, 6::smallint), closed_at, ticket_number, seq, opened_at);
drop index closing_best;
drop index closing_worst;
alter index closing_best_dates rename to closing_best;
alter index closing_worst_dates rename to closing_worst;
