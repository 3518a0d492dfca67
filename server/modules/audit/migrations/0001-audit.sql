-- Seals over the histories of all cases, what was found when they were checked, and who looked whom up.

create table audit.seal (
  seq bigint not null,
  at timestamptz not null,
  from_tx xid8 not null,
  from_id bigint not null,
  to_tx xid8 not null,
  to_id bigint not null,
  count int not null,
  root text not null,
  prev_hash text not null,
  hash text not null,
  case_ids uuid[] not null,
  seqs int[] not null,
  leaves bytea[] not null,
  constraint seal_pkey primary key (seq),
  constraint seal_prev_key unique (prev_hash),
  constraint seal_seq_check check (seq > 0),
  constraint seal_count_check check (count = cardinality(case_ids) and count = cardinality(seqs) and count = cardinality(leaves))
);
comment on table audit.seal is
  'A Merkle root over the actions that became final since the seal before it, chained to it. The same line without the leaves is in a file outside the database. Insert-only.';
comment on column audit.seal.from_tx is
  'With from_id the place in platform.event after which this seal begins; it ends with (to_tx, to_id). Equal when actions were sealed that had not been announced.';
comment on column audit.seal.leaves is
  'One for each action: what the root is made of, kept so that a check can name the action that is not as it was. Three arrays in a row take a third of what a row for each action would, and cost no index.';
-- Hashes and identities do not compress: trying to only costs time.
alter table audit.seal alter column case_ids set storage external;
alter table audit.seal alter column leaves set storage external;

create table audit.verification (
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  seconds double precision not null,
  cases int not null,
  actions bigint not null,
  seals int not null,
  findings int not null,
  first_findings jsonb not null,
  constraint verification_pkey primary key (id)
);
create index verification_at on audit.verification (at);
comment on table audit.verification is 'Each check of all histories and what it found. account_id is null when a schedule or an operator at the machine ran it. Insert-only.';

create table audit.search (
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  filter jsonb not null,
  found int not null,
  constraint search_pkey primary key (id)
);
create index search_at on audit.search (at);
comment on table audit.search is 'Who searched the trail for what. Insert-only.';

insert into platform.append_only_table values ('audit.seal'), ('audit.verification'), ('audit.search');
