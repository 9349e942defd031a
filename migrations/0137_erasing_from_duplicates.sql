-- Where staff were erased, their name stayed in what the customer of a duplicate was told, once it was none any more or had moved on
-- to another original: only the duplicates of today were looked up. What happened says who was ever shown an answer.

create index ticket_event_answer on ticket_event ((after ->> 'answer_ticket')) where after ->> 'answer_ticket' is not null;

-- The tickets that were shown, as duplicates, an answer that the person wrote or read over.
create function shown_answers_of(person uuid) returns bigint[]
  language sql stable
  return array(
    select distinct ticket_number from ticket_event
    where after ->> 'answer_ticket' is not null
      and after ->> 'answer_ticket' = any (array(
        select ticket_number::text from solution_round where author_id = person or reviewed_by = person
      ))
  );

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
    -- whom a ticket was taken from, an earlier event gave it to
    union select ticket_number from ticket_event where after ->> 'member_id' = person::text
    union select ticket_number from ticket_event where details ? 'mentions' and details -> 'mentions' ? person::text
  );
  touched := touched || shown_answers_of(person);
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
