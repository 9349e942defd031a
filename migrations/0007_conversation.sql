-- The conversation: answers that reach duplicates, links that open one ticket, mails that come in, files.

alter table ticket
  -- what a duplicate's customer is shown: whose solution, of which round, and what became of it with them
  add column answer_ticket bigint,
  add column answer_round integer,
  add column answer_state text check (answer_state in ('shown', 'offered', 'accepted')),
  add check ((answer_state is null) = (answer_ticket is null)),
  add check ((answer_state is null) = (answer_round is null)),
  add check (answer_state is null or status = 'duplicate');
create index ticket_answers on ticket (answer_ticket, number) where answer_ticket is not null;
-- Replaying what happened gives the row: those that were here already began without.
update ticket_event
set after = after || '{"answer_ticket": null, "answer_round": null, "answer_state": null}'
where happened = 'ticketSubmitted' and not after ? 'answer_state';

-- Links in mails open one ticket for one person. Raised, it ends all that were mailed to them before.
alter table users add column link_turn integer not null default 0;

-- A mailbox that is read. Its password is sealed with a key of the installation's secret.
create table mailbox (
  id             uuid primary key,
  address        text not null unique check (address = lower(address)),
  host           text not null,
  port           integer not null check (port between 1 and 65535),
  security       text not null check (security in ('tls', 'startTls', 'none')),
  username       text not null,
  sealed         text not null,
  folder         text not null,
  -- which group's new tickets come from here; null: the Support Desk's
  group_id       uuid references user_group on delete set null,
  -- whose Authentication-Results are believed (RFC 8601); null: nobody's
  trusted_server text,
  active         boolean not null,
  -- the high-water mark: everything below was taken in
  uid_validity   bigint,
  uid_next       bigint,
  state          text not null check (state in ('new', 'reading', 'failing')),
  state_since    timestamptz not null,
  last_error     text,
  -- when it was last heard of at all, and when a mail last came
  heard_at       timestamptz,
  last_mail_at   timestamptz,
  created_at     timestamptz not null
);

-- Every mail that came in, kept as it came before anything is made of it.
create table inbound_mail (
  id            uuid primary key,
  mailbox_id    uuid references mailbox on delete set null,
  raw           bytea not null,
  -- of what the writer made, without the trace that the way here left on it
  hash          text not null unique,
  received_at   timestamptz not null,
  state         text not null check (state in ('received', 'done', 'failed')),
  tries         integer not null default 0,
  last_error    text,
  decision      text check (decision in ('newTicket', 'joined', 'held', 'ignored')),
  -- why, by a code: the page says it in words
  reason        text,
  message_id    text,
  from_address  text,
  from_name     text,
  subject       text,
  ticket_number bigint,
  -- the message that it became; null where it became the ticket itself
  message       uuid,
  -- as people read it: without quoted history and signature; and whole
  text          text,
  whole_text    text,
  html          text,
  -- which rules cleaned the HTML: an older one can be cleaned anew from the raw mail
  sanitiser     text,
  done_at       timestamptz,
  check ((state = 'done') = (decision is not null))
);
create index inbound_mail_waiting on inbound_mail (received_at, id) where state = 'received';
create index inbound_mail_received on inbound_mail (received_at desc, id desc);
create index inbound_mail_held on inbound_mail (received_at desc, id desc) where decision = 'held';
create index inbound_mail_ticket on inbound_mail (ticket_number, received_at) where ticket_number is not null;
create index inbound_mail_from on inbound_mail (from_address, received_at) where from_address is not null;

-- Mails of ours that somebody answers are found by their ids.
create index mail_message_id on mail (message_id) where message_id <> '';

-- A file that was sent here and belongs to nothing yet: its sender's alone, and gone after a day.
create table upload (
  id       uuid primary key,
  owner_id uuid not null references users on delete cascade,
  -- where the blob lies; names are for people and never used there
  key      text not null,
  name     text not null check (length(name) between 1 and 255),
  type     text not null,
  size     bigint not null,
  sha256   text not null,
  at       timestamptz not null
);
create index upload_owner on upload (owner_id, at);
create index upload_at on upload (at);

create table ticket_file (
  ticket_number bigint not null references ticket,
  id            uuid not null,
  owner_id      uuid not null references users,
  key           text not null,
  name          text not null check (length(name) between 1 and 255),
  type          text not null,
  size          bigint not null,
  sha256        text not null,
  at            timestamptz not null,
  -- 'description', 'solution:2', 'message:<id>', as in ticket_words
  text_id       text not null,
  -- where it stands among those of the same text
  place         integer not null,
  primary key (ticket_number, id)
);
create index ticket_file_text on ticket_file (ticket_number, text_id, place);
create index ticket_file_id on ticket_file (id);

grant select, insert, update, delete on mailbox, inbound_mail, upload, ticket_file to sanad_app;
