-- With which rights an import was asked for: a key with fewer rights than its person writes no more than it may. One that waited
-- from before has none, and is given again.
alter table user_import add column permissions text[] not null default '{}';
