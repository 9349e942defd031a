-- 王小明您好: where words stand without a space between them, no name was found beside another letter, nor Erin in 给Erin打电话.

-- The scripts that put none: Thai, Lao, Tibetan, Burmese and Khmer; Chinese and Japanese; Korean, which hangs particles on a name.
create function unspaced_letters() returns text
  language sql immutable
  return '\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u318f\u31f0-\u31ff'
    || '\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af';

-- A pattern for a name as a whole word: a word ends where another begins, and beside any letter of such a script. `before` is what
-- may hang on its front. One sign of such a script alone is a part of too many words: it has to stand alone.
create function as_a_word(one text, before text) returns text
  language plpgsql immutable as $$
declare
  unspaced text := '[' || unspaced_letters() || ']';
  alone    boolean := one ~ ('^' || unspaced || '$');
  starts   text := case
    when alone then '(?<![[:alnum:]])'
    when one ~ ('^' || unspaced) then ''
    else '(?:(?<![[:alnum:]])|(?<=' || unspaced || '))' end;
  ends     text := case
    when alone then '(?![[:alnum:]])'
    when one ~ (unspaced || '$') then ''
    else '(?:(?![[:alnum:]])|(?=' || unspaced || '))' end;
begin
  return starts || before || regexp_replace(one, '([^[:alnum:][:space:]])', '\\\1', 'g') || ends;
end $$;

-- How a name is written besides: 王 小明 is 王小明.
create function also_written(one text) returns text[]
  language sql immutable
  return case when one ~ ('^[' || unspaced_letters() || '[:space:]]+$')
    then array[one, regexp_replace(one, '[[:space:]]+', '', 'g')] else array[one] end;

-- A text without somebody's name and address. Whole words only: Ali is not to be cut out of Alicante.
create or replace function without_name(given text, names text[], label text) returns text
  language plpgsql immutable as $$
declare
  one text;
begin
  for one in select written from unnest(names) as named (name), unnest(also_written(name)) as ways (written) loop
    given := regexp_replace(given, as_a_word(one, ''), replace(label, '\', '\\'), 'gi');
  end loop;
  return given;
end $$;

-- By each word of the name, as it is written: Mark goes, "to mark" stays. Arabic hangs "and", "to", "by" before the name.
create or replace function without_called(given text, names text[], called text[], label text) returns text
  language plpgsql immutable as $$
declare
  one   text;
  stand text := replace(label, '\', '\\');
begin
  given := without_name(given, names, label);
  foreach one in array called loop
    if position(one in given) > 0 then
      given := regexp_replace(given, as_a_word(one, '([وف]?[بلك]?)'), '\1' || stand, 'g');
    end if;
  end loop;
  return given;
end $$;

-- Which words of a name are looked for: one of two letters is as often another word, save where two signs are a name.
create function words_called(name text) returns text[]
  language sql immutable
  return array(
    select distinct word from regexp_split_to_table(name, '[[:space:]]+') as words (word)
    where char_length(word) > 2 or word ~ ('^[' || unspaced_letters() || ']{2}$')
  );

-- On the tickets of an erased customer: how others called them. Gives back the places of texts that changed.
create or replace function erase_callings(was users, theirs bigint[], names text[], label text)
  returns table (of_ticket bigint, place text)
  language plpgsql as $$
#variable_conflict use_column
declare
  called text[] := words_called(was.name);
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
