-- A translation asked for by a name that is not the kept one ('message:' with an id in capitals, 'solution:02') was written down
-- under the name as it was asked for: erasing passed it by, and words were found by a row of their own, for ever.

-- The row under the right name is there, with the words of before that translation.
update ticket_words as kept
set words = kept.words || odd.words
from ticket_words as odd
where odd.text_id like 'message:%' and odd.text_id <> lower(odd.text_id)
  and kept.ticket_number = odd.ticket_number and kept.text_id = lower(odd.text_id);
delete from ticket_words where text_id like 'message:%' and text_id <> lower(text_id);

-- Of rounds the plain name stands for whichever is theirs; it was always taken.
update ticket_event
set details = details || jsonb_build_object('field', case
    when details ->> 'field' like 'solution:%' then 'solution'
    when details ->> 'field' like 'custom:%' then 'custom:' || split_part(details ->> 'field', ':', 2)
    else 'message:' || lower(split_part(details ->> 'field', ':', 2)) end)
where happened = 'textTranslated'
  and details ->> 'field' ~ '^(solution|message|custom):'
  and details ->> 'field' !~ '^(solution:[1-9][0-9]*|message:[0-9a-f-]{36}|custom:[^:]*)$';
