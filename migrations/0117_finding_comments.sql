-- What customers write with their stars is found by its words. What they wrote before is made so by the worker: up to which ticket
-- that was done; null: of all.
alter table search_word_state add column comments_from bigint default 0;
