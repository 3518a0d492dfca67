-- The catalogue: items, their versions, what is handed down to outlets, and where lists were imported from.

create table catalogue.revision (
  only_row boolean not null default true,
  number bigint not null,
  constraint revision_pkey primary key (only_row),
  constraint revision_single check (only_row)
);
insert into catalogue.revision (number) values (0);
comment on table catalogue.revision is 'Rises with every act that changes what is published. Its row lock makes revisions visible in their order, so "everything after the one I know" misses nothing.';

create table catalogue.topic (
  key text not null,
  name text not null,
  name_en text not null default '',
  icon_word text not null default '',
  position int not null default 0,
  constraint topic_pkey primary key (key)
);
comment on column catalogue.topic.key is 'What stands in the topics of an item.';

create table catalogue.item (
  id uuid not null,
  code text not null,
  base_code text not null default '',
  department_id uuid not null,
  source text not null,
  last_version int not null default 0,
  revision bigint not null default 0,
  created_at timestamptz not null,
  constraint item_pkey primary key (id),
  constraint item_code_there check (code <> ''),
  constraint item_last_version_counts check (last_version >= 0)
);
create unique index item_code_unique on catalogue.item (code);
create index item_department on catalogue.item (department_id);
create index item_revision on catalogue.item (revision);
comment on column catalogue.item.code is 'Implementing code (实施编码), exactly as it came: 29 to 55 characters with hyphens are in use. Never changed.';
comment on column catalogue.item.base_code is 'Base code (基本编码), the same at four levels; may be empty.';
comment on column catalogue.item.department_id is 'Of the last version; each version carries its own.';
comment on column catalogue.item.source is 'Whose list it came from: the name given at import, or "editor".';

create table catalogue.item_version (
  item_id uuid not null,
  version int not null,
  department_id uuid not null,
  body jsonb not null,
  in_force_from date not null,
  published_at timestamptz not null,
  published_by text not null,
  account_id uuid,
  note text not null default '',
  constraint item_version_pkey primary key (item_id, version),
  constraint item_version_item_exists foreign key (item_id) references catalogue.item (id),
  constraint item_version_counts check (version >= 1)
);
comment on table catalogue.item_version is 'What was published, for good: running cases are decided by it. In force on a day is, of the versions that began by then and have not ended, the last one.';
comment on column catalogue.item_version.in_force_from is 'First day, of Asia/Shanghai.';

create table catalogue.version_end (
  item_id uuid not null,
  version int not null,
  from_day date not null,
  ended_at timestamptz not null,
  ended_by text not null,
  account_id uuid,
  reason text not null default '',
  constraint version_end_pkey primary key (item_id, version),
  constraint version_end_version_exists foreign key (item_id, version) references catalogue.item_version (item_id, version)
);
comment on table catalogue.version_end is 'Versions that were withdrawn, or cancelled before they began. A version that a later one replaced has no row.';
comment on column catalogue.version_end.from_day is 'First day on which it is no longer in force; before in_force_from means that it was cancelled and never counts.';

create table catalogue.draft (
  item_id uuid not null,
  department_id uuid not null,
  body jsonb not null,
  based_on int not null,
  revision int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  account_id uuid,
  constraint draft_pkey primary key (item_id),
  constraint draft_item_exists foreign key (item_id) references catalogue.item (id)
);
comment on column catalogue.draft.revision is 'Rises with each save, so that two editors notice each other.';

create table catalogue.offer (
  id uuid not null,
  item_id uuid not null,
  outlet_id uuid not null,
  scope text not null,
  from_day date not null,
  until_day date,
  handed_down_at timestamptz not null,
  handed_down_by text not null,
  taken_back_at timestamptz,
  taken_back_by text,
  constraint offer_pkey primary key (id),
  constraint offer_item_exists foreign key (item_id) references catalogue.item (id),
  constraint offer_scope_known check (scope in ('accept', 'decide', 'print')),
  constraint offer_taken_back_whole check ((until_day is null) = (taken_back_at is null))
);
create unique index offer_open_unique on catalogue.offer (item_id, outlet_id) where until_day is null;
create index offer_outlet on catalogue.offer (outlet_id) where until_day is null;
comment on table catalogue.offer is 'Items handed down (下发) to outlets, and taken back (收回).';
comment on column catalogue.offer.scope is 'How far: print 领取打印, accept 收件受理, decide 受理并办结.';
comment on column catalogue.offer.until_day is 'First day on which it is no longer offered.';

create table catalogue.import_run (
  id uuid not null,
  source text not null,
  file_name text not null,
  file_hash text not null,
  at timestamptz not null,
  by_name text not null,
  added int not null,
  changed int not null,
  unchanged int not null,
  vanished int not null,
  constraint import_run_pkey primary key (id)
);
create index import_run_source on catalogue.import_run (source, at);

create table catalogue.import_row (
  source text not null,
  code text not null,
  fields jsonb not null,
  run_id uuid not null,
  constraint import_row_pkey primary key (source, code),
  constraint import_row_run_exists foreign key (run_id) references catalogue.import_run (id)
);
comment on table catalogue.import_row is 'What each source said last: the next import changes only what the source changed, and knows what vanished.';

insert into platform.append_only_table values ('catalogue.item_version'), ('catalogue.version_end'), ('catalogue.import_run');
