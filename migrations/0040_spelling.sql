-- Spelling help for those who search: every word that stands in a text that can be found, as it is written, with an index by
-- its groups of three letters. It has no count and no place: which tickets have a word, and whether a reader may see them, is
-- asked of ticket_words. A word that nobody uses any more does no harm: it is only offered where it finds something.
create extension if not exists pg_trgm;

create table search_word (
  word text primary key check (length(word) between 3 and 40)
);
create index search_word_like on search_word using gin (word gin_trgm_ops);

-- Up to which event (its position) the words were learnt.
create table search_word_state (
  one      boolean primary key default true check (one),
  position bigint not null default 0
);
insert into search_word_state default values;

grant select, insert, delete on search_word to sanad_app;
grant select, update on search_word_state to sanad_app;
