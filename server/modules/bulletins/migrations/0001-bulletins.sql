-- Monthly bulletins (月报): the figures as they were when an edition was made. Nothing of an edition changes afterwards.
create table bulletins.edition (
  id uuid not null,
  month text not null,
  department_id uuid,
  edition int not null,
  as_of timestamptz not null,
  made_by uuid,
  made_by_name text not null,
  template_version int not null,
  data jsonb not null,
  hash text not null,
  files jsonb not null,
  constraint edition_pkey primary key (id),
  constraint edition_month_shape check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  constraint edition_number_positive check (edition > 0)
);
create unique index edition_number on bulletins.edition (month, coalesce(department_id, '00000000-0000-0000-0000-000000000000'), edition);
create index edition_of_department on bulletins.edition (department_id, month);
comment on table bulletins.edition is 'A bulletin as it was made: figures, their definitions and all names that it says are in data, so that it can be drawn again to the letter.';
comment on column bulletins.edition.department_id is 'Null: of the whole district.';
comment on column bulletins.edition.hash is 'SHA-256 over month, as_of, template_version and data in canonical JSON.';
comment on column bulletins.edition.files is 'SHA-256 of each file as it was drawn when the edition was made, by language and format.';
insert into platform.append_only_table values ('bulletins.edition');
