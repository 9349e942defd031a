-- Once an hour every stored file is asked for by its key: whether a row names it still. A file of a mail that was left out has none.
create index upload_key on upload (key);
create index ticket_file_key on ticket_file (key) where key is not null;
