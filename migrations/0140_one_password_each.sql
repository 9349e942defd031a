-- Two changes of a password at the same moment left both, and either opened the account. The later one stands.

delete from account as earlier
using account as later
where earlier.provider_id = 'credential' and later.provider_id = 'credential' and earlier.user_id = later.user_id
  and (earlier.updated_at, earlier.id) < (later.updated_at, later.id);

create unique index account_password on account (user_id) where provider_id = 'credential';
