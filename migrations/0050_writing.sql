-- What is being written, what is about to be sent, and answers that are kept for the next time.

-- One draft a person, ticket and kind: it survives a reload and is there on another device. Gone when it is sent.
create table draft (
  ticket_number bigint not null references ticket,
  person_id     uuid not null references users,
  kind          text not null check (kind in ('reply', 'note', 'propose-solution')),
  text          text not null check (length(text) <= 200000),
  -- uploads of theirs, in the order in which they will stand
  files         uuid[] not null default '{}',
  -- why it came back when it should have been sent: a refusal's code
  problem       text,
  at            timestamptz not null,
  primary key (ticket_number, person_id, kind)
);

-- Sent, and for a few seconds still to be taken back: nobody is told before it leaves here. One of a kind at a time.
create table held_message (
  ticket_number bigint not null references ticket,
  person_id     uuid not null references users,
  kind          text not null check (kind in ('reply', 'note', 'propose-solution')),
  id            uuid not null,
  text          text not null,
  files         uuid[] not null default '{}',
  -- what its writer had seen: a thread that changed meanwhile stops it
  version       integer not null,
  due_at        timestamptz not null,
  primary key (ticket_number, person_id, kind)
);
create index held_message_due on held_message (due_at);

-- Answers that are written once: one's own, a group's, or everybody's. Its text may be in several languages.
create table canned_answer (
  id         uuid primary key,
  owner_id   uuid not null references users,
  shared     text not null check (shared in ('own', 'group', 'all')),
  group_id   uuid references user_group on delete cascade,
  name       text not null check (length(name) between 1 and 200),
  text       jsonb not null,
  changed_at timestamptz not null,
  check ((shared = 'group') = (group_id is not null))
);
create index canned_answer_owner on canned_answer (owner_id);

-- When a note was last put into other words; the earlier ones are in what happened.
alter table message add column edited_at timestamptz;

grant select, insert, update, delete on draft, held_message, canned_answer to sanad_app;
