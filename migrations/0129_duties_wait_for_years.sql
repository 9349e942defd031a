-- The queue deletes what has waited for longer than it says, two weeks unless told otherwise: a worker that was away for longer told
-- nobody of what had happened meanwhile. It is told ten years, see queue-defaults.ts. On a new database it is not there yet.
do $$
begin
  if to_regclass('pgboss.job') is null then return; end if;
  update pgboss.queue set retention_seconds = 315360000 where retention_seconds < 315360000;
  update pgboss.job set keep_until = created_on + interval '10 years' where completed_on is null;
end
$$;
