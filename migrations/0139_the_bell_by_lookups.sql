-- What the bell asks and does, and read a whole table, or all that somebody was ever told, each time.

-- what of somebody's did not go out and waits as a draft: each time that a bell is asked
create index draft_came_back on draft (person_id, at desc) where problem is not null;
-- notices that are marked as read by their ids, however many of their reader's are unread
create index notice_id on notice (id);
