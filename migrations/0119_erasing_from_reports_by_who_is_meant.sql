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
