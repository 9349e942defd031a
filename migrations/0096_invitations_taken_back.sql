-- Whose invitation was taken back chooses no password by another mail either, until they are invited again: the address may
-- have been somebody else's.
alter table users add column invitation_taken_back boolean not null default false;
