-- Reasons can be translated, and a translation shares the fate of what it translates: that of a reason is told by the events alone.

-- What becomes of a text, by its place as in ticket_words or as translations name it: 'goes', 'stays' without their name, or null
-- where it is another's.
create or replace function fate_of_text(of_ticket bigint, place text, person uuid) returns text
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
    when place like 'reason:%' then (
      select case when ticket.customer_id = person or is_among_staff(event.happened, event.details) then 'goes' else 'stays' end
      from ticket_event as event join ticket on ticket.number = event.ticket_number
      where event.ticket_number = of_ticket and 'reason:' || event.seq = place
        and event.actor_id = person
    )
  end;

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
          -- what stands for a reason is in every language already: src/events/reasons.ts lays no translation over it
          when 'goes' then case when event.details ->> 'field' like 'reason:%' then 'null' else to_jsonb(label) end
          when 'stays' then without_name_in(value, names, label)
          else value end
        else value
      end
    ), '{}')
    from jsonb_each(event.details) as facts (name, value)
  );

-- Whoever is called by name in a text of others, in the reason that a round keeps too: the event's had lost the name, the round's
-- had not.
create or replace function erase_mentions(person uuid, touched bigint[], label text) returns table (of_ticket bigint, place text)
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
    || array(select ticket_number from solution_round where position(mark in text::text || coalesce(reason::text, '')) > 0);
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
