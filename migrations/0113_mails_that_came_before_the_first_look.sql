-- A mailbox is looked at some seconds after it was added, or much later where its server cannot be reached at first: what came
-- meanwhile was taken for what had been lying there, and stayed there.

alter table mailbox add column takes_from timestamptz;
update mailbox set takes_from = created_at;
alter table mailbox alter column takes_from set not null, alter column takes_from set default now();

comment on column mailbox.takes_from is 'When it was added, or led elsewhere: what came before stays there';
