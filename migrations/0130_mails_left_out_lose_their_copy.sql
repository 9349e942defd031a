-- A mail that was left out is looked at for some weeks at the most, and was kept whole for ever: absence notes, receipts, spam with
-- all that hung on it. What it was stays, its copy goes; see docs/decisions/0126-mails-left-out-lose-their-copy.md.
alter table inbound_mail
  alter column raw drop not null,
  add constraint inbound_mail_copy check (raw is not null or decision = 'ignored');
comment on column inbound_mail.raw is 'As it came; null: it was left out, and its copy was given up';

-- The cleaning finds by it those whose time is over, and nothing once they are done.
create index inbound_mail_left_out on inbound_mail (done_at) where decision = 'ignored' and raw is not null;
