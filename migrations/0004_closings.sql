-- Looking back: closings as facts of their own, the figures that the statistics and reports show, kept reports and queries.

-- A closing is a fact, kept when the ticket is reopened: figures count closings, and a ticket may have several.
create table closing (
  ticket_number bigint not null references ticket,
  -- the event that ended the ticket
  seq           integer not null,
  closed_at     timestamptz not null,
  ended         text not null check (ended in ('accepted', 'silence', 'desk', 'cancelled', 'duplicate')),
  -- whose it was when it ended
  group_id      uuid not null references user_group,
  member_id     uuid references users,
  customer_id   uuid not null references users,
  opened_at     timestamptz not null,
  -- the rating given for this closing; a rating that an earlier closing got stays with that one
  score         smallint check (score between 1 and 5),
  reopened_at   timestamptz,
  primary key (ticket_number, seq),
  check (ended <> 'duplicate' or score is null)
);
-- Each filter of the list has its order by closing date. The two orders by date carry the other date, so that a range of one
-- in the order of the other is looked at in the index alone.
create index closing_closed on closing (closed_at desc, ticket_number desc, seq desc, opened_at);
create index closing_group on closing (group_id, closed_at desc, ticket_number desc);
create index closing_member on closing (member_id, closed_at desc, ticket_number desc) where member_id is not null;
create index closing_customer on closing (customer_id, closed_at desc, ticket_number desc);
create index closing_ended on closing (ended, closed_at desc, ticket_number desc);
create index closing_reopened on closing (closed_at desc, ticket_number desc) where reopened_at is not null;
create index closing_opened on closing (opened_at desc, ticket_number desc, seq desc, closed_at);
-- best first and worst first, both with the unrated at the end; the first also serves the filter by score
create index closing_best on closing (coalesce(score, 0::smallint) desc, closed_at desc, ticket_number desc, seq desc);
create index closing_worst on closing (coalesce(score, 6::smallint), closed_at, ticket_number, seq);

-- The first time that the desk spoke to the customer: a reply, a solution that went out, the reason of a closing.
create table first_response (
  ticket_number bigint primary key references ticket,
  seq           integer not null,
  at            timestamptz not null,
  opened_at     timestamptz not null,
  group_id      uuid not null references user_group,
  member_id     uuid references users
);
create index first_response_at on first_response (at);
create index first_response_group on first_response (group_id, at);
create index first_response_member on first_response (member_id, at) where member_id is not null;

-- What a change adds to the figures, in its own transaction; folded into the cells soon after and then gone. So nobody
-- waits for anybody else's row, and a cell has one writer.
create table figure_delta (
  ticket_number   bigint not null references ticket,
  seq             integer not null,
  part            smallint not null,
  -- the moment on which it counts: the change's own, for a rating the closing's
  at              timestamptz not null,
  group_id        uuid not null,
  member_id       uuid,
  opened          smallint not null default 0,
  reopened        smallint not null default 0,
  closed          smallint not null default 0,
  duplicates      smallint not null default 0,
  -- came by reassignment, less what went by it; nothing over all groups
  moved           smallint not null default 0,
  offered         smallint not null default 0,
  declined        smallint not null default 0,
  first_responses smallint not null default 0,
  rated_1         smallint not null default 0,
  rated_2         smallint not null default 0,
  rated_3         smallint not null default 0,
  rated_4         smallint not null default 0,
  rated_5         smallint not null default 0,
  -- by how much the tickets in each status became more or fewer; their sum is the change in backlog
  open            smallint not null default 0,
  in_progress     smallint not null default 0,
  responded       smallint not null default 0,
  primary key (ticket_number, seq, part)
);

-- A figure of a day, a week or a month, of all, of a group or of a member, in the organisation's time zone.
create table figure_cell (
  scope           text not null check (scope in ('all', 'group', 'member')),
  -- the group or the member; of all: the nil id
  of_id           uuid not null,
  grain           text not null check (grain in ('day', 'week', 'month')),
  starts          date not null,
  opened          integer not null default 0,
  reopened        integer not null default 0,
  closed          integer not null default 0,
  duplicates      integer not null default 0,
  moved           integer not null default 0,
  offered         integer not null default 0,
  declined        integer not null default 0,
  first_responses integer not null default 0,
  rated_1         integer not null default 0,
  rated_2         integer not null default 0,
  rated_3         integer not null default 0,
  rated_4         integer not null default 0,
  rated_5         integer not null default 0,
  open            integer not null default 0,
  in_progress     integer not null default 0,
  responded       integer not null default 0,
  -- seconds, exact; null where there is nothing to measure
  response_median   double precision,
  response_p90      double precision,
  resolution_median double precision,
  resolution_p90    double precision,
  -- a closing or a first response moved it: the times are measured anew
  marked          boolean not null default false,
  primary key (scope, of_id, grain, starts)
);
create index figure_cell_starts on figure_cell (scope, grain, starts);
create index figure_cell_marked on figure_cell (scope, of_id) where marked;

