-- Who this database is, for what lies outside of it: a bucket says to whom it belongs. No backup holds it, so that a database
-- that is restored is another one; see docs/decisions/0120-a-bucket-has-one-installation.md.
create table installation (
  one boolean primary key default true check (one),
  id  uuid not null default gen_random_uuid()
);
insert into installation default values;
grant select on installation to sanad_app;
