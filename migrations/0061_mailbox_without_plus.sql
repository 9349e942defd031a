-- Not every mail server delivers support+anything@ to support@ (RFC 5233).

-- false: answers come to the mailbox's own address and find their ticket by the id of the mail that they answer
alter table mailbox add column plus_address boolean not null default true;
