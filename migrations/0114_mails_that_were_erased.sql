-- A mailbox that its server numbers anew is read from the beginning, and what was taken in before is known by its fingerprint.
-- That of an erased mail was erased with it: it came in again, and made its sender known again.

create table forgotten_mail (
  hash text primary key,
  at timestamptz not null default now()
);

comment on table forgotten_mail is 'Fingerprints of mails that were erased: nobody can read them, and they tell when one comes again';
grant select, insert on forgotten_mail to sanad_app;

create function note_forgotten_mails() returns trigger
  language plpgsql as $$
begin
  insert into forgotten_mail (hash) select hash from gone on conflict do nothing;
  return null;
end $$;

create trigger forgotten after delete on inbound_mail
  referencing old table as gone for each statement execute function note_forgotten_mails();
