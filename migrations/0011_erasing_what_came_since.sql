-- Erasing somebody reaches what came since: drafts, what waits to be sent, answers for the next time, earlier words of notes,
-- who was called by name, and the identities of providers outside.

create or replace function is_among_staff(happened text, details jsonb) returns boolean
  language sql immutable
  return happened in (
      'solutionProposed', 'solutionReturned', 'noteAdded', 'noteEdited', 'ticketReleased', 'ticketGivenBack', 'fieldsChanged'
    )
    or happened = 'solutionWithdrawn' and details @> '{"wasOffered": false}';

-- What an event tells beside the columns.
create or replace function erased_details(event ticket_event, own boolean, person uuid, names text[], erased jsonb, label text) returns jsonb
  language sql stable
  return (
    select coalesce(jsonb_object_agg(
      name,
      case
        when name = 'comment' and event.actor_id = person then erased_text(value, true, person, erased)
        when name = 'reason' and event.actor_id = person then case
          when own or is_among_staff(event.happened, event.details) then erased_text(value, true, person, erased)
          else without_name_in(value, names, label) end
        -- what a note of theirs said before
        when name = 'text' and event.happened = 'noteEdited' and event.actor_id = person
          then erased_text(value, true, person, erased)
        when name = 'text' and jsonb_typeof(value) = 'object' then case
          -- a proposal that the reviewer edited never reached anybody as it was
          when event.happened = 'solutionProposed' and exists (
            select from solution_round as round
            where round.ticket_number = event.ticket_number and round.round::text = event.details ->> 'round'
              and round.author_id = person and (round.proposed_text is not null or went_nowhere(round.offered_at, round.state) or own)
          ) then erased_text(value, true, person, erased)
          when fate_of_text(event.ticket_number, 'solution:' || (event.details ->> 'round'), person) = 'goes'
            then erased_text(value, true, person, erased)
          when fate_of_text(event.ticket_number, 'solution:' || (event.details ->> 'round'), person) = 'stays'
            then without_name_in(value, names, label)
          else value end
        when name in ('text', 'was') and event.happened = 'textTranslated' and jsonb_typeof(value) = 'string' then case
          fate_of_text(event.ticket_number, event.details ->> 'field', person)
          when 'goes' then to_jsonb(label)
          when 'stays' then without_name_in(value, names, label)
          else value end
        else value
      end
    ), '{}')
    from jsonb_each(event.details) as facts (name, value)
  );

-- Whoever is called by name in a text of others: the text stays, and says that it was somebody who was erased.
create function without_mention(given jsonb, person uuid, label text) returns jsonb
  language sql immutable
  return regexp_replace(
    given::text, '\[@[^]]*\]\(mention:' || person || '\)', '[@' || label || '](mention:' || person || ')', 'g'
  )::jsonb;

create function erase_mentions(person uuid, touched bigint[], label text) returns table (of_ticket bigint, place text)
  language plpgsql as $$
#variable_conflict use_column
declare
  mark    text := '](mention:' || person || ')';
  tickets bigint[];
begin
  return query
    select ticket_number, 'message:' || id from message where position(mark in text::text) > 0
    union all
    select ticket_number, 'solution:' || round from solution_round where position(mark in text::text) > 0;
  tickets := touched
    || array(select ticket_number from message where position(mark in text::text) > 0)
    || array(select ticket_number from solution_round where position(mark in text::text) > 0);
  update ticket_event set details = without_mention(details, person, label)
  where ticket_number = any (tickets) and position(mark in details::text) > 0;
  update message set text = without_mention(text, person, label)
  where ticket_number = any (tickets) and position(mark in text::text) > 0;
  update solution_round
  set text = without_mention(text, person, label), proposed_text = without_mention(proposed_text, person, label)
  where ticket_number = any (tickets) and position(mark in text::text || coalesce(proposed_text::text, '')) > 0;
  update notice set says = without_mention(says, person, label)
  where ticket_number = any (tickets) and position(mark in says::text) > 0;
  update mail set says = without_mention(says, person, label)
  where ticket_number = any (tickets) and position(mark in says::text) > 0;
end $$;

-- What is theirs alone, and what was kept about them elsewhere. A new table with something personal in it comes in here.
create or replace function erase_belongings(was users, names text[], strings text[], erased jsonb, label text) returns void
  language plpgsql as $$
declare
  person uuid := was.id;
begin
  -- what came by mail: its blobs go with the next sweep of those that no row names
  delete from inbound_mail
  where lower(from_address) = was.email
    or (ticket_number, message) in (select ticket_number, id from message where author_id = person);
  delete from upload where owner_id = person;

  -- what they were about to say, and answers kept for the next time: those that others use too stay, without the name
  delete from draft where person_id = person;
  delete from held_message where person_id = person;
  delete from canned_answer where owner_id = person and shared = 'own';
  update canned_answer
  set name = without_name(name, names, label), text = without_name_in(text, names, label)
  where owner_id = person;

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
  where by_id = person
    or position(was.email in lower(coalesce(csv, '') || coalesce(rejected, ''))) > 0
    or position(was.name in coalesce(csv, '') || coalesce(rejected, '')) > 0;

  -- how they came in
  delete from session where user_id = person;
  delete from account where user_id = person;
  delete from verification where value = person::text or position(was.email in value) > 0;
  delete from failed_try where right(bucket, length(was.email) + 1) = ':' || was.email;
  delete from outside_identity where user_id = person;
  delete from second_factor where user_id = person;
  delete from api_key where user_id = person;
  delete from muted_telling where user_id = person;
  delete from user_role where user_id = person;
  delete from group_member where user_id = person;
  update user_group set lead_id = null where lead_id = person;
end $$;

create or replace function erase_person(person uuid, erased jsonb, label text, erased_words tsvector, moment timestamptz)
  returns table (of_ticket bigint, place text)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  was     users%rowtype;
  names   text[];
  strings text[];
  theirs  bigint[]; -- tickets that they are the customer of
  touched bigint[]; -- tickets on which they did anything
begin
  select * into strict was from users where id = person for update;

  names := array[was.email, was.name];
  theirs := array(select number from ticket where customer_id = person);
  touched := array(
    select unnest(theirs)
    union select ticket_number from solution_round where author_id = person or reviewed_by = person
    union select ticket_number from ticket_event where actor_id = person
    union select ticket_number from message where author_id = person
    union select ticket_number from ticket_file where owner_id = person
    union select ticket_number from ticket_event
      where person::text in (before ->> 'member_id', after ->> 'member_id', details #>> '{from,member}')
        or details -> 'mentions' ? person::text
  );
  -- the customers of duplicates were shown the answer too
  touched := touched || array(
    select number from ticket
    where duplicate_of in (select ticket_number from solution_round where author_id = person or reviewed_by = person)
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

  -- the tellings first: whether a solution went out is asked of the rounds as they are
  perform erase_from_tellings(was, theirs, touched, names, strings, erased, label);
  return query select * from erase_from_tickets(was, theirs, touched, names, erased, label, erased_words);
  return query select * from erase_mentions(person, touched, label);
  perform erase_belongings(was, names, strings, erased, label);

  update users
  set name = label, email = 'erased-' || person || '@erased.invalid', email_verified = false, image = null, language = null,
    time_zone = null, preferences = '{}', organisation_id = null, active = false, erased_at = moment, updated_at = moment
  where id = person;
end $$;
