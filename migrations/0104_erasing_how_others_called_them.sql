-- A colleague's "Dear Erin" stayed in the answers on an erased customer's tickets. There, every word of the name goes from what
-- others wrote: docs/decisions/0008-answers-outlive-their-authors.md.

-- By each word of the name, as it is written: Mark goes, "to mark" stays. Arabic hangs "and", "to", "by" before the name.
create function without_called(given text, names text[], called text[], label text) returns text
  language plpgsql immutable as $$
declare
  one   text;
  stand text := replace(label, '\', '\\');
begin
  given := without_name(given, names, label);
  foreach one in array called loop
    if position(one in given) > 0 then
      given := regexp_replace(
        given,
        '(?<![[:alnum:]])([وف]?[بلك]?)' || regexp_replace(one, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])',
        '\1' || stand, 'g'
      );
    end if;
  end loop;
  return given;
end $$;

-- The same in a text of several languages.
create function without_called_in(given jsonb, names text[], called text[], label text) returns jsonb
  language plpgsql immutable as $$
begin
  case jsonb_typeof(given)
    when 'object' then
      return (
        select coalesce(jsonb_object_agg(
          name,
          case when name in ('source', 'by', 'at') then value else without_called_in(value, names, called, label) end
        ), '{}')
        from jsonb_each(given) as fields (name, value)
      );
    when 'string' then
      return to_jsonb(without_called(given #>> '{}', names, called, label));
    else
      return given;
  end case;
end $$;

-- Of what an event tells, what people said alone.
create function without_called_in_details(given jsonb, names text[], called text[], label text) returns jsonb
  language sql immutable
  return (
    select coalesce(jsonb_object_agg(
      name,
      case when name in ('text', 'was', 'reason') then without_called_in(value, names, called, label) else value end
    ), '{}')
    from jsonb_each(given) as facts (name, value)
  );

-- On the tickets of an erased customer: how others called them. Gives back the places of texts that changed.
create function erase_callings(was users, theirs bigint[], names text[], label text) returns table (of_ticket bigint, place text)
  language plpgsql as $$
#variable_conflict use_column
declare
  -- a word of two letters is as often another word
  called text[] := array(
    select distinct word from regexp_split_to_table(was.name, '[[:space:]]+') as words (word) where char_length(word) > 2
  );
begin
  return query
    select ticket_number, 'message:' || id from message
    where ticket_number = any (theirs) and without_called_in(text, names, called, label) <> text
    union all
    select ticket_number, 'solution:' || round from solution_round
    where ticket_number = any (theirs) and without_called_in(text, names, called, label) <> text;

  update ticket_event set details = without_called_in_details(details, names, called, label)
  where ticket_number = any (theirs) and without_called_in_details(details, names, called, label) <> details;
  update message set text = without_called_in(text, names, called, label)
  where ticket_number = any (theirs) and without_called_in(text, names, called, label) <> text;
  update solution_round set
    text = without_called_in(text, names, called, label),
    proposed_text = without_called_in(proposed_text, names, called, label),
    reason = without_called_in(reason, names, called, label)
  where ticket_number = any (theirs);
  update ticket_file set name = without_called(name, names, called, label) where ticket_number = any (theirs);
  update draft set text = without_called(text, names, called, label) where ticket_number = any (theirs);
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
  return query select * from erase_callings(was, theirs, names, label);
  perform erase_belongings(was, names, strings, erased, label);

  update users
  set name = label, email = 'erased-' || person || '@erased.invalid', email_verified = false, image = null, language = null,
    time_zone = null, preferences = '{}', organisation_id = null, active = false, erased_at = moment, updated_at = moment
  where id = person;
end $$;
