-- Texts of added fields can be translated, and a translation shares the fate of what it translates: it goes with the customer.

-- What becomes of a text, by its place as in ticket_words or as translations name it: 'goes', 'stays' without their name, or null
-- where it is another's.
create or replace function fate_of_text(of_ticket bigint, place text, person uuid) returns text
  language sql stable
  return case
    when place in ('title', 'description', 'comment') or place like 'custom:%' then (
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
