-- Seals over the other trails too, and over what cases were opened with.

alter table audit.seal
  add column trail text not null default 'cases.action',
  add column list text not null default '',
  add column keys text[] not null default '{}',
  add column names text[] not null default '{}',
  add column to_key text not null default '',
  drop constraint seal_count_check,
  add constraint seal_count_check check (count = cardinality(leaves) and count = cardinality(names) and cardinality(case_ids) = cardinality(seqs)
    and count = case when trail = 'cases.action' then cardinality(seqs) else cardinality(keys) end) not valid;
comment on column audit.seal.trail is 'The table whose rows it seals, as in platform.append_only_table. One trail for each seal.';
comment on column audit.seal.seqs is 'Numbers of the actions in their cases; 0 stands for what the case was opened with.';
comment on column audit.seal.keys is 'Primary keys of the rows of any other trail.';
comment on column audit.seal.names is
  'What people call each thing: the number of a case or of a document. It is told when the thing itself is gone. Never personal data.';
comment on column audit.seal.list is 'SHA-256 over case_ids, seqs, keys and names, which the hash of the seal covers.';
comment on column audit.seal.to_key is 'The greatest of the keys; rows of a trail are looked for from shortly before it.';
create index seal_trail on audit.seal (trail, to_key) where trail <> 'cases.action';
alter table audit.seal alter column keys set storage external;

alter table audit.verification add column last_hash text;
comment on column audit.verification.last_hash is
  'Hash of the last seal that was seen. A later check that finds fewer seals, or another one at this place, says so.';
