-- A mail that came in while the disk was full, or the store for files away, was given up after a minute. It is tried for a day, as
-- those that go out are; meanwhile it is shown among those that somebody should look at, as is what was given up.

alter table inbound_mail add column next_try_at timestamptz;
update inbound_mail set next_try_at = received_at where state = 'received';
alter table inbound_mail alter column next_try_at set default now();

comment on column inbound_mail.next_try_at is 'When it is handled, or tried again; null: it is done, or was given up';

drop index inbound_mail_waiting;
create index inbound_mail_undone on inbound_mail (next_try_at, id) where state <> 'done';
drop index inbound_mail_held;
create index inbound_mail_to_look_at on inbound_mail (received_at desc, id desc) where decision = 'held' or state = 'failed';
