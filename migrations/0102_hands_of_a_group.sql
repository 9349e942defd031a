-- Whose a group's closed tickets were: from one person to the next, whoever may see the group's alone.
create index closing_hands on closing (group_id, member_id) where member_id is not null;
