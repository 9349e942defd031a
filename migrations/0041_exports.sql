-- Exports that take a while: written to a file by the worker, fetched by whoever asked for them, gone after a week.

create table export_file (
  id           uuid primary key,
  owner_id     uuid not null references users on delete cascade,
  -- the query whose rows it holds, and its filters as an address carries them
  query        text not null,
  filters      jsonb not null,
  format       text not null check (format in ('csv', 'xlsx')),
  state        text not null check (state in ('waiting', 'writing', 'ready', 'failed')),
  -- how many rows are written so far
  rows         integer not null default 0,
  -- where the file lies, once it is whole
  key          text,
  size         bigint,
  asked_at     timestamptz not null,
  ready_at     timestamptz,
  read_at      timestamptz,
  -- while a worker writes it: who dies with it gives it back when this is over
  leased_until timestamptz,
  tries        integer not null default 0,
  check ((state = 'ready') = (key is not null))
);
create index export_file_owner on export_file (owner_id, asked_at desc);
create index export_file_due on export_file (asked_at) where state in ('waiting', 'writing');

grant select, insert, update, delete on export_file to sanad_app;

-- Whom an export names cannot be told without reading it, so an erasure takes them all; they are quickly made again.
create function erase_exports() returns void
  language sql as $$ delete from export_file $$;

-- Words that stood in texts which are about to be erased.
create function erase_search_words(erased text[]) returns void
  language sql as $$ delete from search_word where word = any (erased) $$;
