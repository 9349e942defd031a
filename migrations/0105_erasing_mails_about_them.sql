-- Erasing somebody reaches the mails that others wrote about them: what mail servers report, answers that quote them, and what
-- they wrote from an address that they had before.

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
    or (ticket_number, message) in (select ticket_number, id from message where author_id = person);
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
