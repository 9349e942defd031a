-- A kept report names people by the name of its day. Erasing looked for the name of today, and for words that are alike: a namesake
-- lost their name and others their "Thank you", and whoever had been called otherwise stayed. A report is searched by who is meant.

-- Parts of the person lose their name, at any depth; what customers wrote of the tickets goes in every language, with who wrote it.
create function erased_report(given jsonb, person uuid, tickets bigint[], comment jsonb, label text) returns jsonb
  language plpgsql immutable as $$
begin
  case jsonb_typeof(given)
    when 'object' then
      if given ->> 'id' = person::text and given ? 'name' then
        given := given || jsonb_build_object('name', label);
      end if;
      if given ? 'comment' and given ->> 'ticket' = any (tickets::text[]) then
        given := given || jsonb_build_object('comment', comment, 'customer', label);
      end if;
      return (
        select coalesce(jsonb_object_agg(name, erased_report(value, person, tickets, comment, label)), '{}')
        from jsonb_each(given) as fields (name, value)
      );
    when 'array' then
      return (
        select coalesce(jsonb_agg(erased_report(value, person, tickets, comment, label) order by place), '[]')
        from jsonb_array_elements(given) with ordinality as items (value, place)
      );
    else
      return given;
  end case;
end $$;

create function erase_from_reports(person uuid, erased jsonb, label text) returns void
  language plpgsql as $$
declare
  theirs  bigint[] := array(select number from ticket where customer_id = person);
  -- as texts go out, without the revisions of a stored one
  comment jsonb := jsonb_build_object('source', erased -> 'source', 'texts', (
    select jsonb_object_agg(language, jsonb_build_object('text', said -> 'text'))
    from jsonb_each(erased -> 'texts') as versions (language, said)
  ));
begin
  update report set figures = erased_report(figures, person, theirs, comment, label)
  where position(person::text in figures::text) > 0
    or exists (
      select from jsonb_path_query(figures, '$.comments[*].ticket') as about (ticket)
      where about.ticket #>> '{}' = any (theirs::text[])
    );
end $$;
