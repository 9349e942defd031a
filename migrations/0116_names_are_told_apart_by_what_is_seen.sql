-- “Support  Desk” and “Support Desk” look the same wherever they are shown: the white space in a name is one space, as it is in
-- every name from now on. Where that would make two names one, the other stays as it is until somebody calls it otherwise.

with said as (
  select *, btrim(regexp_replace(name, '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')) as seen
  from user_group
),
placed as (
  select *, row_number() over (partition by lower(seen) order by lower(name) = lower(seen) desc, created_at, id) as place
  from said
)
update user_group set name = placed.seen
from placed
where placed.id = user_group.id and placed.place = 1 and placed.seen <> placed.name and placed.seen <> '';

with said as (
  select *, btrim(regexp_replace(name, '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')) as seen
  from organisation
),
placed as (
  select *, row_number() over (partition by lower(seen) order by lower(name) = lower(seen) desc, created_at, id) as place
  from said
)
update organisation set name = placed.seen
from placed
where placed.id = organisation.id and placed.place = 1 and placed.seen <> placed.name and placed.seen <> '';
