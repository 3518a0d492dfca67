create table demo.loaded (
  only_row boolean not null default true,
  seed bigint not null,
  as_of date not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  counts jsonb not null default '{}',
  constraint loaded_pkey primary key (only_row),
  constraint loaded_single check (only_row)
);
comment on table demo.loaded is 'What the demo district was made from. Begun and not ended: the loading was interrupted, and what is there is a part.';