-- In which time zone and with which first day of the week (1 Monday … 7 Sunday) the cells stand. Null: never counted.
create table figure_state (
  one               boolean primary key default true check (one),
  time_zone         text,
  first_day_of_week smallint,
  counted_at        timestamptz
);
insert into figure_state default values;

-- A report is a document: once made it is never changed. Making it anew adds a version.
create table report (
  report      text not null,
  month       date not null check (extract(day from month) = 1),
  version     integer not null check (version >= 1),
  -- the definitions (docs/figures.md) by which it was made
  definitions integer not null,
  time_zone   text not null,
  figures     jsonb not null,
  made_at     timestamptz not null,
  -- null: made by itself
  made_by     uuid references users,
  primary key (report, month, version)
);

create table saved_query (
  id         uuid primary key,
  query      text not null,
  owner_id   uuid not null references users on delete cascade,
  -- the group that may use it too
  group_id   uuid references user_group on delete set null,
  name       text not null check (length(name) between 1 and 100),
  filters    jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index saved_query_owner on saved_query (owner_id, query);
create index saved_query_group on saved_query (group_id, query) where group_id is not null;

-- Tickets that ended before this migration: their closings and first responses, told from what happened to them. The cells
-- are counted by the worker, which finds that they never were.
with steps as (
  select ticket_number, seq, happened, at, before, after, details,
    count(*) filter (where after ? 'group_id') over sofar as group_change,
    count(*) filter (where after ? 'member_id') over sofar as member_change,
    count(*) filter (where after ? 'ended' and after ->> 'ended' is not null) over sofar as ending
  from ticket_event
  window sofar as (partition by ticket_number order by seq)
), told as (
  select steps.*,
    first_value(after ->> 'group_id') over (partition by ticket_number, group_change order by seq)::uuid as group_id,
    first_value(after ->> 'member_id') over (partition by ticket_number, member_change order by seq)::uuid as member_id
  from steps
), endings as (
  select told.*, lead(seq) over (partition by ticket_number order by seq) as next
  from told
  where after ->> 'ended' is not null
)
insert into closing (ticket_number, seq, closed_at, ended, group_id, member_id, customer_id, opened_at, score, reopened_at)
select endings.ticket_number, endings.seq, endings.at, endings.after ->> 'ended', endings.group_id, endings.member_id,
  ticket.customer_id, ticket.opened_at,
  (
    select (rated.details ->> 'score')::smallint
    from ticket_event rated
    where rated.ticket_number = endings.ticket_number and rated.happened = 'ticketRated'
      and rated.seq > endings.seq and (endings.next is null or rated.seq < endings.next)
    order by rated.seq desc limit 1
  ),
  (
    select reopened.at
    from ticket_event reopened
    where reopened.ticket_number = endings.ticket_number and reopened.happened = 'ticketReopened' and reopened.seq > endings.seq
    order by reopened.seq limit 1
  )
from endings
join ticket on ticket.number = endings.ticket_number;

with steps as (
  select ticket_number, seq, happened, at, after, details,
    count(*) filter (where after ? 'group_id') over sofar as group_change,
    count(*) filter (where after ? 'member_id') over sofar as member_change
  from ticket_event
  window sofar as (partition by ticket_number order by seq)
), told as (
  select steps.*,
    first_value(after ->> 'group_id') over (partition by ticket_number, group_change order by seq)::uuid as group_id,
    first_value(after ->> 'member_id') over (partition by ticket_number, member_change order by seq)::uuid as member_id
  from steps
)
insert into first_response (ticket_number, seq, at, opened_at, group_id, member_id)
select distinct on (told.ticket_number) told.ticket_number, told.seq, told.at, ticket.opened_at, told.group_id, told.member_id
from told
join ticket on ticket.number = told.ticket_number
where happened in ('solutionApproved', 'solutionOffered', 'ticketClosed', 'ticketMarkedDuplicate')
  or (happened = 'replyAdded' and details ->> 'side' = 'staff')
order by told.ticket_number, told.seq;

grant select, insert, update, delete on figure_delta, figure_cell, figure_state, saved_query to sanad_app;
grant select, insert, update on closing, first_response to sanad_app;
-- a report is only ever added to
grant select, insert on report to sanad_app;
