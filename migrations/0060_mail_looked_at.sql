-- Mails that waited were let in or left out by somebody.

-- null: by the rules
alter table inbound_mail add column decided_by uuid references users on delete set null;
