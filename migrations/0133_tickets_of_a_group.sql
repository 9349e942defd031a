-- Whoever sees the tickets of one small group, or those that they have, finds the closed ones among them: the indexes of queues
-- have what is going alone, so that all closed tickets were walked through, each with a look at its row.
create index ticket_of_group on ticket (group_id);
create index ticket_of_member on ticket (member_id) where member_id is not null;
