-- Median times of a long range, without reading everything that happened in it: the cells keep how their times spread over the
-- buckets of a scale, so that the bucket in which a rank falls is known, and only that one is read.

-- How long something took, in seconds, and never less than none: a clock that was set back in between measured nothing.
create function took(opened_at timestamptz, at timestamptz) returns double precision
  language sql immutable parallel safe
  return greatest(extract(epoch from at - opened_at), 0)::double precision;

-- The bucket of the scale: the first nineteen bits of the number as it lies in memory, sign, exponent and seven of its mantissa.
-- They rise with the number, divide each doubling into 128, and are the same on every machine, which a logarithm is not.
create function took_bucket(opened_at timestamptz, at timestamptz) returns integer
  language sql immutable parallel safe
  return (('x' || left(encode(float8send(took(opened_at, at)), 'hex'), 5))::bit(20))::integer >> 1;

create index closing_took on closing (took_bucket(opened_at, closed_at), closed_at) include (opened_at, group_id)
  where ended <> 'duplicate';
create index first_response_took on first_response (took_bucket(opened_at, at), at) include (opened_at, group_id);

-- Of each cell of all and of a group: the buckets in which its first responses or its resolutions lie, and how many in each.
create table figure_spread (
  scope   text not null check (scope in ('all', 'group')),
  of_id   uuid not null,
  grain   text not null check (grain in ('day', 'week', 'month')),
  starts  date not null,
  kind    text not null check (kind in ('response', 'resolution')),
  buckets integer[] not null,
  facts   integer[] not null,
  primary key (scope, of_id, grain, starts, kind)
);
-- Whoever changes the cells brings the spreads along and says so here. Where it is not the version, somebody did not: a
-- server from before this migration. The worker then counts the spreads anew, and until it has they are not asked.
alter table figure_state add column spread_version bigint;

grant select, insert, update, delete on figure_spread to sanad_app;
