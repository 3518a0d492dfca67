-- What districts offer each other, files and results that go over in pieces, supplements, and keys that are changed.

alter table exchange.outgoing add column no bigint generated always as identity;
alter table exchange.outgoing add column subject uuid;
update exchange.outgoing set subject = coalesce((payload::jsonb ->> 'applicationId')::uuid, id);
alter table exchange.outgoing alter column subject set not null;
alter table exchange.outgoing drop constraint outgoing_kind_known;
alter table exchange.outgoing add constraint outgoing_kind_known
  check (kind in ('application', 'step', 'file', 'supplement', 'document', 'items', 'key'));
create index outgoing_in_order on exchange.outgoing (partner_id, subject, no) where sent_at is null;
create index outgoing_waiting on exchange.outgoing (partner_id, created_at) where sent_at is null;
comment on column exchange.outgoing.subject is 'What it is about. Messages about the same thing go in the order in which they were left.';

alter table exchange.message add column data_hash text;
comment on column exchange.message.data_hash is 'SHA-256 of the bytes that went with the message or its answer. They lie with the files, not here.';

create table exchange.offered (
  item_id uuid not null,
  since timestamptz not null,
  offered_by uuid not null,
  constraint offered_pkey primary key (item_id)
);
comment on table exchange.offered is 'Items of this district that other districts may take in for it.';

create table exchange.partner_item (
  partner_id uuid not null,
  item_id uuid not null,
  version integer not null,
  body json not null,
  department text not null,
  fetched_at timestamptz not null,
  current boolean not null,
  constraint partner_item_pkey primary key (partner_id, item_id, version),
  constraint partner_item_partner_exists foreign key (partner_id) references exchange.partner (id)
);
create unique index partner_item_current on exchange.partner_item (partner_id, item_id) where current;
comment on column exchange.partner_item.body is 'As it came: json, because jsonb would forget the order of the fields.';
comment on table exchange.partner_item is 'What a partner offers, each version as it was when it was fetched.';

alter table exchange.partner add column items_at timestamptz;
alter table exchange.partner_key alter column confirmed_by drop not null;
alter table exchange.partner_key add column announced_with text;
alter table exchange.partner_key add constraint partner_key_vouched check ((confirmed_by is null) <> (announced_with is null));
comment on column exchange.partner_key.announced_with is 'The key that vouched for this one; null for one that a person has compared.';

create table exchange.own_key_known (
  partner_id uuid not null,
  key_id text not null,
  since timestamptz not null,
  constraint own_key_known_pkey primary key (partner_id, key_id),
  constraint own_key_known_partner_exists foreign key (partner_id) references exchange.partner (id)
);
comment on table exchange.own_key_known is 'Which of our keys a partner has. The newest one signs what goes there.';

alter table exchange.taken add column person_id uuid;
alter table exchange.taken add column item_version integer;
create index taken_of_person on exchange.taken (person_id, taken_at desc, id) where person_id is not null;

alter table exchange.taken_step add column note text;

create table exchange.taken_document (
  taken_id uuid not null,
  document_id uuid not null,
  seq integer not null,
  kind text not null,
  title text not null,
  title_en text not null,
  number text not null,
  file_id uuid,
  constraint taken_document_pkey primary key (taken_id, document_id),
  constraint taken_document_taken_exists foreign key (taken_id) references exchange.taken (id)
);
comment on column exchange.taken_document.file_id is 'The PDF, once it has come whole.';

create table exchange.taken_supplement (
  id uuid not null,
  taken_id uuid not null,
  content text not null,
  supplemented_by uuid not null,
  at timestamptz not null,
  answered_at timestamptz,
  refusal jsonb,
  constraint taken_supplement_pkey primary key (id),
  constraint taken_supplement_taken_exists foreign key (taken_id) references exchange.taken (id)
);
create index taken_supplement_of on exchange.taken_supplement (taken_id, at);

create table exchange.piece (
  partner_id uuid not null,
  application_id uuid not null,
  file_id uuid not null,
  part integer not null,
  data bytea not null,
  at timestamptz not null,
  constraint piece_pkey primary key (partner_id, application_id, file_id, part)
);
create index piece_at on exchange.piece (at);
comment on table exchange.piece is 'Pieces of a file that is on its way. They go when the file is whole, or after thirty days.';
