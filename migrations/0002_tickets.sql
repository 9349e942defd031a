-- Tickets: the document's entity, its solution rounds, its conversation, and what happened to it.
-- Every table of a ticket has ticket_number first in its key (docs: scaling out), so nothing here is unique without it.

create sequence ticket_number as bigint start 1001;
-- Where events stand in the installation's order of writing; listeners read on from the last one they saw. Gaps and late
-- comers are normal (a sequence does not wait for commits), so readers look a little behind as well.
create sequence event_position as bigint;

create table ticket (
  number         bigint primary key,
  customer_id    uuid not null references users,
  -- multi-language text: { source, texts: { <language>: { text, rev | of, by, at, machine? } } }
  title          jsonb not null,
  description    jsonb not null,
  status         text not null check (status in ('open', 'inProgress', 'responded', 'closed', 'duplicate')),
  -- the assignee: always a group, and within it the member who took it or was given it
  group_id       uuid not null references user_group,
  member_id      uuid references users,
  opened_at      timestamptz not null,
  closed_at      timestamptz,
  ended          text check (ended in ('accepted', 'silence', 'desk', 'cancelled', 'duplicate')),
  -- the status from which it ended: a ticket that was Open reopens as Open
  ended_from     text check (ended_from in ('open', 'inProgress', 'responded')),
  -- no foreign key: it may lie on another shard; mark-duplicate locks both tickets in number order
  duplicate_of   bigint,
  -- the present round of the solution block, null before the first proposal and after a reopening
  solution_state text check (solution_state in ('inReview', 'returned', 'withdrawn', 'offered', 'accepted', 'declined')),
  solution_round integer,
  offered_at     timestamptz,
  -- whether the present offer asks the customer for a yes or no: the setting as it stood when the answer went out
  asks_verdict   boolean,
  score          smallint check (score between 1 and 5),
  comment        jsonb,
  rated_at       timestamptz,
  -- who has the ball and since when; written by every verb from src/workflow/waiting.ts
  waiting_for    text not null check (waiting_for in ('desk', 'representative', 'review', 'customer', 'nobody')),
  waiting_since  timestamptz not null,
  -- the customer wrote while a solution was offered: no verdict, but the clock of silence stands still
  answered       boolean not null default false,
  last_public_at timestamptz not null,
  activity_at    timestamptz not null,
  -- what falls due next: the reminder of an offered solution, then closing by silence
  due_at         timestamptz,
  due            text check (due in ('remind', 'closeBySilence')),
  seq            integer not null,
  version        integer not null,
  check ((status in ('closed', 'duplicate')) = (closed_at is not null)),
  check ((status in ('closed', 'duplicate')) = (ended is not null)),
  check ((status in ('closed', 'duplicate')) = (ended_from is not null)),
  check ((status = 'duplicate') = (duplicate_of is not null)),
  check ((status = 'duplicate') = coalesce(ended = 'duplicate', false)),
  check (duplicate_of <> number),
  check (score is null = (rated_at is null)),
  check (comment is null or score is not null),
  check ((solution_state is null) = (solution_round is null)),
  check ((due_at is null) = (due is null)),
  check (due_at is null or status = 'responded')
);

-- The queues of the incoming view, oldest waiting first; all on tickets that are not closed, so they stay small.
create index ticket_waiting on ticket (waiting_since, number) where closed_at is null;
create index ticket_waiting_group on ticket (group_id, waiting_since, number) where closed_at is null;
create index ticket_waiting_member on ticket (member_id, waiting_since, number) where closed_at is null;
create index ticket_waiting_for on ticket (waiting_for, waiting_since, number) where closed_at is null;
create index ticket_new on ticket (waiting_since, number) where status = 'open' and member_id is null;
create index ticket_answered on ticket (waiting_since, number) where answered and closed_at is null;
create index ticket_customer on ticket (customer_id, activity_at desc, number desc);
create index ticket_due on ticket (due_at, number) where due_at is not null;
create index ticket_duplicates on ticket (duplicate_of, number) where duplicate_of is not null;
create index ticket_closed on ticket (closed_at desc, number desc) where closed_at is not null;

-- Each proposal is a round; rounds are kept.
create table solution_round (
  ticket_number bigint not null references ticket,
  round         integer not null check (round >= 1),
  author_id     uuid not null references users,
  -- the text as it stands: what was proposed, or what the reviewer made of it in approving
  text          jsonb not null,
  -- what was proposed, where the reviewer edited it
  proposed_text jsonb,
  state         text not null check (state in ('inReview', 'returned', 'withdrawn', 'offered', 'accepted', 'declined')),
  proposed_at   timestamptz not null,
  offered_at    timestamptz,
  reviewed_by   uuid references users,
  self_reviewed boolean not null default false,
  decided_at    timestamptz,
  reason        jsonb,
  primary key (ticket_number, round)
);

create table message (
  ticket_number bigint not null references ticket,
  id            uuid not null,
  kind          text not null check (kind in ('reply', 'note')),
  author_id     uuid not null references users,
  side          text not null check (side in ('customer', 'staff')),
  text          jsonb not null,
  at            timestamptz not null,
  primary key (ticket_number, id)
);

-- What happened, append-only. seq rises by one with every event of the ticket; replaying the events gives the row.
create table ticket_event (
  ticket_number bigint not null references ticket,
  seq           integer not null check (seq >= 1),
  id            uuid not null,
  position      bigint not null,
  happened      text not null,
  -- null: the system itself
  actor_id      uuid references users,
  at            timestamptz not null,
  -- the columns of the ticket that changed, as they were and as they are
  before        jsonb not null,
  after         jsonb not null,
  -- what belongs to the event and is no column: reason, message, round, language …
  details       jsonb not null default '{}',
  primary key (ticket_number, seq)
);
create index ticket_event_position on ticket_event (position);
create unique index ticket_event_id on ticket_event (ticket_number, id);

-- Every text that can be found, one row a text, written with the change itself.
create table ticket_words (
  ticket_number bigint not null references ticket,
  -- 'title', 'description', 'solution:2', 'message:<id>'
  text_id       text not null,
  audience      text not null check (audience in ('everyone', 'staff')),
  words         tsvector not null,
  primary key (ticket_number, text_id)
);
create index ticket_words_words on ticket_words using gin (words);

-- Answers to requests that carried an Idempotency-Key, claimed in the change's own transaction, kept 7 days.
create table idempotent_answer (
  person_id uuid not null,
  method    text not null,
  path      text not null,
  key       text not null,
  body_hash text not null,
  answer    jsonb,
  at        timestamptz not null,
  primary key (person_id, method, path, key)
);
create index idempotent_answer_at on idempotent_answer (at);

grant select, insert, update, delete on all tables in schema public to sanad_app;
grant usage, select on all sequences in schema public to sanad_app;
-- Guards against our own mistakes: history is only ever added to.
revoke update, delete, truncate on ticket_event from sanad_app;
revoke update, delete on audit_entry from sanad_app;
revoke delete on ticket, solution_round, message from sanad_app;
