-- An alarm on a silent mailbox reaches its administrators once, not at every look.

-- when they were told that nothing is heard of it; null again as soon as something is
alter table mailbox add column silence_told_at timestamptz;
