-- Closed tickets by what they are narrowed by most: it stands in the index that gives their order, and an entry that does not fit
-- is passed over there, without a look at its row. Among a million, by group, one star and the last 200 days 4.7 ms before and
-- 0.2 now; a group's tickets that were opened before a day of long ago 39 ms before. The short index of dates stays: by dates
-- alone it is looked through twice as fast.
create index closing_narrowed on closing
  (closed_at desc, ticket_number desc, seq desc, opened_at, group_id, coalesce(score, 0::smallint), reopened_at, member_id, ended);
create index closing_group_narrowed on closing
  (group_id, closed_at desc, ticket_number desc, seq desc, opened_at, coalesce(score, 0::smallint), reopened_at, member_id, ended);
create index closing_member_narrowed on closing
  (member_id, closed_at desc, ticket_number desc, seq desc, opened_at, coalesce(score, 0::smallint), reopened_at, group_id, ended)
  where member_id is not null;
drop index closing_group, closing_member;
alter index closing_group_narrowed rename to closing_group;
alter index closing_member_narrowed rename to closing_member;
