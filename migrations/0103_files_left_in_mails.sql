-- A file of a mail that was not taken over stands beside its text all the same, with what it was and why it is not here.

alter table ticket_file
  alter column key drop not null,
  alter column sha256 drop not null,
  -- tooLarge, tooMany; empty: it has no bytes; cut: the mail was larger than any that is taken in, and ends within it
  add column left_out text check (left_out in ('tooLarge', 'tooMany', 'empty', 'cut')),
  add constraint ticket_file_kept_or_left_out check ((left_out is null) = (key is not null and sha256 is not null));
