-- With which eyes an export was asked for: a key with fewer rights than its person is written no more than it sees, and who lost
-- a right fetches nothing that they got by it. Those of before have none and are made again.
alter table export_file add column sight jsonb;
