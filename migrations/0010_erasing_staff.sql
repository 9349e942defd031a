-- Erasing somebody who works here. What a customer could read of theirs is the organisation's answer: it stays, and their name
-- goes from it. What they wrote among staff, and everything that somebody wrote as a customer, goes whole.
-- docs/decisions/0008-answers-outlive-their-authors.md says why.

-- Invitations and resets are looked up by whom they were sent to, for every row of a list of people.
create index verification_value on verification (value);

drop function erase_person(uuid, jsonb, text, tsvector, timestamptz);

-- As before; and of the added fields of a whole answer that was kept for repeats, nothing is kept.
create or replace function erased_json(given jsonb, whole boolean, strings text[], erased jsonb, label text) returns jsonb
  language plpgsql immutable as $$
begin
  case jsonb_typeof(given)
    when 'object' then
      return (
        select coalesce(jsonb_object_agg(
          name,
          case
            when whole and name = 'custom' and jsonb_typeof(value) = 'object' then '{}'
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

-- A text without somebody's name and address. Whole words only: Ali is not to be cut out of Alicante.
create function without_name(given text, names text[], label text) returns text
  language plpgsql immutable as $$
declare
  one text;
begin
  foreach one in array names loop
    given := regexp_replace(
      given,
      '(?<![[:alnum:]])' || regexp_replace(one, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])',
      replace(label, '\', '\\'), 'gi'
    );
  end loop;
  return given;
end $$;

-- The same in JSON, wherever a string stands.
create function without_name_in(given jsonb, names text[], label text) returns jsonb
  language plpgsql immutable as $$
begin
  case jsonb_typeof(given)
    when 'object' then
      return (
        select coalesce(jsonb_object_agg(name, without_name_in(value, names, label)), '{}')
        from jsonb_each(given) as fields (name, value)
      );
    when 'array' then
      return (
        select coalesce(jsonb_agg(without_name_in(value, names, label) order by place), '[]')
        from jsonb_array_elements(given) with ordinality as items (value, place)
      );
    when 'string' then
      return to_jsonb(without_name(given #>> '{}', names, label));
    else
      return given;
  end case;
end $$;

-- A proposal that came back and never went out. One that is in review may still become an answer.
create function went_nowhere(offered_at timestamptz, state text) returns boolean
  language sql immutable
  return offered_at is null and state <> 'inReview';

-- What becomes of a text, by its place as in ticket_words: 'goes', 'stays' without their name, or null where it is another's.
-- A translation shares the fate of what it translates.
create function fate_of_text(of_ticket bigint, place text, person uuid) returns text
  language sql stable
  return case
    when place in ('title', 'description', 'comment') then (
      select 'goes' from ticket where number = of_ticket and customer_id = person
    )
    when place like 'solution%' then (
      select case when bool_or(went_nowhere(round.offered_at, round.state) or ticket.customer_id = person) then 'goes' else 'stays' end
      from solution_round as round join ticket on ticket.number = round.ticket_number
      where round.ticket_number = of_ticket
        and (place = 'solution' or place = 'solution:' || round.round)
        and (round.author_id = person or round.reviewed_by = person and round.proposed_text is not null)
      having count(*) > 0
    )
    when place like 'message:%' then (
      select case
        when message.kind = 'reply' and message.side = 'staff' and ticket.customer_id <> person then 'stays'
        else 'goes' end
      from message join ticket on ticket.number = message.ticket_number
      where message.ticket_number = of_ticket and 'message:' || message.id = place
        and message.author_id = person
    )
  end;

-- What an event of theirs said that its customer does not read of: as in src/events/among-staff.ts.
create function is_among_staff(happened text, details jsonb) returns boolean
  language sql immutable
  return happened in ('solutionProposed', 'solutionReturned', 'noteAdded', 'ticketReleased', 'ticketGivenBack', 'fieldsChanged')
    or happened = 'solutionWithdrawn' and details @> '{"wasOffered": false}';

-- What an event tells beside the columns.
create function erased_details(event ticket_event, own boolean, person uuid, names text[], erased jsonb, label text) returns jsonb
  language sql stable
  return (
    select coalesce(jsonb_object_agg(
      name,
      case
        when name = 'comment' and event.actor_id = person then erased_text(value, true, person, erased)
        when name = 'reason' and event.actor_id = person then case
          when own or is_among_staff(event.happened, event.details) then erased_text(value, true, person, erased)
          else without_name_in(value, names, label) end
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

-- The ticket itself: what happened, rows, words. Gives back the places of texts whose words are to be made anew.
create function erase_from_tickets(
  was users, theirs bigint[], touched bigint[], names text[], erased jsonb, label text, erased_words tsvector
) returns table (of_ticket bigint, place text)
  language plpgsql as $$
#variable_conflict use_column
declare
  person uuid := was.id;
begin
  return query
    select message.ticket_number, 'message:' || message.id from message
    where message.author_id = person and fate_of_text(message.ticket_number, 'message:' || message.id, person) = 'stays'
      and without_name_in(message.text, names, label) <> message.text
    union all
    select round.ticket_number, 'solution:' || round.round from solution_round as round
    where round.ticket_number = any (touched) and fate_of_text(round.ticket_number, 'solution:' || round.round, person) = 'stays'
      and without_name_in(round.text, names, label) <> round.text;

  -- first what asks for the authors of the rows, then the rows
  update ticket_event as event
  set before = case when ticket_number = any (theirs) then erased_columns(before, true, person, erased) else before end,
    after = case when ticket_number = any (theirs) then erased_columns(after, true, person, erased) else after end,
    details = erased_details(event, ticket_number = any (theirs), person, names, erased, label)
  where ticket_number = any (touched);

  update ticket_words set words = erased_words
  where ticket_number = any (touched) and fate_of_text(ticket_number, text_id, person) = 'goes';

  delete from ticket_file as file
  where owner_id = person and coalesce(fate_of_text(ticket_number, text_id, person), 'goes') = 'goes';

  update solution_round as round
  set reason = case
      when not exists (
        select from ticket_event as event
        where event.ticket_number = round.ticket_number and event.actor_id = person
          and event.happened in ('solutionReturned', 'solutionDeclined', 'solutionWithdrawn')
          and event.details ->> 'round' = round.round::text
      ) then reason
      when ticket_number = any (theirs) or state = 'returned' or offered_at is null
        then erased_text(reason, true, person, erased)
      else without_name_in(reason, names, label) end,
    text = case fate_of_text(ticket_number, 'solution:' || round.round, person)
      when 'goes' then erased when 'stays' then without_name_in(text, names, label) else text end,
    proposed_text = case when author_id = person then erased_text(proposed_text, true, person, erased) else proposed_text end
  where ticket_number = any (touched);

  update message
  set text = case fate_of_text(ticket_number, 'message:' || id, person)
    when 'stays' then without_name_in(text, names, label) else erased end
  where ticket_number = any (touched) and author_id = person;

  update ticket
  set title = erased, description = erased,
    comment = erased_text(comment, true, person, erased),
    custom = erased_custom(custom, erased)
  where number = any (theirs);
end $$;

-- Whether a telling of this event may have words of theirs that go: anything on their own tickets, and what they did among staff.
create function may_hold_words(event ticket_event, theirs bigint[], person uuid) returns boolean
  language sql immutable
  return event.ticket_number = any (theirs)
    or event.actor_id is not distinct from person and is_among_staff(event.happened, event.details);

-- Who was told, and in which words.
create function erase_from_tellings(
  was users, theirs bigint[], touched bigint[], names text[], strings text[], erased jsonb, label text
) returns void
  language plpgsql as $$
declare
  person uuid := was.id;
begin
  delete from notice where recipient_id = person;
  delete from mail where recipient_id = person or lower(address) = was.email;

  update notice
  set says = without_name_in(
    erased_json(says, may_hold_words(event, theirs, person), strings, erased, label), names, label
  )
  from ticket_event as event
  where notice.ticket_number = any (touched)
    and event.ticket_number = notice.ticket_number and event.id = notice.event_id;

  update mail
  set says = without_name_in(
      erased_json(says, may_hold_words(event, theirs, person), strings, erased, label), names, label
    ),
    -- one that has not gone out is put into words anew
    subject = case when state in ('pending', 'sending') then null
      when may_hold_words(event, theirs, person) then label else without_name(subject, names, label) end,
    body_text = case when state in ('pending', 'sending') then null
      when may_hold_words(event, theirs, person) then label else without_name(body_text, names, label) end,
    body_html = null
  from ticket_event as event
  where mail.ticket_number = any (touched)
    and event.ticket_number = mail.ticket_number and event.id = mail.event_id
    and (
      may_hold_words(event, theirs, person) or event.actor_id = person
      or position(was.name in coalesce(subject, '') || coalesce(body_text, '') || coalesce(body_html, '')) > 0
      or position(to_jsonb(was.name)::text in says::text) > 0
    );
  update mail
  set says = erased_json(says, true, strings, erased, label),
    subject = case when state in ('pending', 'sending') then null else label end,
    body_text = case when state in ('pending', 'sending') then null else label end,
    body_html = null
  where event_id is null and (
    ticket_number = any (theirs)
    or (ticket_number is null or ticket_number = any (touched)) and position(to_jsonb(was.name)::text in says::text) > 0
  );
end $$;

-- What is theirs alone, and what was kept about them elsewhere. A new table with something personal in it comes in here.
create function erase_belongings(was users, names text[], strings text[], erased jsonb, label text) returns void
  language plpgsql as $$
declare
  person uuid := was.id;
begin
  -- what came by mail: its blobs go with the next sweep of those that no row names
  delete from inbound_mail
  where lower(from_address) = was.email
    or (ticket_number, message) in (select ticket_number, id from message where author_id = person);
  delete from upload where owner_id = person;

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
  delete from second_factor where user_id = person;
  delete from api_key where user_id = person;
  delete from muted_telling where user_id = person;
  delete from user_role where user_id = person;
  delete from group_member where user_id = person;
  update user_group set lead_id = null where lead_id = person;
end $$;

-- `erased` stands where their texts stood, `label` where their name did, `erased_words` in what can be found. Gives back the
-- places of texts that stayed and lost a name: their words are to be made anew.
create function erase_person(person uuid, erased jsonb, label text, erased_words tsvector, moment timestamptz)
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
  perform erase_belongings(was, names, strings, erased, label);

  update users
  set name = label, email = 'erased-' || person || '@erased.invalid', email_verified = false, image = null, language = null,
    time_zone = null, preferences = '{}', organisation_id = null, active = false, erased_at = moment, updated_at = moment
  where id = person;
end $$;

revoke all on function erase_person from public;
grant execute on function erase_person to sanad_app;
