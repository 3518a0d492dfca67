-- Uploaded files and the documents that the law asks for.

create table documents.file (
  id uuid not null,
  owner_id uuid not null,
  sha256 text not null,
  stored_sha256 text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  key text not null,
  width int,
  height int,
  pages int,
  created_at timestamptz not null,
  subject_kind text,
  subject_id uuid,
  attached_at timestamptz,
  removed_at timestamptz,
  erased_at timestamptz,
  constraint file_pkey primary key (id),
  constraint file_key_key unique (key),
  constraint file_size_positive check (size > 0),
  constraint file_media_type_known check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  constraint file_attached_whole check ((subject_kind is null) = (subject_id is null) and (subject_id is null) = (attached_at is null))
);
create index file_subject on documents.file (subject_id) where subject_id is not null and removed_at is null;
create index file_unattached on documents.file (created_at) where subject_id is null and removed_at is null;
create index file_to_erase on documents.file (removed_at) where removed_at is not null and erased_at is null;
comment on table documents.file is
  'A file that somebody uploaded. Its row is inserted after its bytes are durable, so a row without bytes is a fault and bytes without a row are swept.';
comment on column documents.file.owner_id is 'The account that uploaded it.';
comment on column documents.file.sha256 is 'Hash of the bytes as they came, for evidence; what is stored has no metadata.';
comment on column documents.file.stored_sha256 is 'Hash of the bytes as they are stored.';
comment on column documents.file.key is 'Where the bytes lie; made by us, never out of the name.';
comment on column documents.file.subject_kind is 'What it is attached to: draft, case, ...; unattached files go after seven days.';

create table documents.document (
  id uuid not null,
  kind text not null,
  number text not null,
  department_id uuid,
  subject_kind text not null default 'case',
  subject_id uuid not null,
  recipient_id uuid,
  data jsonb not null,
  template_version int not null,
  hash text not null,
  verify_code text not null,
  issued_at timestamptz not null,
  constraint document_pkey primary key (id),
  constraint document_number_key unique (number),
  constraint document_verify_code_key unique (verify_code),
  constraint document_kind_known check (kind in (
    'receipt', 'acceptanceNotice', 'supplementNotice', 'nonAcceptance', 'noLicenceNeeded', 'referral', 'decisionGrant',
    'decisionRefuse', 'withdrawal', 'correction', 'extensionNotice', 'specialProcedureNotice', 'deliveryReceipt',
    'feeNotice', 'feeReceipt', 'resultProof'))
);
create index document_subject on documents.document (subject_id);
insert into platform.append_only_table values ('documents.document');
comment on table documents.document is
  'A legal document (文书), frozen in the transaction of the act that made it. The PDF is drawn from the row, each time the same.';
comment on column documents.document.recipient_id is 'Person or organisation; the name as it was then is in data.';
comment on column documents.document.hash is
  'SHA-256 of the canonical JSON of all that the document says: kind, number, subject, department, recipient, data, template, time.';
comment on column documents.document.verify_code is 'Unguessable; in the QR code that leads to the page which proves the document genuine.';

create table documents.service (
  id uuid not null,
  document_id uuid not null,
  way text not null,
  served_on date not null,
  account_id uuid,
  received_by text,
  proof text,
  review_until date,
  action_until date,
  provisional boolean not null default false,
  created_at timestamptz not null,
  constraint service_pkey primary key (id),
  constraint service_document_fkey foreign key (document_id) references documents.document (id),
  constraint service_way_known check (way in ('collected', 'posted', 'electronic', 'onSite', 'left')),
  constraint service_remedies_whole check ((review_until is null) = (action_until is null))
);
create index service_document on documents.service (document_id);
insert into platform.append_only_table values ('documents.service');
comment on table documents.service is
  'Service of a document (送达). Review (行政复议法 20) and action (行政诉讼法 46) are counted from the first one.';
comment on column documents.service.provisional is 'A remedy ends in a year whose working calendar is not published yet.';
