-- Signing in through a provider outside that speaks OpenID Connect.

-- There is one provider, or none.
create table sign_in_provider (
  one            boolean primary key default true check (one),
  issuer         text not null check (length(issuer) between 1 and 500),
  client_id      text not null check (length(client_id) between 1 and 500),
  -- the client's secret, sealed with the installation's; null for a public client
  sealed         text,
  -- what the button says, in the organisation's own words: "Sign in with your company account"
  label          text not null check (length(label) between 1 and 100),
  -- someone who is known here by the e-mail address that the provider has verified comes in as that person
  links_known    boolean not null,
  -- someone who is not known here becomes a customer
  adds_customers boolean not null,
  changed_at     timestamptz not null,
  -- the last time that it did not work, and why, for whoever sets it up
  failed_at      timestamptz,
  failure        text
);

-- Whom a provider knows as whom. Issuer and subject alone name somebody: addresses change hands.
create table outside_identity (
  issuer       text not null,
  subject      text not null,
  user_id      uuid not null references users on delete cascade,
  linked_at    timestamptz not null,
  last_used_at timestamptz not null,
  primary key (issuer, subject)
);
create index outside_identity_user on outside_identity (user_id);

grant select, insert, update, delete on sign_in_provider, outside_identity to sanad_app;
