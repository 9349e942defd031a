-- What administrators shape without a programmer: fields of their own, the words of tellings, the mail server, the logo.

create table added_field (
  key        text primary key check (key ~ '^[a-z][A-Za-z0-9]{0,39}$'),
  -- a type of src/fields, and what it needs: { max }, { min, max }, { values: [{ value, label, colour? }] } …
  type       text not null,
  options    jsonb not null,
  -- multi-language texts
  label      jsonb not null,
  help       jsonb,
  required   text not null check (required in ('never', 'onSubmission', 'beforeClosing')),
  visible_to text not null check (visible_to in ('everyone', 'staff')),
  position   integer not null,
  -- what a ticket gets that says nothing of it
  default_value jsonb,
  -- no longer asked for; what tickets hold of it stays readable
  retired_at timestamptz,
  created_at timestamptz not null
);

-- The values of added fields, by their keys; one column, so that a new field is a row and not a migration.
alter table ticket add column custom jsonb not null default '{}';
create index ticket_custom on ticket using gin (custom jsonb_path_ops) where custom <> '{}';
-- Replaying what happened gives the row: those that were here already began without added fields.
update ticket_event set after = after || '{"custom": {}}' where happened = 'ticketSubmitted' and not after ? 'custom';

-- One row for each interaction that differs from how it is built in.
create table interaction_setting (
  name       text primary key,
  enabled    boolean not null default true,
  -- null: all that it has
  channels   text[],
  -- { <language>: { subject?, inProduct?, body?, body_<variant>? … } }
  templates  jsonb not null default '{}',
  changed_at timestamptz not null
);

-- The mail server, where the environment names none. The password is sealed with a key of the installation's secret.
create table mail_server (
  one        boolean primary key default true check (one),
  host       text not null,
  port       integer not null check (port between 1 and 65535),
  security   text not null check (security in ('tls', 'startTls', 'none')),
  username   text,
  sealed     text,
  sender     text not null,
  changed_at timestamptz not null
);

create table logo (
  one        boolean primary key default true check (one),
  type       text not null check (type in ('image/png', 'image/jpeg', 'image/webp')),
  bytes      bytea not null check (length(bytes) <= 102400),
  changed_at timestamptz not null
);

create index mail_recipient on mail (recipient_id, created_at desc, id desc);
create index mail_address on mail (address, created_at desc, id desc);
create index mail_ticket on mail (ticket_number, created_at desc, id desc) where ticket_number is not null;
create index audit_entry_action on audit_entry (action, at desc, id desc);
create index audit_entry_subject on audit_entry (subject, at desc, id desc);
create index audit_entry_actor on audit_entry (actor, at desc, id desc);

grant select, insert, update on added_field to sanad_app;
grant select, insert, update, delete on interaction_setting, mail_server, logo to sanad_app;
