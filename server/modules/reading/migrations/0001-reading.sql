-- What was read out of uploaded files.

create table reading.reading (
  id uuid not null,
  file_id uuid not null,
  stored_sha256 text not null,
  version text not null,
  asked_kind text not null,
  kind text,
  result jsonb,
  problem text,
  at timestamptz not null,
  constraint reading_pkey primary key (id),
  constraint reading_once unique (file_id, version, asked_kind),
  constraint reading_whole check ((result is null) = (kind is null) and (result is null) <> (problem is null))
);
create index reading_by_content on reading.reading (stored_sha256, version, asked_kind);
comment on table reading.reading is
  'What a file says, as it was read once; never changed. Gone with its file, because it holds what the file held (个人信息保护法 art. 47).';
comment on column reading.reading.stored_sha256 is 'Hash of the bytes that were read: the same bytes are not read twice by the same networks and templates.';
comment on column reading.reading.version is 'Of networks and templates.';
comment on column reading.reading.asked_kind is 'What it should be; empty when nobody said.';
comment on column reading.reading.problem is 'Why nothing was read, as the code of a problem.';
