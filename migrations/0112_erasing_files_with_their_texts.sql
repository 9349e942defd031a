-- Files share the fate of the text that they lie beside, whoever attached them: erasing a member of staff took away what they
-- had attached to a customer's request, and erasing the customer left it. And mails that failed are erased with their sender.

-- The ticket itself: what happened, rows, words. Gives back the places of texts whose words are to be made anew.
create or replace function erase_from_tickets(
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

  -- with their text, whoever attached them; of another's text they stay, as the paper that a colleague attached for a customer
  delete from ticket_file as file
  where ticket_number = any (touched) and fate_of_text(ticket_number, text_id, person) = 'goes'
    or owner_id = person and text_id like 'field:%';

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

-- What is theirs alone, and what was kept about them elsewhere. A new table with something personal in it comes in here.
create or replace function erase_belongings(was users, names text[], strings text[], erased jsonb, label text) returns void
  language plpgsql as $$
declare
  person uuid := was.id;
begin
  -- what came by mail: its blobs go with the next sweep of those that no row names. Of their own tickets every mail, whoever
  -- wrote it: answers quote them, reports of mail servers name them, and they may have had another address then.
  delete from inbound_mail
  where lower(from_address) = was.email
    or ticket_number in (select number from ticket where customer_id = person)
    or (ticket_number, message) in (select ticket_number, id from message where author_id = person)
    -- not read yet, or never to be read: nothing but the mail itself says from whom it is
    or state in ('received', 'failed') and position(was.email in lower(encode(raw, 'escape'))) > 0;
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
