-- Who the people are, how they sign in, for whom they may act, and who has seen whose data.

create table people.person (
  id uuid not null,
  id_kind text not null,
  id_number text not null,
  name text not null,
  phone text not null default '',
  address text not null default '',
  email text not null default '',
  born_on date,
  verified_at timestamptz,
  verified_by uuid,
  version int not null default 1,
  created_at timestamptz not null,
  constraint person_pkey primary key (id),
  constraint person_id_kind_known
    check (id_kind in ('residentCard', 'passport', 'hkmPermit', 'twPermit', 'hkmtResidence', 'foreignPermit'))
);
create unique index person_identity_unique on people.person (id_number, id_kind);
comment on column people.person.id_number is 'Normalised: no spaces, capital letters.';
comment on column people.person.verified_at is 'When a clerk compared the person with the document (verified_by: the account); null for self-declared.';

create table people.organisation (
  id uuid not null,
  credit_code text not null,
  name text not null,
  legal_representative text not null,
  address text not null default '',
  phone text not null default '',
  verified_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  constraint organisation_pkey primary key (id)
);
create unique index organisation_credit_code_unique on people.organisation (credit_code);
comment on column people.organisation.credit_code is 'GB 32100-2015, 18 characters.';

create table people.account (
  id uuid not null,
  login_name text not null,
  phone text,
  email text,
  name text not null,
  password_hash text,
  must_change_password boolean not null default false,
  person_id uuid,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  disabled_at timestamptz,
  disabled_reason text,
  staff boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  constraint account_pkey primary key (id),
  constraint account_person_exists foreign key (person_id) references people.person (id),
  constraint account_login_name_lower check (login_name = lower(login_name))
);
create unique index account_login_name_unique on people.account (login_name);
create unique index account_phone_unique on people.account (phone);
create unique index account_person_unique on people.account (person_id);
create index account_staff on people.account (name) where staff;
comment on column people.account.password_hash is 'argon2id in PHC form; null for an account that cannot sign in with a password.';
comment on column people.account.must_change_password is 'The password was given by somebody else: posts count only after it was changed.';
comment on column people.account.totp_secret is 'Second factor (RFC 6238), sealed with the key of this installation; counts once totp_confirmed_at is set.';
comment on column people.account.totp_last_step is 'Time step of the last accepted code: a code is good once.';

create table people.post (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  department_id uuid,
  outlet_id uuid,
  from_on date not null,
  until_on date,
  given_by uuid,
  created_at timestamptz not null,
  constraint post_pkey primary key (id),
  constraint post_account_exists foreign key (account_id) references people.account (id),
  constraint post_role_known check (role in ('clerk', 'examiner', 'head', 'office', 'admin', 'auditor')),
  constraint post_span check (until_on is null or until_on >= from_on - 1),
  constraint post_has_place check (role not in ('clerk', 'examiner', 'head') or department_id is not null or outlet_id is not null)
);
create index post_account on people.post (account_id);
create index post_department on people.post (department_id);
comment on column people.post.until_on is 'Last day, Asia/Shanghai; null while it lasts. A post that never came to count ends the day before it began.';
comment on column people.post.department_id is 'Of offices.department; another module''s table, so checked by the verb and not by the database.';

create table people.absence (
  id uuid not null,
  account_id uuid not null,
  from_on date not null,
  until_on date not null,
  stand_in_id uuid,
  reason text not null default '',
  created_by uuid,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  constraint absence_pkey primary key (id),
  constraint absence_account_exists foreign key (account_id) references people.account (id),
  constraint absence_stand_in_exists foreign key (stand_in_id) references people.account (id),
  constraint absence_span check (until_on >= from_on),
  constraint absence_stand_in_other check (stand_in_id <> account_id)
);
create index absence_account on people.absence (account_id, until_on);
create index absence_stand_in on people.absence (stand_in_id, until_on) where cancelled_at is null;

create table people.authority (
  id uuid not null,
  kind text not null,
  principal_person_id uuid,
  principal_organisation_id uuid,
  agent_person_id uuid not null,
  item_codes text[],
  from_on date not null,
  until_on date,
  document_id uuid,
  granted_at timestamptz not null,
  granted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  constraint authority_pkey primary key (id),
  constraint authority_kind_known check (kind in ('legalRepresentative', 'agent', 'proxy')),
  constraint authority_one_principal check (num_nonnulls(principal_person_id, principal_organisation_id) = 1),
  constraint authority_kind_fits check ((kind = 'proxy') = (principal_person_id is not null)),
  constraint authority_not_oneself check (principal_person_id <> agent_person_id),
  constraint authority_span check (until_on is null or until_on >= from_on),
  constraint authority_principal_person_exists foreign key (principal_person_id) references people.person (id),
  constraint authority_principal_organisation_exists foreign key (principal_organisation_id) references people.organisation (id),
  constraint authority_agent_exists foreign key (agent_person_id) references people.person (id)
);
create index authority_agent on people.authority (agent_person_id);
create index authority_principal_person on people.authority (principal_person_id);
create index authority_principal_organisation on people.authority (principal_organisation_id);
create unique index authority_one_seat on people.authority (principal_organisation_id, agent_person_id)
  where revoked_at is null and kind = 'legalRepresentative';
