-- Restoring a backup begins a new epoch: what the backup says still waits may have gone out long ago, so it is held until an
-- administrator decides.

alter table mail
  drop constraint mail_state_check,
  add constraint mail_state_check check (state in ('pending', 'sending', 'sent', 'dead', 'kept', 'dropped', 'held'));
create index mail_held on mail (created_at, id) where state = 'held';

-- One row for each restore, written by it.
create table restoration (
  id            uuid primary key,
  restored_at   timestamptz not null,
  -- the moment that the backup shows
  backed_up_at  timestamptz not null,
  -- events up to this position had happened by then: their mails, should some still be written, are held
  last_position bigint not null,
  -- the first ticket number of the new epoch; those between may have been mailed to people and are never given again
  next_number   bigint not null
);
grant select on restoration to sanad_app;
