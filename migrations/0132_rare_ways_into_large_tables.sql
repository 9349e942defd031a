-- What is asked for seldom, and read a whole table each time.

-- an added field that customers see no longer: its text on every ticket
create index ticket_words_custom on ticket_words (text_id) where text_id like 'custom:%';
-- a mailbox that is removed: the mails that came by it
create index inbound_mail_mailbox on inbound_mail (mailbox_id) where mailbox_id is not null;
-- Settings, Mail: what was kept for want of a mail server, and what its recipient may no longer be told
create index mail_not_sent on mail (state, created_at desc, id desc) where state in ('kept', 'dropped');
-- each time that a ticket is opened: which of its mails do not reach its customer
create index mail_undelivered on mail (ticket_number, recipient_id) where state in ('dead', 'held');
