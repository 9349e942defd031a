-- Erasing anybody, be it a customer of one request, read every event, message, round, file and mail that there is, most of them
-- several times. It looks up what is theirs.

create index ticket_event_actor on ticket_event (actor_id) where actor_id is not null;
create index ticket_event_member on ticket_event ((after ->> 'member_id')) where after ->> 'member_id' is not null;
create index ticket_event_mentions on ticket_event using gin ((details -> 'mentions')) where details ? 'mentions';
create index message_author on message (author_id);
create index solution_round_author on solution_round (author_id);
create index solution_round_reviewer on solution_round (reviewed_by) where reviewed_by is not null;
create index ticket_file_owner on ticket_file (owner_id);
-- mails about accounts, of which nothing but their words says whom they name
create index mail_of_accounts on mail (ticket_number) where event_id is null;

-- Who is called by name in texts. Events name those whom the interaction told; a text may call others too.
create function mentioned(variadic texts jsonb[]) returns text[]
  language plpgsql immutable parallel safe as $$
declare
  whole text := array_to_string(texts, ' ');
begin
  if position('](mention:' in whole) = 0 then
    return '{}';
  end if;
  return array(select distinct parts[1] from regexp_matches(whole, '\]\(mention:([0-9a-f-]{36})\)', 'g') as marks (parts));
end $$;

create index message_mentions on message using gin (mentioned(text)) where mentioned(text) <> '{}';
create index solution_round_mentions on solution_round using gin (mentioned(text, proposed_text, reason))
  where mentioned(text, proposed_text, reason) <> '{}';

-- Whoever is called by name in a text of others.
create or replace function erase_mentions(person uuid, touched bigint[], label text) returns table (of_ticket bigint, place text)
  language plpgsql as $$
#variable_conflict use_column
declare
  mark    text := '](mention:' || person || ')';
  tickets bigint[];
begin
  tickets := array(
    select ticket_number from message where mentioned(text) <> '{}' and mentioned(text) @> array[person::text]
    union select ticket_number from solution_round
      where mentioned(text, proposed_text, reason) <> '{}' and mentioned(text, proposed_text, reason) @> array[person::text]
  );
  return query
    select ticket_number, 'message:' || id from message
    where ticket_number = any (tickets) and position(mark in text::text) > 0
    union all
    select ticket_number, 'solution:' || round from solution_round
    where ticket_number = any (tickets) and position(mark in text::text) > 0;
  tickets := touched || tickets;
  update ticket_event set details = without_mention(details, person, label)
  where ticket_number = any (tickets) and position(mark in details::text) > 0;
  update message set text = without_mention(text, person, label)
  where ticket_number = any (tickets) and position(mark in text::text) > 0;
  update solution_round
  set text = without_mention(text, person, label), proposed_text = without_mention(proposed_text, person, label),
    reason = without_mention(reason, person, label)
  where ticket_number = any (tickets)
    and position(mark in text::text || coalesce(proposed_text::text, '') || coalesce(reason::text, '')) > 0;
  update notice set says = without_mention(says, person, label)
  where ticket_number = any (tickets) and position(mark in says::text) > 0;
  update mail set says = without_mention(says, person, label)
  where ticket_number = any (tickets) and position(mark in says::text) > 0;
end $$;

-- Who was told, and in which words.
create or replace function erase_from_tellings(
  was users, theirs bigint[], touched bigint[], names text[], strings text[], erased jsonb, label text
) returns void
  language plpgsql as $$
declare
  person uuid := was.id;
begin
  delete from notice where recipient_id = person;
  delete from mail where recipient_id = person or address = was.email;

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
create or replace function erase_belongings(was users, names text[], strings text[], erased jsonb, label text) returns void
  language plpgsql as $$
declare
  person uuid := was.id;
begin
  -- what came by mail: its blobs go with the next sweep of those that no row names. Of their own tickets every mail, whoever
  -- wrote it: answers quote them, reports of mail servers name them, and they may have had another address then.
  delete from inbound_mail where id in (
    select id from inbound_mail where from_address = was.email
    union select mail.id from inbound_mail as mail join ticket on ticket.number = mail.ticket_number where customer_id = person
    union select mail.id from inbound_mail as mail join message on (message.ticket_number, message.id) = (mail.ticket_number, mail.message)
      where message.author_id = person
    -- not read yet, or never to be read: nothing but the mail itself says from whom it is
    union select id from inbound_mail where state <> 'done' and position(was.email in lower(encode(raw, 'escape'))) > 0
  );
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
  perform erase_from_reports(person, erased, label);
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
    -- whom a ticket was taken from, an earlier event gave it to
    union select ticket_number from ticket_event where after ->> 'member_id' = person::text
    union select ticket_number from ticket_event where details ? 'mentions' and details -> 'mentions' ? person::text
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
