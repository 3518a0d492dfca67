-- Tables of rules by which applications for an item are judged, in versions.

create table rules.version (
  item_id uuid not null,
  version integer not null,
  department_id uuid not null,
  item_name text not null,
  body jsonb not null,
  note text not null,
  published_at timestamptz not null,
  published_by text not null,
  account_id uuid,
  constraint version_pkey primary key (item_id, version),
  constraint version_counted check (version > 0)
);
create index version_of_department on rules.version (department_id, published_at desc);
comment on table rules.version is 'A set of rules as it was published: never changed. An application is judged by the last one published before it was handed in.';
comment on column rules.version.department_id is 'Who answered for the item when it was published.';
insert into platform.append_only_table values ('rules.version');

create table rules.draft (
  item_id uuid not null,
  department_id uuid not null,
  item_name text not null,
  body jsonb not null,
  revision integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint draft_pkey primary key (item_id)
);
create index draft_of_department on rules.draft (department_id);
comment on column rules.draft.revision is 'Rises with each save: whoever read an older one is told so.';
