-- Pages of one organisation's people, and of the deactivated, in the order of names: without, each page read along everybody's
-- names until it had fifty (0.1 s among 100,000 people whose organisation's names stand last).
create index users_organisation_name on users (organisation_id, lower(name), id) where organisation_id is not null;
drop index users_organisation;
create index users_inactive on users (lower(name), id) where not active;
