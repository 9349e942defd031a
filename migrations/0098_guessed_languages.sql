-- A language that was read off somebody's mail is a guess: until they choose one, they are answered in the one they wrote last.
alter table users add column language_guessed boolean not null default false;

-- Whoever came with their first request was made in the same moment as it, and nobody chose a language for them.
update users set language_guessed = true
where language is not null and not service
  and not exists (select from account where account.user_id = users.id)
  and exists (select from ticket where ticket.customer_id = users.id and ticket.opened_at = users.created_at);
