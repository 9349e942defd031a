-- Whether a ticket has a field at all is asked too (a file is there or not): the former index knew values alone, and all that
-- ever closed was looked through.
drop index ticket_custom;
create index ticket_custom on ticket using gin (custom) where custom <> '{}';
