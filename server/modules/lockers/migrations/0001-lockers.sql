-- What people and companies have and need not bring again, who may use it, and who did.

create table lockers.entry (
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  kind text not null,
  result_of text[] not null default '{}',
  name text not null,
  number text not null default '',
  issuer text not null default '',
  source text not null,
  trust text not null,
  valid_from date,
  valid_until date,
  file_ids uuid[] not null default '{}',
  document_id uuid,
  hash text not null,
  case_id uuid,
  case_number text,
  department_id uuid,
  added_at timestamptz not null,
  added_by uuid,
  verified_at timestamptz,
  revoked_at timestamptz,
  revoked_reason text,
  superseded_at timestamptz,
  removed_at timestamptz,
  constraint entry_pkey primary key (id),
  constraint entry_document_key unique (document_id),
  constraint entry_one_owner check (num_nonnulls(person_id, organisation_id) = 1),
  constraint entry_source_known check (source in ('issued', 'fetched', 'handedIn', 'uploaded')),
  constraint entry_trust_known check (trust in ('issued', 'verified', 'accepted', 'declared')),
  constraint entry_has_content check (document_id is not null or cardinality(file_ids) > 0 or source = 'fetched'),
  constraint entry_revoked_whole check ((revoked_at is null) = (revoked_reason is null))
);
create index entry_person on lockers.entry (person_id, added_at) where person_id is not null;
create index entry_organisation on lockers.entry (organisation_id, added_at) where organisation_id is not null;
create index entry_case on lockers.entry (case_id) where case_id is not null;
comment on table lockers.entry is
  'One certificate or earlier material of a person or company. A line to be kept current: how it came to be so is in lockers.act.';
comment on column lockers.entry.kind is 'A code of the coded list of certificates (catalogue).';
comment on column lockers.entry.result_of is 'Codes of the item whose result it is, its own and the base code.';
comment on column lockers.entry.hash is 'SHA-256 of the content: of the frozen document, of the data that were fetched, or over the stored files in their order.';
comment on column lockers.entry.case_id is 'The case that issued it, or with which it was handed in.';
comment on column lockers.entry.department_id is 'Who issued it and can revoke it; null for what others issued.';
insert into platform.append_only_table (table_name, may_update) values ('lockers.entry', true);

create table lockers.act (
  id uuid not null,
  entry_id uuid not null,
  act text not null,
  at timestamptz not null,
  account_id uuid,
  reason text,
  constraint act_pkey primary key (id),
  constraint act_entry_exists foreign key (entry_id) references lockers.entry (id),
  constraint act_known check (act in ('add', 'verify', 'revoke', 'supersede', 'remove'))
);
create index act_entry on lockers.act (entry_id);
comment on table lockers.act is 'What happened to an entry, and by whom. Insert-only; null account: by the rule.';
insert into platform.append_only_table values ('lockers.act');

create table lockers.consent (
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  scope text not null,
  how text not null,
  department_id uuid,
  item_id uuid,
  account_id uuid,
  given_at timestamptz not null,
  given_by uuid not null,
  until timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint consent_pkey primary key (id),
  constraint consent_one_owner check (num_nonnulls(person_id, organisation_id) = 1),
  constraint consent_scope_known check (scope in ('standing', 'window')),
  constraint consent_how_known check (how in ('online', 'signed', 'spoken')),
  constraint consent_names_something check (num_nonnulls(department_id, item_id) > 0),
  constraint consent_window_whole check (scope <> 'window' or (account_id is not null and item_id is not null and until is not null))
);
create index consent_person on lockers.consent (person_id, given_at) where person_id is not null;
create index consent_organisation on lockers.consent (organisation_id, given_at) where organisation_id is not null;
comment on table lockers.consent is 'That others may use what is in a locker (个人信息保护法 arts. 13, 14): given for a department or an item, taken back at any time (art. 15). A line is ended, never deleted.';
comment on column lockers.consent.scope is 'standing: until taken back; window: for one item, to one member of staff, for half a day.';
comment on column lockers.consent.how is 'online by the owner; at a window: signed on paper, or spoken.';
comment on column lockers.consent.account_id is 'The member of staff to whom it was given at a window.';
insert into platform.append_only_table (table_name, may_update) values ('lockers.consent', true);

create table lockers.usage (
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  how text not null,
  at timestamptz not null,
  account_id uuid,
  by_name text not null,
  role text not null,
  office text not null default '',
  department_id uuid,
  outlet_id uuid,
  item_id uuid,
  item_name text not null default '',
  case_id uuid,
  case_number text,
  basis text not null,
  consent_id uuid,
  entry_id uuid,
  material_id text,
  kind text,
  name text not null default '',
  number text not null default '',
  source text,
  trust text,
  valid_until date,
  hash text,
  file_ids uuid[] not null default '{}',
  document_id uuid,
  constraint usage_pkey primary key (id),
  constraint usage_one_owner check (num_nonnulls(person_id, organisation_id) = 1),
  constraint usage_how_known check (how in ('look', 'open', 'use')),
  constraint usage_basis_known check (basis in ('self', 'standing', 'window', 'case')),
  constraint usage_use_whole check (how <> 'use' or (entry_id is not null and case_id is not null and hash is not null and trust is not null))
);
create index usage_person on lockers.usage (person_id, at) where person_id is not null;
create index usage_organisation on lockers.usage (organisation_id, at) where organisation_id is not null;
create index usage_entry on lockers.usage (entry_id, at) where entry_id is not null;
comment on table lockers.usage is
  'Who looked at a locker, opened a file, or used an entry in a case, and when; insert-only. A use is the frozen copy that the case keeps: it stays as it is whatever becomes of the entry.';
comment on column lockers.usage.basis is 'self: the owner; standing or window: the consent that is named; case: a file of a copy was opened by who works on its case.';
insert into platform.append_only_table values ('lockers.usage');
