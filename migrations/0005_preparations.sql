-- Preparations: what people choose for themselves, organisations of customers, second factors, keys for programs, imports,
-- and erasing a person.

create table organisation (
  id         uuid primary key,
  name       text not null check (length(name) between 1 and 200),
  created_at timestamptz not null
);
create unique index organisation_name on organisation (lower(name));

alter table users
  -- digits, calendar, theme, single keys: what a page needs and no rule asks for
  add column preferences jsonb not null default '{}',
  -- customers alone belong to one
  add column organisation_id uuid references organisation on delete set null,
  -- a program that acts by a key of its own: it has no mailbox and never signs in
  add column service boolean not null default false,
  add column erased_at timestamptz;
create index users_organisation on users (organisation_id) where organisation_id is not null;

-- The words of names and addresses, each found by its beginning; the question is cut in src/users/people-words.ts alike.
create function people_words(name text, email text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('simple', translate(lower(name || ' ' || email), '@.-_+''’,/', '         '));
-- Stored: cutting the words of everybody anew takes 1.7 s where 100,000 are read through, looking at them 0.1 s.
alter table users add column words tsvector generated always as (people_words(name, email)) stored;
create index users_words on users using gin (words);

create index user_role_role on user_role (role_key);
alter table role add column requires_second_factor boolean not null default false;

alter table user_group
  add column lead_id uuid references users on delete set null,
  add column time_zone text,
  -- { "1": [["09:00", "17:00"]], … "7": [] }: Monday is 1
  add column working_hours jsonb;

-- What someone does not want to hear of, of what is not addressed to them personally.
create table muted_telling (
  user_id     uuid not null references users on delete cascade,
  interaction text not null,
  channel     text not null check (channel in ('in-app', 'email')),
  primary key (user_id, interaction, channel)
);

create table second_factor (
  user_id        uuid primary key references users on delete cascade,
  -- sealed with the installation's secret: a copy of the table alone makes no codes
  secret         text not null,
  -- null until the first code was given
  confirmed_at   timestamptz,
  -- a code works once: the time step of the last one that was taken
  last_step      bigint not null default 0,
  recovery_codes text[] not null default '{}',
  created_at     timestamptz not null
);
-- Half open: the password was right, the code is still to come. Such a session is nobody's.
alter table session add column awaits_code boolean not null default false;

create table api_key (
  id           uuid primary key,
  user_id      uuid not null references users on delete cascade,
  name         text not null check (length(name) between 1 and 100),
  -- its first signs, by which people tell their keys apart
  beginning    text not null,
  hash         text not null unique,
  scopes       text[] not null,
  created_by   uuid not null references users,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_key_user on api_key (user_id, created_at desc);

create table user_import (
  id          uuid primary key,
  by_id       uuid not null references users on delete cascade,
  at          timestamptz not null,
  network     text not null,
  invite      boolean not null,
  -- gone when the import has ended
  csv         text,
  state       text not null check (state in ('waiting', 'done', 'refused', 'failed')),
  rows        integer not null,
  done        integer not null default 0,
  counts      jsonb,
  -- the refused rows with their reasons, as a file
  rejected    text,
  finished_at timestamptz
);
create index user_import_waiting on user_import (at) where state = 'waiting';

grant select, insert, update, delete on organisation, muted_telling, second_factor, api_key, user_import to sanad_app;

-- Erasing a person. History may not be rewritten by the application, so this one function does it, with the rights of the
-- schema's owner: everywhere the same, so that replaying a ticket's events still gives its row.

-- A multi-language text: gone as a whole where the person wrote it, else only the versions that they wrote into it.
create function erased_text(given jsonb, whole boolean, person uuid, erased jsonb) returns jsonb
  language sql immutable
  return case
    when given is null or jsonb_typeof(given) <> 'object' then given
    when whole then erased
    when given -> 'texts' is null then given
    else jsonb_set(given, '{texts}', (
      select jsonb_object_agg(
        language,
        case when said ->> 'by' = person::text
          then jsonb_set(said, '{text}', erased #> array['texts', erased ->> 'source', 'text'])
          else said end
      )
      from jsonb_each(given -> 'texts') as versions (language, said)
    ))
  end;

-- The values of added fields on a ticket of theirs: what they wrote goes, what they chose stays.
create function erased_custom(given jsonb, erased jsonb) returns jsonb
  language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_object_agg(
      name,
      case
        when jsonb_typeof(value) = 'object' then erased_text(value, true, null, erased)
        when exists (select from added_field where added_field.key = name and type = 'short-text')
          then erased #> array['texts', erased ->> 'source', 'text']
        else value
      end
    ), '{}')
    from jsonb_each(given) as fields (name, value)
  );
end $$;

-- The columns that an event changed.
create function erased_columns(given jsonb, own boolean, person uuid, erased jsonb) returns jsonb
  language sql stable
  return (
    select coalesce(jsonb_object_agg(
      name,
      case
        when name in ('title', 'description', 'comment') then erased_text(value, own, person, erased)
        when name = 'custom' and own and jsonb_typeof(value) = 'object' then erased_custom(value, erased)
        else value
      end
    ), '{}')
    from jsonb_each(given) as columns (name, value)
  );

-- Anything else that was kept as JSON: their strings wherever they stand, and every name and text where it is theirs `whole`.
create function erased_json(given jsonb, whole boolean, strings text[], erased jsonb, label text) returns jsonb
  language plpgsql immutable as $$
begin
  case jsonb_typeof(given)
    when 'object' then
      return (
        select coalesce(jsonb_object_agg(
          name,
          case
            when whole and name in ('text', 'excerpt') and jsonb_typeof(value) = 'object' then erased
            when whole and name in ('text', 'name', 'email') and jsonb_typeof(value) = 'string' then to_jsonb(label)
            else erased_json(value, whole, strings, erased, label)
          end
        ), '{}')
        from jsonb_each(given) as fields (name, value)
      );
    when 'array' then
      return (
        select coalesce(jsonb_agg(erased_json(value, whole, strings, erased, label) order by place), '[]')
        from jsonb_array_elements(given) with ordinality as items (value, place)
      );
    when 'string' then
      return case when given #>> '{}' = any (strings) then to_jsonb(label) else given end;
    else
      return given;
  end case;
end $$;

-- `erased` stands where their texts stood, `label` where their name did, `erased_words` in what can be found.
create function erase_person(person uuid, erased jsonb, label text, erased_words tsvector, moment timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was      users%rowtype;
  strings  text[];
  theirs   bigint[]; -- tickets that they are the customer of
  answered bigint[]; -- tickets with a solution of theirs
  worded   bigint[]; -- tickets whose tellings may have words of theirs, whoever caused them
  touched  bigint[]; -- tickets on which they did anything
begin
  select * into strict was from users where id = person for update;

  theirs := array(select number from ticket where customer_id = person);
  answered := array(
    select distinct ticket_number from solution_round
    where author_id = person or (reviewed_by = person and proposed_text is not null)
  );
  worded := array(
    select unnest(theirs) union select unnest(answered)
    union select ticket_number from ticket_event where actor_id = person and happened = 'textTranslated'
  );
  touched := array(
    select unnest(theirs) union select unnest(answered)
    union select ticket_number from ticket_event where actor_id = person
    union select ticket_number from message where author_id = person
    union select ticket_number from ticket_event
      where person::text in (before ->> 'member_id', after ->> 'member_id', details #>> '{from,member}')
  );
  strings := array(
    select was.name union select was.email
    union select said ->> 'text'
    from ticket, jsonb_each(comment -> 'texts') as versions (language, said)
    where customer_id = person and jsonb_typeof(comment) = 'object'
    union select said ->> 'text'
    from ticket_event, jsonb_each(details #> '{comment,texts}') as versions (language, said)
    where actor_id = person and happened = 'ticketRated' and jsonb_typeof(details #> '{comment,texts}') = 'object'
  );

  -- what happened, in which columns, with which words; before the rows, whose authors it asks for
  update ticket_event as event
  set before = erased_columns(before, ticket_number = any (theirs), person, erased),
    after = erased_columns(after, ticket_number = any (theirs), person, erased),
    details = (
      select coalesce(jsonb_object_agg(
        name,
        case
          when name in ('reason', 'comment', 'text') and jsonb_typeof(value) = 'object' then erased_text(
            value,
            event.actor_id = person or (name = 'text' and exists (
              select from solution_round as round
              where round.ticket_number = event.ticket_number and round.round::text = event.details ->> 'round'
                and round.author_id = person
            )),
            person, erased)
          when name in ('text', 'was') and happened = 'textTranslated' and jsonb_typeof(value) = 'string' and (
            ticket_number = any (theirs) or ticket_number = any (answered) or exists (
              select from ticket_event as other
              where other.ticket_number = event.ticket_number and other.happened = 'textTranslated'
                and other.actor_id = person and other.details ->> 'field' = event.details ->> 'field'
            ) or exists (
              select from message
              where message.ticket_number = event.ticket_number and message.author_id = person
                and 'message:' || message.id = event.details ->> 'field'
            )
          ) then to_jsonb(label)
          else value
        end
      ), '{}')
      from jsonb_each(details) as facts (name, value)
    )
  where ticket_number = any (touched);

  update ticket_words set words = erased_words
  where ticket_number = any (theirs) and text_id in ('title', 'description')
    or ticket_number = any (answered) and text_id in (
      select 'solution:' || round from solution_round
      where solution_round.ticket_number = ticket_words.ticket_number
        and (author_id = person or (reviewed_by = person and proposed_text is not null))
    )
    or ticket_number = any (touched) and text_id in (
      select 'message:' || id from message
      where message.ticket_number = ticket_words.ticket_number and author_id = person
    );

  update ticket
  set title = erased_text(title, customer_id = person, person, erased),
    description = erased_text(description, customer_id = person, person, erased),
    comment = erased_text(comment, customer_id = person, person, erased),
    custom = case when customer_id = person then erased_custom(custom, erased) else custom end
  where number = any (touched);
  update solution_round as round
  set reason = erased_text(reason, exists (
      select from ticket_event
      where ticket_event.ticket_number = round.ticket_number and actor_id = person
        and happened in ('solutionReturned', 'solutionDeclined', 'solutionWithdrawn')
        and details ->> 'round' = round.round::text
    ), person, erased),
    text = erased_text(text, author_id = person or (reviewed_by = person and proposed_text is not null), person, erased),
    proposed_text = erased_text(proposed_text, author_id = person, person, erased)
  where ticket_number = any (touched);
  update message set text = erased_text(text, author_id = person, person, erased) where ticket_number = any (touched);

  -- who was told, and in which words
  delete from notice where recipient_id = person;
  delete from mail where recipient_id = person or lower(address) = was.email;
  update notice
  set says = erased_json(
    says,
    ticket_number = any (worded) or exists (
      select from ticket_event as event
      where event.ticket_number = notice.ticket_number and event.id = notice.event_id and event.actor_id = person
    ),
    strings, erased, label)
  where ticket_number = any (touched);
  update mail
  set says = erased_json(says, true, strings, erased, label),
    -- one that has not gone out is put into words anew
    subject = case when state in ('pending', 'sending') then null else label end,
    body_text = case when state in ('pending', 'sending') then null else label end,
    body_html = null
  where ticket_number = any (worded)
    or ticket_number = any (touched) and (
      exists (
        select from ticket_event as event
        where event.ticket_number = mail.ticket_number and event.id = mail.event_id and event.actor_id = person
      )
      or position(was.name in coalesce(subject, '') || coalesce(body_text, '') || coalesce(body_html, '') || says::text) > 0
    )
    or ticket_number is null and position(to_jsonb(was.name)::text in says::text) > 0;

  -- what came by mail, and files: their blobs go with the next sweep of those that no row names
  delete from inbound_mail
  where lower(from_address) = was.email
    or (ticket_number, message) in (select ticket_number, id from message where author_id = person);
  delete from upload where owner_id = person;
  delete from ticket_file where owner_id = person;

  -- what was answered, written down, asked for and reported
  delete from idempotent_answer where person_id = person;
  update idempotent_answer set answer = erased_json(answer, true, strings, erased, label)
  where answer is not null and position(person::text in answer::text) > 0;
  update audit_entry set
    before = erased_json(before, subject = 'user:' || person or actor = person and subject like 'apiKey:%', strings, erased, label),
    after = erased_json(after, subject = 'user:' || person or actor = person and subject like 'apiKey:%', strings, erased, label),
    network = case when actor = person then null else network end
  where actor = person or subject = 'user:' || person
    or position(to_jsonb(was.name)::text in coalesce(before::text, '') || coalesce(after::text, '')) > 0
    or position(to_jsonb(was.email)::text in coalesce(before::text, '') || coalesce(after::text, '')) > 0;
  update report set figures = erased_json(figures, false, strings, erased, label)
  where exists (select from unnest(strings) as one where position(to_jsonb(one)::text in figures::text) > 0);
  delete from saved_query where owner_id = person;
  delete from user_import
  where position(was.email in lower(coalesce(csv, '') || coalesce(rejected, ''))) > 0
    or position(was.name in coalesce(csv, '') || coalesce(rejected, '')) > 0;

  -- how they came in, and who they were
  delete from session where user_id = person;
  delete from account where user_id = person;
  delete from verification where value = person::text or position(was.email in value) > 0;
  delete from failed_try where right(bucket, length(was.email) + 1) = ':' || was.email;
  delete from second_factor where user_id = person;
  delete from api_key where user_id = person;
  delete from muted_telling where user_id = person;
  delete from user_role where user_id = person;
  delete from group_member where user_id = person;
  update user_group set lead_id = null where lead_id = person;
  update users
  set name = label, email = 'erased-' || person || '@erased.invalid', email_verified = false, image = null, language = null,
    time_zone = null, preferences = '{}', organisation_id = null, active = false, erased_at = moment, updated_at = moment
  where id = person;
end $$;

revoke all on function erase_person from public;
grant execute on function erase_person to sanad_app;
