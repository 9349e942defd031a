-- Grows with every change of the cells, in its transaction: what was read of them under one version is still true under it.
alter table figure_state add column version bigint not null default 0;
