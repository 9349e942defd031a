-- People: who there is, what they may do, and how they sign in.

-- The role that every connection of the application takes. It may not rewrite history (see 0002). Migrations and the
-- queue's own set-up run without it. Where creating roles is not allowed, docs/operating.md gives the statements.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sanad_app') then
    create role sanad_app nologin;
  end if;
exception when duplicate_object or unique_violation then null; -- another installation on this server was faster
end $$;
grant usage, create on schema public to sanad_app;
grant sanad_app to current_user;

create table users (
  id             uuid primary key,
  name           text not null check (length(name) between 1 and 200),
  email          text not null check (email = lower(email) and length(email) <= 254),
  -- true once the person proved it by a link that we mailed, or an administrator vouched for it
  email_verified boolean not null default false,
  image          text,
  -- null: the organisation's
  language       text,
  time_zone      text,
  active         boolean not null default true,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);
create unique index users_email on users (email);
create index users_name on users (lower(name), id);

-- Tables of the sign-in library (better-auth), mapped in src/users/sign-in.server.ts.
create table session (
  id         uuid primary key,
  user_id    uuid not null references users on delete cascade,
  token      text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_of_user on session (user_id);

create table account (
  id                       uuid primary key,
  user_id                  uuid not null references users on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null,
  updated_at               timestamptz not null
);
create index account_of_user on account (user_id);

create table verification (
  id         uuid primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on verification (identifier);

-- Failed sign-ins, per account and per network; a success is never limited.
create table failed_try (
  id     uuid primary key,
  bucket text not null,
  at     timestamptz not null
);
create index failed_try_bucket on failed_try (bucket, at);

create table role (
  key         text primary key check (key ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  -- null for the four built-in ones: their names come from the words
  name        jsonb,
  permissions text[] not null,
  built_in    boolean not null default false
);

create table user_role (
  user_id  uuid not null references users on delete cascade,
  role_key text not null references role,
  primary key (user_id, role_key)
);

create table user_group (
  id         uuid primary key,
  -- 'supportDesk' for the group that is there from the first start
  key        text unique,
  name       text not null check (length(name) between 1 and 100),
  created_at timestamptz not null
);
create unique index user_group_name on user_group (lower(name));

create table group_member (
  group_id uuid not null references user_group on delete cascade,
  user_id  uuid not null references users on delete cascade,
  since    timestamptz not null,
  primary key (group_id, user_id)
);
create index group_member_user on group_member (user_id);

create table group_role (
  group_id uuid not null references user_group on delete cascade,
  role_key text not null references role,
  primary key (group_id, role_key)
);

-- One row a setting; absent means the built-in default of src/settings/settings.ts.
create table setting (
  key        text primary key,
  value      jsonb not null,
  changed_at timestamptz not null
);

-- What administrators did: never updated, never deleted.
create table audit_entry (
  id      uuid primary key,
  at      timestamptz not null,
  actor   uuid,
  action  text not null,
  subject text,
  before  jsonb,
  after   jsonb,
  network text
);
create index audit_entry_at on audit_entry (at desc, id desc);

insert into role (key, permissions, built_in) values
  ('customer', '{}', true), ('representative', '{}', true), ('supportDesk', '{}', true), ('administrator', '{}', true);
-- The permissions themselves are written at start from src/permissions/roles.ts while the roles are untouched.
alter table role add column customised boolean not null default false;

insert into user_group (id, key, name, created_at)
values ('01900000-0000-7000-8000-000000000001', 'supportDesk', 'Support Desk', now());
insert into group_role (group_id, role_key) values ('01900000-0000-7000-8000-000000000001', 'supportDesk');

grant select, insert, update, delete on all tables in schema public to sanad_app;
revoke update, delete on audit_entry from sanad_app;