comment on column people.authority.item_codes is 'Base codes of the items; null means all (civil code art. 165: the authority says its matters).';
comment on column people.authority.document_id is 'The signed power of attorney, of documents; null for one given here by the principal''s own act.';

create table people.authority_act (
  id uuid not null,
  authority_id uuid not null,
  act text not null,
  at timestamptz not null,
  account_id uuid,
  reason text not null default '',
  constraint authority_act_pkey primary key (id),
  constraint authority_act_known check (act in ('grant', 'revoke', 'giveBack'))
);
create index authority_act_authority on people.authority_act (authority_id);
insert into platform.append_only_table values ('people.authority_act');

create table people.session (
  id uuid not null,
  hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  second_factor boolean not null default false,
  ended_at timestamptz,
  constraint session_pkey primary key (id),
  constraint session_account_exists foreign key (account_id) references people.account (id)
);
create unique index session_hash_unique on people.session (hash);
create index session_account on people.session (account_id) where ended_at is null;
comment on column people.session.hash is 'SHA-256 of the 256-bit secret that the browser holds; the secret itself is nowhere.';

create table people.sign_in_guard (
  key text not null,
  failures int not null,
  locks int not null default 0,
  locked_until timestamptz,
  last_at timestamptz not null,
  constraint sign_in_guard_pkey primary key (key)
);
comment on table people.sign_in_guard is
  'Failures in a row, by hash of the account or of the name that was tried: names without an account lock just the same, so that a lock says nothing about who has one.';

create table people.code (
  id uuid not null,
  account_id uuid not null,
  code_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  attempts int not null default 0,
  used_at timestamptz,
  constraint code_pkey primary key (id),
  constraint code_account_exists foreign key (account_id) references people.account (id)
);
create index code_account on people.code (account_id, created_at);

create table people.delivery_secret (
  id uuid not null,
  channel text not null,
  destination text not null,
  code text not null,
  expires_at timestamptz not null,
  constraint delivery_secret_pkey primary key (id),
  constraint delivery_secret_channel_known check (channel in ('sms', 'email'))
);
comment on table people.delivery_secret is 'What a message has to carry, by id of the code: taken and deleted by whoever delivers it, swept after it expired.';

create table people.sign_in (
  id uuid not null,
  at timestamptz not null,
  act text not null,
  account_id uuid,
  address text not null default '',
  note text not null default '',
  constraint sign_in_pkey primary key (id),
  constraint sign_in_act_known check (act in
    ('signIn', 'wrong', 'locked', 'signOut', 'secondFactor', 'wrongSecondFactor', 'register', 'password', 'recover', 'reset', 'disable', 'enable'))
);
create index sign_in_at on people.sign_in (at);
create index sign_in_account on people.sign_in (account_id, at);
comment on table people.sign_in is 'Sign-ins and what changes them (GB/T 22239: audit of identification). No passwords, no names that were tried.';
insert into platform.append_only_table values ('people.sign_in');

create table people.unmasking (
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  person_id uuid,
  how text not null,
  purpose text not null,
  found int not null default 1,
  constraint unmasking_pkey primary key (id),
  constraint unmasking_how_known check (how in ('lookUp', 'bulk', 'unmask'))
);
create index unmasking_at on people.unmasking (at);
create index unmasking_person on people.unmasking (person_id, at);
comment on table people.unmasking is 'Who looked whose personal data up, or saw it unmasked, and why (个人信息保护法 arts. 6, 51).';
insert into platform.append_only_table values ('people.unmasking');

create table people.correction (
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  person_id uuid not null,
  reason text not null,
  fields text[] not null,
  constraint correction_pkey primary key (id)
);
create index correction_person on people.correction (person_id, at);
comment on table people.correction is 'That staff changed a person''s record, which fields and why; not the values.';
insert into platform.append_only_table values ('people.correction');

create table people.demo_account (
  account_id uuid not null,
  password text not null,
  title text not null,
  title_en text not null default '',
  position int not null default 0,
  constraint demo_account_pkey primary key (account_id),
  constraint demo_account_exists foreign key (account_id) references people.account (id)
);
comment on table people.demo_account is 'Accounts of the demo district whose passwords everybody may know; read only in demo mode.';
