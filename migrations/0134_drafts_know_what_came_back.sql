-- What came back into a draft instead of going out, or was taken back: [{id, text, files}], the newest first. It stands in the text
-- too. A page that is being written on saves what it has; without this it would save over what it was never told of.
alter table draft add column back jsonb not null default '[]';
