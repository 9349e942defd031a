-- Whether a change that was begun before a moment is still open: what it writes belongs to before, and nobody sees it yet. The role of
-- the application reads of other sessions that they are there and not since when; the role that they log in with, whose this is, does.

-- One that is open for longer than `longest` is not waited for: a session that was forgotten would be waited for without an end.
create function changes_from_before(moment timestamptz, longest interval) returns boolean
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
      and xact_start < moment and xact_start > clock_timestamp() - longest
  )
$$;

revoke all on function changes_from_before from public;
grant execute on function changes_from_before to sanad_app;
