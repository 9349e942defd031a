-- An erasure deleted every export, also those that were still being written: whoever had asked heard nothing more. Those of others
-- stay asked for. What is not written yet is written anew, and what is ready fails, which the bell says and makes again.

-- The one without arguments stays for servers that still run as before.
create function erase_exports(person uuid, called text[], moment timestamptz) returns void
  language sql as $$
  delete from export_file
  where owner_id = person
    or exists (select from unnest(called) as one where position(lower(one) in lower(filters::text)) > 0);

  -- in one statement: what becomes ready while this waits for its row is taken as ready
  update export_file set
    state = case when state = 'ready' then 'failed' else 'waiting' end,
    -- whoever is writing it finds by this that it is theirs no more
    asked_at = case when state = 'ready' then asked_at else asked_at + interval '1 millisecond' end,
    ready_at = case when state = 'ready' then moment end,
    -- a replica may still have what was erased: it is not begun before
    leased_until = case when state = 'ready' then null else moment + interval '10 seconds' end,
    rows = 0, tries = 0, key = null, size = null
  where state <> 'failed';
$$;
