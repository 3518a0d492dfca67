-- What every module stands on. The schema itself and the table of migrations are made by migrate.ts before this runs.

create table platform.append_only_table (
  table_name text primary key,
  may_update boolean not null default false
);
comment on table platform.append_only_table is
  'Trails: the role of the application may read and insert, never delete, and update only where may_update says so. Filled by migrations, applied by migrate.ts.';

create table platform.event (
  tx xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  name text not null,
  subject uuid not null,
  facts jsonb not null,
  at timestamptz not null default clock_timestamp(),
  constraint event_pkey primary key (tx, id)
);
comment on table platform.event is
  'What happened, announced in the same transaction. Read in the order (tx, id) below pg_snapshot_xmin(pg_current_snapshot()): above that line a transaction may still commit behind one already seen.';
insert into platform.append_only_table values ('platform.event');

create table platform.reaction (
  name text primary key,
  tx xid8 not null default '0',
  id bigint not null default 0,
  at timestamptz not null default now()
);
comment on table platform.reaction is
  'How far each reaction has read. Moved in the same transaction as the effect of the reaction, so that an event takes effect once.';

create table platform.stuck_event (
  reaction text not null references platform.reaction (name),
  tx xid8 not null,
  id bigint not null,
  name text not null,
  subject uuid not null,
  facts jsonb not null,
  at timestamptz not null,
  attempts int not null default 1,
  last_error text not null,
  next_at timestamptz not null,
  constraint stuck_event_pkey primary key (reaction, tx, id)
);
comment on table platform.stuck_event is
  'Events whose reaction failed. The reaction has gone on with the others; these are tried again and shown to the operator.';

create table platform.number_block (
  series text primary key,
  next bigint not null
);
comment on table platform.number_block is
  'Display numbers are handed to a server process in blocks, so that no two acts wait for the same row. A block that is not used up leaves a gap.';
