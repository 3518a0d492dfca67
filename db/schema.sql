-- The database after all migrations, by module in the order of server/modules.ts. For reading: written by "npm run schema", never run.
-- Every table belongs to the module whose schema it is in; no other module reads it. A trail is only ever added to: the application's
-- role may not update or delete its rows.

-- -------------------- platform ----------------------------------------------------------------------------------

-- Trails: the role of the application may read and insert, never delete, and update only where may_update says so. Filled by
-- migrations, applied by migrate.ts.
create table platform.append_only_table (
  table_name text not null,
  may_update boolean not null default false,
  constraint append_only_table_pkey PRIMARY KEY (table_name)
);

-- A trail.
-- What happened, announced in the same transaction. Read in the order (tx, id) below pg_snapshot_xmin(pg_current_snapshot()): above
-- that line a transaction may still commit behind one already seen.
create table platform.event (
  tx xid8 not null default pg_current_xact_id(),
  id bigint not null generated always as identity,
  name text not null,
  subject uuid not null,
  facts jsonb not null,
  at timestamptz not null default clock_timestamp(),
  constraint event_pkey PRIMARY KEY (tx, id)
);

create table platform.migration (
  schema_name text not null,
  file_name text not null,
  hash text not null,
  at timestamptz not null default now(),
  constraint migration_pkey PRIMARY KEY (schema_name, file_name)
);

-- Display numbers are handed to a server process in blocks, so that no two acts wait for the same row. A block that is not used up
-- leaves a gap.
create table platform.number_block (
  series text not null,
  next bigint not null,
  constraint number_block_pkey PRIMARY KEY (series)
);

-- How far each reaction has read. Moved in the same transaction as the effect of the reaction, so that an event takes effect once.
create table platform.reaction (
  name text not null,
  tx xid8 not null default '0'::xid8,
  id bigint not null default 0,
  at timestamptz not null default now(),
  constraint reaction_pkey PRIMARY KEY (name)
);

-- Events whose reaction failed. The reaction has gone on with the others; these are tried again and shown to the operator.
create table platform.stuck_event (
  reaction text not null,
  tx xid8 not null,
  id bigint not null,
  name text not null,
  subject uuid not null,
  facts jsonb not null,
  at timestamptz not null,
  attempts integer not null default 1,
  last_error text not null,
  next_at timestamptz not null,
  constraint stuck_event_pkey PRIMARY KEY (reaction, tx, id),
  constraint stuck_event_reaction_fkey FOREIGN KEY (reaction) REFERENCES platform.reaction(name)
);

-- -------------------- deadlines ---------------------------------------------------------------------------------

-- A trail.
-- A version of the working calendar: all notices of the State Council as known then. A new notice makes a new version and never
-- changes an old one.
create table deadlines.calendar (
  no integer not null,
  version text not null,
  -- Whole: one entry a year, as in published-years.json.
  years jsonb not null,
  source text not null,
  changed_years integer[] not null,
  -- From when deadlines are counted by it; running ones were counted again then.
  in_force_from timestamptz not null,
  constraint calendar_pkey PRIMARY KEY (no),
  constraint calendar_counts CHECK (no >= 1)
);

-- -------------------- offices -----------------------------------------------------------------------------------

-- A trail.
-- Every version that an editor wrote, so that a document can be read with the name and address of its time.
create table offices.change (
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  changed_by text not null,
  kind text not null,
  subject_id uuid not null,
  act text not null,
  version integer not null,
  now_is jsonb not null,
  constraint change_pkey PRIMARY KEY (id),
  constraint change_act_known CHECK (act = ANY (ARRAY['create'::text, 'update'::text, 'retire'::text, 'restore'::text])),
  constraint change_kind_known CHECK (kind = ANY (ARRAY['department'::text, 'outlet'::text, 'window'::text, 'hours'::text]))
);
CREATE INDEX change_subject ON offices.change USING btree (subject_id, version);

create table offices.department (
  id uuid not null,
  -- Stable word for imports and addresses, such as civil-affairs; never used again, even after retirement.
  key text not null,
  -- The department's own code as it stands in implementing codes and directories; kept exactly, may be empty.
  code text not null default ''::text,
  name text not null,
  short_name text not null,
  name_en text not null default ''::text,
  telephone text not null default ''::text,
  -- What the seal for administrative licensing says (行政许可法 art. 32).
  seal_name text not null,
  "position" integer not null default 0,
  version integer not null default 1,
  retired_at timestamptz,
  changed_at timestamptz not null,
  -- Name of who wrote this version: shown to the one who writes at the same time.
  changed_by text not null,
  constraint department_pkey PRIMARY KEY (id),
  constraint department_key_shape CHECK (key ~ '^[a-z][a-z0-9-]{0,39}$'::text)
);
CREATE UNIQUE INDEX department_key_unique ON offices.department USING btree (key);
CREATE UNIQUE INDEX department_name_unique ON offices.department USING btree (name) WHERE (retired_at IS NULL);

create table offices.opening_hours (
  outlet_id uuid not null,
  -- [{weekday: 1 Monday to 7 Sunday, opens: "09:00", closes: "12:00"}]; several spans a day.
  weekly jsonb not null,
  -- [{on: day, spans: [{opens, closes}], note}]; no spans means closed. Wins over the week and the holiday calendar.
  exceptions jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint opening_hours_pkey PRIMARY KEY (outlet_id),
  constraint opening_hours_outlet_exists FOREIGN KEY (outlet_id) REFERENCES offices.outlet(id)
);

create table offices.outlet (
  id uuid not null,
  key text not null,
  kind text not null,
  name text not null,
  name_en text not null default ''::text,
  address text not null default ''::text,
  address_en text not null default ''::text,
  -- WGS-84 (CGCS2000 differs by centimetres); GCJ-02 of Chinese map services is converted at the edge.
  longitude double precision,
  latitude double precision,
  telephone text not null default ''::text,
  -- GB/T 2260 and its town and village extension: 6, 9 or 12 digits.
  area_code text not null default ''::text,
  parent_id uuid,
  -- The department whose own counter this is (kind department); null for shared places.
  department_id uuid,
  version integer not null default 1,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint outlet_pkey PRIMARY KEY (id),
  constraint outlet_department_exists FOREIGN KEY (department_id) REFERENCES offices.department(id),
  constraint outlet_parent_exists FOREIGN KEY (parent_id) REFERENCES offices.outlet(id),
  constraint outlet_key_shape CHECK (key ~ '^[a-z][a-z0-9-]{0,59}$'::text),
  constraint outlet_kind_known CHECK (kind = ANY (ARRAY['hall'::text, 'town'::text, 'village'::text, 'bank'::text, 'department'::text])),
  constraint outlet_parent_other CHECK (parent_id <> id),
  constraint outlet_point_on_earth CHECK (longitude >= '-180'::integer::double precision AND longitude <= 180::double precision AND latitude >= '-90'::integer::double precision AND latitude <= 90::double precision),
  constraint outlet_point_whole CHECK ((longitude IS NULL) = (latitude IS NULL))
);
CREATE INDEX outlet_parent ON offices.outlet USING btree (parent_id);
CREATE UNIQUE INDEX outlet_key_unique ON offices.outlet USING btree (key);
CREATE UNIQUE INDEX outlet_name_unique ON offices.outlet USING btree (name) WHERE (retired_at IS NULL);

-- A window (窗口); "window" alone is a reserved word of SQL.
create table offices.service_window (
  id uuid not null,
  outlet_id uuid not null,
  number text not null,
  zone text not null default ''::text,
  name text not null,
  name_en text not null default ''::text,
  -- general 综窗: takes any item; special 专窗: those of its department.
  kind text not null,
  department_id uuid,
  version integer not null default 1,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint service_window_pkey PRIMARY KEY (id),
  constraint service_window_department_exists FOREIGN KEY (department_id) REFERENCES offices.department(id),
  constraint service_window_outlet_exists FOREIGN KEY (outlet_id) REFERENCES offices.outlet(id),
  constraint service_window_kind_known CHECK (kind = ANY (ARRAY['general'::text, 'special'::text]))
);
CREATE INDEX service_window_outlet ON offices.service_window USING btree (outlet_id);
CREATE UNIQUE INDEX service_window_number_unique ON offices.service_window USING btree (outlet_id, number) WHERE (retired_at IS NULL);

-- -------------------- people ------------------------------------------------------------------------------------

create table people.absence (
  id uuid not null,
  account_id uuid not null,
  from_on date not null,
  until_on date not null,
  stand_in_id uuid,
  reason text not null default ''::text,
  created_by uuid,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  constraint absence_pkey PRIMARY KEY (id),
  constraint absence_account_exists FOREIGN KEY (account_id) REFERENCES people.account(id),
  constraint absence_stand_in_exists FOREIGN KEY (stand_in_id) REFERENCES people.account(id),
  constraint absence_span CHECK (until_on >= from_on),
  constraint absence_stand_in_other CHECK (stand_in_id <> account_id)
);
CREATE INDEX absence_account ON people.absence USING btree (account_id, until_on);
CREATE INDEX absence_stand_in ON people.absence USING btree (stand_in_id, until_on) WHERE (cancelled_at IS NULL);

create table people.account (
  id uuid not null,
  login_name text not null,
  phone text,
  email text,
  name text not null,
  -- argon2id in PHC form; null for an account that cannot sign in with a password.
  password_hash text,
  -- The password was given by somebody else: posts count only after it was changed.
  must_change_password boolean not null default false,
  person_id uuid,
  -- Second factor (RFC 6238), sealed with the key of this installation; counts once totp_confirmed_at is set.
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- Time step of the last accepted code: a code is good once.
  totp_last_step bigint not null default 0,
  disabled_at timestamptz,
  disabled_reason text,
  staff boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_person_exists FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint account_login_name_lower CHECK (login_name = lower(login_name))
);
CREATE INDEX account_staff ON people.account USING btree (name) WHERE staff;
CREATE UNIQUE INDEX account_login_name_unique ON people.account USING btree (login_name);
CREATE UNIQUE INDEX account_person_unique ON people.account USING btree (person_id);
CREATE UNIQUE INDEX account_phone_unique ON people.account USING btree (phone);

create table people.authority (
  id uuid not null,
  kind text not null,
  principal_person_id uuid,
  principal_organisation_id uuid,
  agent_person_id uuid not null,
  -- Codes of the items, base codes or those of one department's item; null means all (civil code art. 165: the authority says its
  -- matters).
  item_codes text[],
  from_on date not null,
  until_on date,
  -- The signed power of attorney, of documents; null for one given here by the principal's own act.
  document_id uuid,
  granted_at timestamptz not null,
  granted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  constraint authority_pkey PRIMARY KEY (id),
  constraint authority_agent_exists FOREIGN KEY (agent_person_id) REFERENCES people.person(id),
  constraint authority_principal_organisation_exists FOREIGN KEY (principal_organisation_id) REFERENCES people.organisation(id),
  constraint authority_principal_person_exists FOREIGN KEY (principal_person_id) REFERENCES people.person(id),
  constraint authority_kind_fits CHECK ((kind = 'proxy'::text) = (principal_person_id IS NOT NULL)),
  constraint authority_kind_known CHECK (kind = ANY (ARRAY['legalRepresentative'::text, 'agent'::text, 'proxy'::text])),
  constraint authority_not_oneself CHECK (principal_person_id <> agent_person_id),
  constraint authority_one_principal CHECK (num_nonnulls(principal_person_id, principal_organisation_id) = 1),
  constraint authority_span CHECK (until_on IS NULL OR until_on >= from_on)
);
CREATE INDEX authority_agent ON people.authority USING btree (agent_person_id);
CREATE INDEX authority_principal_organisation ON people.authority USING btree (principal_organisation_id);
CREATE INDEX authority_principal_person ON people.authority USING btree (principal_person_id);
CREATE UNIQUE INDEX authority_one_seat ON people.authority USING btree (principal_organisation_id, agent_person_id) WHERE ((revoked_at IS NULL) AND (kind = 'legalRepresentative'::text));

-- A trail.
create table people.authority_act (
  id uuid not null,
  authority_id uuid not null,
  act text not null,
  at timestamptz not null,
  account_id uuid,
  reason text not null default ''::text,
  constraint authority_act_pkey PRIMARY KEY (id),
  constraint authority_act_known CHECK (act = ANY (ARRAY['grant'::text, 'revoke'::text, 'giveBack'::text]))
);
CREATE INDEX authority_act_authority ON people.authority_act USING btree (authority_id);

create table people.code (
  id uuid not null,
  account_id uuid not null,
  code_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  used_at timestamptz,
  constraint code_pkey PRIMARY KEY (id),
  constraint code_account_exists FOREIGN KEY (account_id) REFERENCES people.account(id)
);
CREATE INDEX code_account ON people.code USING btree (account_id, created_at);

-- A trail.
-- That staff changed a person's record, which fields and why; not the values.
create table people.correction (
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  person_id uuid not null,
  reason text not null,
  fields text[] not null,
  constraint correction_pkey PRIMARY KEY (id)
);
CREATE INDEX correction_person ON people.correction USING btree (person_id, at);

-- What a message has to carry, by id of the code: taken and deleted by whoever delivers it, swept after it expired.
create table people.delivery_secret (
  id uuid not null,
  channel text not null,
  destination text not null,
  code text not null,
  expires_at timestamptz not null,
  constraint delivery_secret_pkey PRIMARY KEY (id),
  constraint delivery_secret_channel_known CHECK (channel = ANY (ARRAY['sms'::text, 'email'::text]))
);

-- Accounts of the demo district whose passwords everybody may know; read only in demo mode.
create table people.demo_account (
  account_id uuid not null,
  password text not null,
  title text not null,
  title_en text not null default ''::text,
  "position" integer not null default 0,
  constraint demo_account_pkey PRIMARY KEY (account_id),
  constraint demo_account_exists FOREIGN KEY (account_id) REFERENCES people.account(id)
);

create table people.organisation (
  id uuid not null,
  -- GB 32100-2015, 18 characters.
  credit_code text not null,
  name text not null,
  legal_representative text not null,
  address text not null default ''::text,
  phone text not null default ''::text,
  verified_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint organisation_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX organisation_credit_code_unique ON people.organisation USING btree (credit_code);

-- A trail.
-- Who put an organisation on record: register at a window from its licence, declare by its representative, verify against the licence
-- later (fields: which changed, not the values).
create table people.organisation_act (
  id uuid not null,
  organisation_id uuid not null,
  act text not null,
  at timestamptz not null,
  account_id uuid,
  reason text not null default ''::text,
  fields text[] not null default '{}'::text[],
  constraint organisation_act_pkey PRIMARY KEY (id),
  constraint organisation_act_known CHECK (act = ANY (ARRAY['register'::text, 'declare'::text, 'verify'::text]))
);
CREATE INDEX organisation_act_organisation ON people.organisation_act USING btree (organisation_id, at);

create table people.person (
  id uuid not null,
  id_kind text not null,
  -- Normalised: no spaces, capital letters.
  id_number text not null,
  name text not null,
  phone text not null default ''::text,
  address text not null default ''::text,
  email text not null default ''::text,
  born_on date,
  -- When a clerk compared the person with the document (verified_by: the account); null for self-declared.
  verified_at timestamptz,
  verified_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_id_kind_known CHECK (id_kind = ANY (ARRAY['residentCard'::text, 'passport'::text, 'hkmPermit'::text, 'twPermit'::text, 'hkmtResidence'::text, 'foreignPermit'::text]))
);
CREATE UNIQUE INDEX person_identity_unique ON people.person USING btree (id_number, id_kind);

create table people.post (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  -- Of offices.department; another module's table, so checked by the verb and not by the database.
  department_id uuid,
  outlet_id uuid,
  from_on date not null,
  -- Last day, Asia/Shanghai; null while it lasts. A post that never came to count ends the day before it began.
  until_on date,
  given_by uuid,
  created_at timestamptz not null,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_account_exists FOREIGN KEY (account_id) REFERENCES people.account(id),
  constraint post_has_place CHECK ((role <> ALL (ARRAY['clerk'::text, 'examiner'::text, 'head'::text])) OR department_id IS NOT NULL OR outlet_id IS NOT NULL),
  constraint post_role_known CHECK (role = ANY (ARRAY['clerk'::text, 'examiner'::text, 'head'::text, 'office'::text, 'admin'::text, 'auditor'::text])),
  constraint post_span CHECK (until_on IS NULL OR until_on >= (from_on - 1))
);
CREATE INDEX post_account ON people.post USING btree (account_id);
CREATE INDEX post_department ON people.post USING btree (department_id);

create table people.session (
  id uuid not null,
  -- SHA-256 of the 256-bit secret that the browser holds; the secret itself is nowhere.
  hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  second_factor boolean not null default false,
  ended_at timestamptz,
  -- Opened on a device of many people: ends after minutes without a sign of life, and no post counts in it.
  shared boolean not null default false,
  -- When somebody on a device of many people last said that they are still there; null: not yet, and for all other sessions.
  stayed_at timestamptz,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_account_exists FOREIGN KEY (account_id) REFERENCES people.account(id)
);
CREATE INDEX session_account ON people.session USING btree (account_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX session_hash_unique ON people.session USING btree (hash);

-- A trail.
-- Sign-ins and what changes them (GB/T 22239: audit of identification). No passwords, no names that were tried.
create table people.sign_in (
  id uuid not null,
  at timestamptz not null,
  act text not null,
  account_id uuid,
  address text not null default ''::text,
  note text not null default ''::text,
  constraint sign_in_pkey PRIMARY KEY (id),
  constraint sign_in_act_known CHECK (act = ANY (ARRAY['signIn'::text, 'wrong'::text, 'locked'::text, 'signOut'::text, 'secondFactor'::text, 'wrongSecondFactor'::text, 'register'::text, 'password'::text, 'recover'::text, 'reset'::text, 'disable'::text, 'enable'::text]))
);
CREATE INDEX sign_in_account ON people.sign_in USING btree (account_id, at);
CREATE INDEX sign_in_at ON people.sign_in USING btree (at);

-- Failures in a row, by hash of the account or of the name that was tried: names without an account lock just the same, so that a
-- lock says nothing about who has one.
create table people.sign_in_guard (
  key text not null,
  failures integer not null,
  locks integer not null default 0,
  locked_until timestamptz,
  last_at timestamptz not null,
  constraint sign_in_guard_pkey PRIMARY KEY (key)
);

-- A trail.
-- Who looked whose personal data up, or saw it unmasked, and why (个人信息保护法 arts. 6, 51).
create table people.unmasking (
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  person_id uuid,
  how text not null,
  purpose text not null,
  found integer not null default 1,
  constraint unmasking_pkey PRIMARY KEY (id),
  constraint unmasking_how_known CHECK (how = ANY (ARRAY['lookUp'::text, 'bulk'::text, 'unmask'::text]))
);
CREATE INDEX unmasking_at ON people.unmasking USING btree (at);
CREATE INDEX unmasking_person ON people.unmasking USING btree (person_id, at);

-- -------------------- catalogue ---------------------------------------------------------------------------------

create table catalogue.draft (
  item_id uuid not null,
  department_id uuid not null,
  body json not null,
  based_on integer not null,
  -- Rises with each save, so that two editors notice each other.
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  account_id uuid,
  constraint draft_pkey PRIMARY KEY (item_id),
  constraint draft_item_exists FOREIGN KEY (item_id) REFERENCES catalogue.item(id)
);

-- What each source said last: the next import changes only what the source changed, and knows what vanished.
create table catalogue.import_row (
  source text not null,
  code text not null,
  fields jsonb not null,
  run_id uuid not null,
  constraint import_row_pkey PRIMARY KEY (source, code),
  constraint import_row_run_exists FOREIGN KEY (run_id) REFERENCES catalogue.import_run(id)
);

-- A trail.
create table catalogue.import_run (
  id uuid not null,
  source text not null,
  file_name text not null,
  file_hash text not null,
  at timestamptz not null,
  by_name text not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  vanished integer not null,
  constraint import_run_pkey PRIMARY KEY (id)
);
CREATE INDEX import_run_source ON catalogue.import_run USING btree (source, at);

create table catalogue.item (
  id uuid not null,
  -- Implementing code (实施编码), exactly as it came: 29 to 55 characters with hyphens are in use. Never changed.
  code text not null,
  -- Base code (基本编码), the same at four levels; may be empty.
  base_code text not null default ''::text,
  -- Of the last version; each version carries its own.
  department_id uuid not null,
  -- Whose list it came from: the name given at import, or "editor".
  source text not null,
  last_version integer not null default 0,
  revision bigint not null default 0,
  created_at timestamptz not null,
  constraint item_pkey PRIMARY KEY (id),
  constraint item_code_there CHECK (code <> ''::text),
  constraint item_last_version_counts CHECK (last_version >= 0)
);
CREATE INDEX item_department ON catalogue.item USING btree (department_id);
CREATE INDEX item_revision ON catalogue.item USING btree (revision);
CREATE UNIQUE INDEX item_code_unique ON catalogue.item USING btree (code);

-- A trail.
-- What was published, for good: running cases are decided by it. In force on a day is, of the versions that began by then and have
-- not ended, the last one.
create table catalogue.item_version (
  item_id uuid not null,
  version integer not null,
  department_id uuid not null,
  -- json, not jsonb: the fields of the form are asked in the order of their keys.
  body json not null,
  -- First day, of Asia/Shanghai.
  in_force_from date not null,
  published_at timestamptz not null,
  published_by text not null,
  account_id uuid,
  note text not null default ''::text,
  constraint item_version_pkey PRIMARY KEY (item_id, version),
  constraint item_version_item_exists FOREIGN KEY (item_id) REFERENCES catalogue.item(id),
  constraint item_version_counts CHECK (version >= 1)
);

-- Items handed down (下发) to outlets, and taken back (收回).
create table catalogue.offer (
  id uuid not null,
  item_id uuid not null,
  outlet_id uuid not null,
  -- How far: print 领取打印, accept 收件受理, decide 受理并办结.
  scope text not null,
  from_day date not null,
  -- First day on which it is no longer offered.
  until_day date,
  handed_down_at timestamptz not null,
  handed_down_by text not null,
  taken_back_at timestamptz,
  taken_back_by text,
  constraint offer_pkey PRIMARY KEY (id),
  constraint offer_item_exists FOREIGN KEY (item_id) REFERENCES catalogue.item(id),
  constraint offer_scope_known CHECK (scope = ANY (ARRAY['accept'::text, 'decide'::text, 'print'::text])),
  constraint offer_taken_back_whole CHECK ((until_day IS NULL) = (taken_back_at IS NULL))
);
CREATE INDEX offer_item ON catalogue.offer USING btree (item_id);
CREATE INDEX offer_outlet ON catalogue.offer USING btree (outlet_id);
CREATE UNIQUE INDEX offer_open_unique ON catalogue.offer USING btree (item_id, outlet_id) WHERE (until_day IS NULL);

-- Rises with every act that changes what is published. Its row lock makes revisions visible in their order, so "everything after the
-- one I know" misses nothing.
create table catalogue.revision (
  only_row boolean not null default true,
  number bigint not null,
  constraint revision_pkey PRIMARY KEY (only_row),
  constraint revision_single CHECK (only_row)
);

create table catalogue.topic (
  -- What stands in the topics of an item.
  key text not null,
  name text not null,
  name_en text not null default ''::text,
  icon_word text not null default ''::text,
  "position" integer not null default 0,
  constraint topic_pkey PRIMARY KEY (key)
);

-- A trail.
-- Versions that were withdrawn, or cancelled before they began. A version that a later one replaced has no row.
create table catalogue.version_end (
  item_id uuid not null,
  version integer not null,
  -- First day on which it is no longer in force; before in_force_from means that it was cancelled and never counts.
  from_day date not null,
  ended_at timestamptz not null,
  ended_by text not null,
  account_id uuid,
  reason text not null default ''::text,
  constraint version_end_pkey PRIMARY KEY (item_id, version),
  constraint version_end_version_exists FOREIGN KEY (item_id, version) REFERENCES catalogue.item_version(item_id, version)
);

-- -------------------- documents ---------------------------------------------------------------------------------

-- A trail.
-- A legal document (文书), frozen in the transaction of the act that made it. The PDF is drawn from the row, each time the same.
create table documents.document (
  id uuid not null,
  kind text not null,
  number text not null,
  department_id uuid,
  subject_kind text not null default 'case'::text,
  subject_id uuid not null,
  -- Person or organisation; the name as it was then is in data.
  recipient_id uuid,
  data jsonb not null,
  template_version integer not null,
  -- SHA-256 of the canonical JSON of all that the document says: kind, number, subject, department, recipient, data, template, time.
  hash text not null,
  -- Unguessable; in the QR code that leads to the page which proves the document genuine.
  verify_code text not null,
  issued_at timestamptz not null,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_number_key UNIQUE (number),
  constraint document_verify_code_key UNIQUE (verify_code)
);
CREATE INDEX document_proof_of_recipient ON documents.document USING btree (recipient_id, issued_at DESC) WHERE (kind = ANY (ARRAY['resultProof'::text, 'decisionGrant'::text, 'acceptanceNotice'::text, 'receipt'::text, 'feeReceipt'::text]));
CREATE INDEX document_subject ON documents.document USING btree (subject_id);
CREATE TRIGGER document_check BEFORE INSERT OR UPDATE ON documents.document FOR EACH ROW EXECUTE FUNCTION documents.check_document();

-- A file that somebody uploaded. Its row is inserted after its bytes are durable, so a row without bytes is a fault and bytes without
-- a row are swept.
create table documents.file (
  id uuid not null,
  -- The account that uploaded it.
  owner_id uuid not null,
  -- Hash of the bytes as they came, for evidence; what is stored has no metadata.
  sha256 text not null,
  -- Hash of the bytes as they are stored.
  stored_sha256 text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  -- Where the bytes lie; made by us, never out of the name.
  key text not null,
  width integer,
  height integer,
  pages integer,
  created_at timestamptz not null,
  -- What it is attached to: draft, case, ...; unattached files go after seven days.
  subject_kind text,
  subject_id uuid,
  attached_at timestamptz,
  removed_at timestamptz,
  erased_at timestamptz,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_key_key UNIQUE (key),
  constraint file_attached_whole CHECK ((subject_kind IS NULL) = (subject_id IS NULL) AND (subject_id IS NULL) = (attached_at IS NULL)),
  constraint file_media_type_known CHECK (media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'application/pdf'::text])),
  constraint file_size_positive CHECK (size > 0)
);
CREATE INDEX file_subject ON documents.file USING btree (subject_id) WHERE ((subject_id IS NOT NULL) AND (removed_at IS NULL));
CREATE INDEX file_to_erase ON documents.file USING btree (removed_at) WHERE ((removed_at IS NOT NULL) AND (erased_at IS NULL));
CREATE INDEX file_unattached ON documents.file USING btree (created_at) WHERE ((subject_id IS NULL) AND (removed_at IS NULL));

-- A file of a submitted matter that was given to something else as well: a case of it, a consulted department. Whoever may read that
-- may read it.
create table documents.file_share (
  file_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  constraint file_share_pkey PRIMARY KEY (file_id, subject_id),
  constraint file_share_file_fkey FOREIGN KEY (file_id) REFERENCES documents.file(id)
);
CREATE INDEX file_share_subject ON documents.file_share USING btree (subject_id);

-- A trail.
-- Service of a document (送达). Review (行政复议法 20) and action (行政诉讼法 46) are counted from the first one.
create table documents.service (
  id uuid not null,
  -- Of documents.document, which the application cannot delete.
  document_id uuid not null,
  way text not null,
  served_on date not null,
  account_id uuid,
  received_by text,
  proof text,
  review_until date,
  action_until date,
  -- A remedy ends in a year whose working calendar is not published yet.
  provisional boolean not null default false,
  created_at timestamptz not null,
  constraint service_pkey PRIMARY KEY (id)
);
CREATE INDEX service_document ON documents.service USING btree (document_id);
CREATE TRIGGER service_check BEFORE INSERT OR UPDATE ON documents.service FOR EACH ROW EXECUTE FUNCTION documents.check_service();

CREATE OR REPLACE FUNCTION documents.check_document()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.kind in ('receipt', 'acceptanceNotice', 'supplementNotice', 'nonAcceptance', 'noLicenceNeeded', 'referral', 'decisionGrant',
    'decisionRefuse', 'withdrawal', 'correction', 'extensionNotice', 'specialProcedureNotice', 'deliveryReceipt', 'feeNotice', 'feeReceipt',
    'resultProof', 'simulatedOpinion', 'consultation', 'consultationReply', 'jointOutcome', 'hearingOffer', 'hearingNotice', 'hearingRecord', 'undertaking', 'undertakingNotice', 'promiseCheck', 'revocation') then
    return new;
  end if;
  raise exception 'no such kind of document: %', new.kind using errcode = 'check_violation', constraint = 'document_kind_known';
end $function$;

CREATE OR REPLACE FUNCTION documents.check_service()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.way in ('collected', 'posted', 'electronic', 'onSite', 'left') and (new.review_until is null) = (new.action_until is null) then
    return new;
  end if;
  raise exception 'a service by %, with remedies until % and %', new.way, new.review_until, new.action_until
    using errcode = 'check_violation', constraint = 'service_check';
end $function$;

-- -------------------- lockers -----------------------------------------------------------------------------------

-- A trail.
-- What happened to an entry, and by whom. Insert-only; null account: by the rule.
create table lockers.act (
  id uuid not null,
  entry_id uuid not null,
  act text not null,
  at timestamptz not null,
  account_id uuid,
  reason text,
  constraint act_pkey PRIMARY KEY (id),
  constraint act_entry_exists FOREIGN KEY (entry_id) REFERENCES lockers.entry(id),
  constraint act_known CHECK (act = ANY (ARRAY['add'::text, 'verify'::text, 'revoke'::text, 'supersede'::text, 'remove'::text]))
);
CREATE INDEX act_entry ON lockers.act USING btree (entry_id);

-- Rows are never deleted.
-- That others may use what is in a locker (个人信息保护法 arts. 13, 14): given for a department or an item, taken back at any time (art.
-- 15). A line is ended, never deleted.
create table lockers.consent (
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  -- standing: until taken back; window: for one item, to one member of staff, for half a day.
  scope text not null,
  -- online by the owner; at a window: signed on paper, or spoken.
  how text not null,
  department_id uuid,
  item_id uuid,
  -- The member of staff to whom it was given at a window.
  account_id uuid,
  given_at timestamptz not null,
  given_by uuid not null,
  until timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint consent_pkey PRIMARY KEY (id),
  constraint consent_how_known CHECK (how = ANY (ARRAY['online'::text, 'signed'::text, 'spoken'::text])),
  constraint consent_names_something CHECK (num_nonnulls(department_id, item_id) > 0),
  constraint consent_one_owner CHECK (num_nonnulls(person_id, organisation_id) = 1),
  constraint consent_scope_known CHECK (scope = ANY (ARRAY['standing'::text, 'window'::text])),
  constraint consent_window_whole CHECK (scope <> 'window'::text OR account_id IS NOT NULL AND item_id IS NOT NULL AND until IS NOT NULL)
);
CREATE INDEX consent_organisation ON lockers.consent USING btree (organisation_id, given_at) WHERE (organisation_id IS NOT NULL);
CREATE INDEX consent_person ON lockers.consent USING btree (person_id, given_at) WHERE (person_id IS NOT NULL);

-- Rows are never deleted.
-- One certificate or earlier material of a person or company. A line to be kept current: how it came to be so is in lockers.act.
create table lockers.entry (
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  -- A code of the coded list of certificates (catalogue).
  kind text not null,
  -- Codes of the item whose result it is, its own and the base code.
  result_of text[] not null default '{}'::text[],
  name text not null,
  number text not null default ''::text,
  issuer text not null default ''::text,
  source text not null,
  trust text not null,
  valid_from date,
  valid_until date,
  file_ids uuid[] not null default '{}'::uuid[],
  document_id uuid,
  -- SHA-256 of the content: of the frozen document, of the data that were fetched, or over the stored files in their order.
  hash text not null,
  -- The case that issued it, or with which it was handed in.
  case_id uuid,
  case_number text,
  -- Who issued it and can revoke it; null for what others issued.
  department_id uuid,
  added_at timestamptz not null,
  added_by uuid,
  verified_at timestamptz,
  revoked_at timestamptz,
  revoked_reason text,
  superseded_at timestamptz,
  removed_at timestamptz,
  -- The department for which the original was seen at a window: it can revoke what nobody has issued here. Null: nobody has seen it.
  verified_department_id uuid,
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_document_key UNIQUE (document_id),
  constraint entry_has_content CHECK (document_id IS NOT NULL OR cardinality(file_ids) > 0 OR source = 'fetched'::text),
  constraint entry_one_owner CHECK (num_nonnulls(person_id, organisation_id) = 1),
  constraint entry_revoked_whole CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL)),
  constraint entry_source_known CHECK (source = ANY (ARRAY['issued'::text, 'fetched'::text, 'handedIn'::text, 'uploaded'::text])),
  constraint entry_trust_known CHECK (trust = ANY (ARRAY['issued'::text, 'verified'::text, 'accepted'::text, 'declared'::text]))
);
CREATE INDEX entry_case ON lockers.entry USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX entry_checked_by ON lockers.entry USING btree (verified_department_id, verified_at DESC, id) WHERE (verified_department_id IS NOT NULL);
CREATE INDEX entry_issued_by ON lockers.entry USING btree (department_id, added_at DESC, id) WHERE (department_id IS NOT NULL);
CREATE INDEX entry_organisation ON lockers.entry USING btree (organisation_id, added_at) WHERE (organisation_id IS NOT NULL);
CREATE INDEX entry_person ON lockers.entry USING btree (person_id, added_at) WHERE (person_id IS NOT NULL);

-- A trail.
-- Who looked at a locker, opened a file, or used an entry in a case, and when; insert-only. A use is the frozen copy that the case
-- keeps: it stays as it is whatever becomes of the entry.
create table lockers.usage (
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  how text not null,
  at timestamptz not null,
  account_id uuid,
  by_name text not null,
  role text not null,
  office text not null default ''::text,
  department_id uuid,
  outlet_id uuid,
  item_id uuid,
  item_name text not null default ''::text,
  case_id uuid,
  case_number text,
  -- self: the owner; standing or window: the consent that is named; case: a file of a copy was opened by who works on its case; office:
  -- the department that issued or compared it.
  basis text not null,
  consent_id uuid,
  entry_id uuid,
  material_id text,
  kind text,
  name text not null default ''::text,
  number text not null default ''::text,
  source text,
  trust text,
  valid_until date,
  hash text,
  file_ids uuid[] not null default '{}'::uuid[],
  document_id uuid,
  constraint usage_pkey PRIMARY KEY (id),
  constraint usage_basis_known CHECK (basis = ANY (ARRAY['self'::text, 'standing'::text, 'window'::text, 'case'::text, 'office'::text])),
  constraint usage_how_known CHECK (how = ANY (ARRAY['look'::text, 'open'::text, 'use'::text, 'verify'::text, 'revoke'::text])),
  constraint usage_one_owner CHECK (num_nonnulls(person_id, organisation_id) = 1),
  constraint usage_use_whole CHECK (how <> 'use'::text OR entry_id IS NOT NULL AND case_id IS NOT NULL AND hash IS NOT NULL AND trust IS NOT NULL)
);
CREATE INDEX usage_entry ON lockers.usage USING btree (entry_id, at) WHERE (entry_id IS NOT NULL);
CREATE INDEX usage_organisation ON lockers.usage USING btree (organisation_id, at) WHERE (organisation_id IS NOT NULL);
CREATE INDEX usage_person ON lockers.usage USING btree (person_id, at) WHERE (person_id IS NOT NULL);

-- -------------------- reading -----------------------------------------------------------------------------------

-- What a file says, as it was read once; never changed. Gone with its file, because it holds what the file held (个人信息保护法 art. 47).
create table reading.reading (
  id uuid not null,
  file_id uuid not null,
  -- Hash of the bytes that were read: the same bytes are not read twice by the same networks and templates.
  stored_sha256 text not null,
  -- Of networks and templates.
  version text not null,
  -- What it should be; empty when nobody said.
  asked_kind text not null,
  kind text,
  result jsonb,
  -- Why nothing was read, as the code of a problem.
  problem text,
  at timestamptz not null,
  constraint reading_pkey PRIMARY KEY (id),
  constraint reading_once UNIQUE (file_id, version, asked_kind),
  constraint reading_whole CHECK ((result IS NULL) = (kind IS NULL) AND (result IS NULL) <> (problem IS NULL))
);
CREATE INDEX reading_by_content ON reading.reading USING btree (stored_sha256, version, asked_kind);

-- -------------------- rules -------------------------------------------------------------------------------------

create table rules.draft (
  item_id uuid not null,
  department_id uuid not null,
  item_name text not null,
  body jsonb not null,
  -- Rises with each save: whoever read an older one is told so.
  revision integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint draft_pkey PRIMARY KEY (item_id)
);
CREATE INDEX draft_of_department ON rules.draft USING btree (department_id);

-- A trail.
-- A set of rules as it was published: never changed. An application is judged by the last one published before it was handed in.
create table rules.version (
  item_id uuid not null,
  version integer not null,
  -- Who answered for the item when it was published.
  department_id uuid not null,
  item_name text not null,
  body jsonb not null,
  note text not null,
  published_at timestamptz not null,
  published_by text not null,
  account_id uuid,
  constraint version_pkey PRIMARY KEY (item_id, version),
  constraint version_counted CHECK (version > 0)
);
CREATE INDEX version_of_department ON rules.version USING btree (department_id, published_at DESC);

-- -------------------- notices -----------------------------------------------------------------------------------

-- One message in a person's inbox. Its words are made from template and facts in the reader's language.
create table notices.notice (
  id uuid not null,
  person_id uuid,
  subject_id uuid,
  template text not null,
  facts jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  -- The inbox of the workbench; nothing of it goes out by SMS or e-mail.
  account_id uuid,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_for_one CHECK (num_nonnulls(person_id, account_id) = 1)
);
CREATE INDEX notice_inbox ON notices.notice USING btree (person_id, id DESC);
CREATE INDEX notice_of_account ON notices.notice USING btree (account_id, id DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX notice_unread ON notices.notice USING btree (person_id) WHERE (read_at IS NULL);
CREATE INDEX notice_unread_of_account ON notices.notice USING btree (account_id) WHERE ((account_id IS NOT NULL) AND (read_at IS NULL));

-- Demo only: where messages end up instead of a telephone. The id is the idempotency key, so a second attempt changes nothing.
create table notices.outbox (
  id uuid not null,
  channel text not null,
  address text not null,
  subject text,
  body text not null,
  at timestamptz not null,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_at ON notices.outbox USING btree (at DESC);

-- A message on its way by SMS or e-mail. Once in effect: its id is the idempotency key that the gateway gets with every attempt.
create table notices.outgoing (
  id uuid not null,
  -- Made by the same statement as the notice; a foreign key would only cost a look-up for each row of a batch.
  notice_id uuid,
  code_id uuid,
  channel text not null,
  -- A verification code: quiet hours do not hold it back.
  urgent boolean not null,
  -- noAddress: the person has none for this channel; unwanted: switched off by the person; ranOut: it came to its turn too late to be
  -- of use; givenUp: an operator must look.
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  -- When it is tried next. Claiming it moves this on, so that a dead sender does not keep it.
  next_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  provider_id text,
  last_error text,
  constraint outgoing_pkey PRIMARY KEY (id),
  constraint outgoing_about_one CHECK (num_nonnulls(notice_id, code_id) = 1),
  constraint outgoing_channel_known CHECK (channel = ANY (ARRAY['sms'::text, 'email'::text])),
  constraint outgoing_sent_whole CHECK ((state = 'sent'::text) = (sent_at IS NOT NULL)),
  constraint outgoing_state_known CHECK (state = ANY (ARRAY['waiting'::text, 'sent'::text, 'givenUp'::text, 'noAddress'::text, 'unwanted'::text, 'ranOut'::text]))
);
CREATE INDEX outgoing_due ON notices.outgoing USING btree (next_at) WHERE (state = 'waiting'::text);
CREATE INDEX outgoing_stuck ON notices.outgoing USING btree (created_at) WHERE (state = 'givenUp'::text);
CREATE UNIQUE INDEX outgoing_code_once ON notices.outgoing USING btree (code_id, channel) WHERE (code_id IS NOT NULL);
CREATE UNIQUE INDEX outgoing_notice_once ON notices.outgoing USING btree (notice_id, channel) WHERE (notice_id IS NOT NULL);

-- How a person wants to be told. Without a row: SMS, in Chinese. The inbox cannot be switched off.
create table notices.preference (
  person_id uuid not null,
  sms boolean not null,
  email boolean not null,
  language text not null,
  constraint preference_pkey PRIMARY KEY (person_id),
  constraint preference_language_known CHECK (language = ANY (ARRAY['zh-CN'::text, 'en'::text]))
);

-- -------------------- payments ----------------------------------------------------------------------------------

-- Each time somebody went to the payment service. If nothing is heard we ask it, also about the first of two tabs.
create table payments.begun_payment (
  ref text not null,
  provider text not null,
  order_id uuid not null,
  begun_at timestamptz not null,
  heard_at timestamptz,
  constraint begun_payment_pkey PRIMARY KEY (ref),
  constraint begun_payment_order_fkey FOREIGN KEY (order_id) REFERENCES payments.fee_order(id)
);
CREATE INDEX begun_payment_unheard ON payments.begun_payment USING btree (begun_at) WHERE (heard_at IS NULL);

-- A fee that was asked for (缴费单). Its state follows from its movements; the database refuses sums that do not fit.
create table payments.fee_order (
  id uuid not null,
  subject_id uuid not null,
  department_id uuid,
  payer_id uuid,
  items jsonb not null,
  -- What the receipt says: department, case number, item, payer's name, frozen when the fee was asked.
  facts jsonb not null,
  total_fen bigint not null,
  paid_fen bigint not null default 0,
  refunded_fen bigint not null default 0,
  state text not null default 'asked'::text,
  receipt_id uuid,
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint fee_order_pkey PRIMARY KEY (id),
  constraint fee_order_state_known CHECK (state = ANY (ARRAY['asked'::text, 'paid'::text, 'waived'::text, 'refunded'::text, 'partlyRefunded'::text, 'cancelled'::text])),
  constraint fee_order_sums CHECK (
CASE state
    WHEN 'asked'::text THEN paid_fen = 0 AND refunded_fen = 0
    WHEN 'waived'::text THEN paid_fen = 0 AND refunded_fen = 0
    WHEN 'cancelled'::text THEN paid_fen = 0 AND refunded_fen = 0
    WHEN 'paid'::text THEN paid_fen = total_fen AND refunded_fen = 0
    WHEN 'partlyRefunded'::text THEN paid_fen = total_fen AND refunded_fen > 0 AND refunded_fen < total_fen
    WHEN 'refunded'::text THEN paid_fen = total_fen AND refunded_fen = total_fen
    ELSE NULL::boolean
END),
  constraint fee_order_total_positive CHECK (total_fen > 0)
);
CREATE INDEX fee_order_asked ON payments.fee_order USING btree (created_at) WHERE (state = 'asked'::text);
CREATE INDEX fee_order_subject ON payments.fee_order USING btree (subject_id);

-- A trail.
-- Trail of every change of a fee. Insert-only.
create table payments.movement (
  id uuid not null,
  order_id uuid not null,
  -- surplus: money that came although nothing was due (paid twice, or after the fee was waived); it is returned at once, and neither
  -- changes what the fee comes to.
  kind text not null,
  amount_fen bigint not null,
  method text,
  provider_ref text,
  account_id uuid,
  reason text,
  at timestamptz not null,
  constraint movement_pkey PRIMARY KEY (id),
  constraint movement_order_fkey FOREIGN KEY (order_id) REFERENCES payments.fee_order(id),
  constraint movement_amount_positive CHECK (amount_fen > 0),
  constraint movement_kind_known CHECK (kind = ANY (ARRAY['asked'::text, 'paid'::text, 'waived'::text, 'cancelled'::text, 'refunded'::text, 'surplus'::text, 'returned'::text]))
);
CREATE INDEX movement_back ON payments.movement USING btree (at) WHERE (kind = ANY (ARRAY['refunded'::text, 'returned'::text]));
CREATE INDEX movement_order ON payments.movement USING btree (order_id);
CREATE UNIQUE INDEX movement_provider_ref ON payments.movement USING btree (provider_ref, kind) WHERE (provider_ref IS NOT NULL);

-- A trail.
-- Refunds that the payment service has confirmed. One without a row is tried again; its movement is the idempotency key.
create table payments.refund_done (
  movement_id uuid not null,
  provider_id text not null,
  at timestamptz not null,
  constraint refund_done_pkey PRIMARY KEY (movement_id),
  constraint refund_done_movement_fkey FOREIGN KEY (movement_id) REFERENCES payments.movement(id)
);

-- Demo only: what a bank would know. Nobody but the simulator looks in here.
create table payments.simulated_payment (
  ref text not null,
  order_id uuid not null,
  amount_fen bigint not null,
  state text not null default 'begun'::text,
  refunded_fen bigint not null default 0,
  at timestamptz not null,
  constraint simulated_payment_pkey PRIMARY KEY (ref),
  constraint simulated_payment_refund_fits CHECK (refunded_fen <= amount_fen),
  constraint simulated_payment_state_known CHECK (state = ANY (ARRAY['begun'::text, 'paid'::text, 'failed'::text]))
);

create table payments.simulated_refund (
  key uuid not null,
  ref text not null,
  amount_fen bigint not null,
  constraint simulated_refund_pkey PRIMARY KEY (key)
);

-- -------------------- cases -------------------------------------------------------------------------------------

-- A trail.
-- The history of every case. Insert-only; each row holds the hash of the one before it in its case.
create table cases.action (
  -- Of cases.case, which the application cannot delete; a foreign key would lock that row once more for each action.
  case_id uuid not null,
  seq integer not null,
  -- Made by the client: the same id is the same act, however often it is sent.
  id uuid not null,
  kind text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  account_id uuid,
  role text not null,
  place_id uuid,
  facts jsonb not null,
  prev_hash text not null,
  hash text not null,
  constraint action_pkey PRIMARY KEY (case_id, seq),
  constraint action_id_key UNIQUE (id)
);
CREATE INDEX action_at ON cases.action USING brin (at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER action_check BEFORE INSERT ON cases.action FOR EACH ROW EXECUTE FUNCTION cases.check_action();

-- Rows are never deleted.
-- What the actions of a case add up to. Never written but together with an action; can be made again from them.
create table cases."case" (
  id uuid not null,
  number text not null,
  -- The number with an unguessable ending: found by the number, compared here.
  track_code text not null,
  item_id uuid not null,
  item_version integer not null,
  item_name text not null,
  department_id uuid not null,
  outlet_id uuid,
  door text not null,
  person_id uuid,
  organisation_id uuid,
  agent_id uuid,
  applicant_name text not null,
  state text not null,
  holder_id uuid,
  seq integer not null,
  head_hash text not null,
  submitted_at timestamptz not null,
  accepted_at timestamptz,
  decided_at timestamptz,
  ended_at timestamptz,
  outcome text,
  target_on date,
  fatal_on date,
  -- Which limit target_on and fatal_on come from: tellAll, cure, decide, deliver.
  due_rule text,
  due_provisional boolean not null default false,
  -- The day from which that limit is counted.
  due_from date,
  -- The next instant at which a rule acts on this case by itself; swept, never a job.
  next_at timestamptz,
  fee_state text not null default 'none'::text,
  rated boolean not null default false,
  -- What happened to the clock that runs now since it began (deadlines: ClockEvent); null for most cases: nothing.
  clock_events jsonb,
  -- The day since which the clock stands still (行政许可法 art. 45); target_on and fatal_on are then unknown.
  paused_since date,
  forecast_on date,
  -- Target, fatal date and working days of the clock of the decision when it ended, where something had happened to it; else the day of
  -- acceptance says it.
  decided_due jsonb,
  -- What the head is asked for: an extension (art. 42).
  wants text,
  -- The version of the working calendar by which the running clock was counted last; swept when a newer one is there.
  calendar_no integer not null default 0,
  -- The hearing of this case as its actions have left it (hearing.ts); null for most: none was ever offered.
  hearing jsonb,
  -- The last day of the licence whose renewal is asked for, where it was asked for in time: without a decision by then it counts as
  -- granted (art. 50).
  expires_on date,
  -- Rule and first day of the clock of which somebody was last warned: of the one that runs now if they are the same.
  warned text,
  constraint case_pkey PRIMARY KEY (id),
  constraint case_number_key UNIQUE (number),
  constraint case_wants_check CHECK (wants IS NULL OR wants = 'extension'::text)
);
CREATE INDEX case_agent ON cases."case" USING btree (agent_id, submitted_at) WHERE (agent_id IS NOT NULL);
CREATE INDEX case_applicant_name ON cases."case" USING btree (applicant_name text_pattern_ops);
CREATE INDEX case_department_submitted ON cases."case" USING btree (department_id, submitted_at);
CREATE INDEX case_hearing_set ON cases."case" USING btree (((hearing ->> 'at'::text))) WHERE ((hearing ->> 'state'::text) = 'set'::text);
CREATE INDEX case_item_submitted ON cases."case" USING btree (item_id, submitted_at);
CREATE INDEX case_next ON cases."case" USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX case_open_department ON cases."case" USING btree (department_id, id) WHERE (ended_at IS NULL);
CREATE INDEX case_open_organisation ON cases."case" USING btree (organisation_id) WHERE ((ended_at IS NULL) AND (organisation_id IS NOT NULL));
CREATE INDEX case_open_outlet ON cases."case" USING btree (outlet_id, id) WHERE ((ended_at IS NULL) AND (outlet_id IS NOT NULL));
CREATE INDEX case_open_person ON cases."case" USING btree (person_id) WHERE ((ended_at IS NULL) AND (person_id IS NOT NULL));
CREATE INDEX case_organisation ON cases."case" USING btree (organisation_id, submitted_at) WHERE (organisation_id IS NOT NULL);
CREATE INDEX case_outlet_submitted ON cases."case" USING btree (outlet_id, submitted_at) WHERE (outlet_id IS NOT NULL);
CREATE INDEX case_person ON cases."case" USING btree (person_id, submitted_at);
CREATE INDEX case_submitted ON cases."case" USING btree (submitted_at, id);
CREATE TRIGGER case_check BEFORE INSERT OR UPDATE ON cases."case" FOR EACH ROW EXECUTE FUNCTION cases.check_case();

-- What somebody has begun to fill in; resumes on another device, gone after 30 days without a change.
create table cases.draft (
  id uuid not null,
  account_id uuid not null,
  item_id uuid not null,
  item_version integer not null,
  content jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  constraint draft_pkey PRIMARY KEY (id)
);
CREATE INDEX draft_account ON cases.draft USING btree (account_id, updated_at);

-- A trail.
-- Broken undertakings by person or company (承诺记录); no new undertaking is taken until barred_until has passed.
create table cases.promise_record (
  id uuid not null,
  undertaking_id uuid not null,
  case_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  entered_at timestamptz not null,
  what text not null,
  barred_until date,
  constraint promise_record_pkey PRIMARY KEY (id),
  constraint promise_record_undertaking_key UNIQUE (undertaking_id),
  constraint promise_record_undertaking_fkey FOREIGN KEY (undertaking_id) REFERENCES cases.undertaking(id),
  constraint promise_record_party_check CHECK ((person_id IS NULL) <> (organisation_id IS NULL))
);
CREATE INDEX promise_record_organisation ON cases.promise_record USING btree (organisation_id, barred_until) WHERE (organisation_id IS NOT NULL);
CREATE INDEX promise_record_person ON cases.promise_record USING btree (person_id, barred_until) WHERE (person_id IS NOT NULL);

-- A trail.
create table cases.promise_struck (
  record_id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  reason text not null,
  constraint promise_struck_pkey PRIMARY KEY (record_id),
  constraint promise_struck_record_fkey FOREIGN KEY (record_id) REFERENCES cases.promise_record(id)
);

create table cases.recount_told (
  calendar_no integer not null,
  person_id uuid not null,
  constraint recount_told_pkey PRIMARY KEY (calendar_no, person_id)
);

-- What an applicant undertook to hand in later (容缺), or promised instead of proving (告知承诺).
create table cases.undertaking (
  id uuid not null,
  case_id uuid not null,
  material_id text not null,
  material_name text not null,
  kind text not null,
  state text not null,
  made_on date not null,
  -- The last day to make it good; for a promise the day by which the drawn ones are checked, null where it was not drawn.
  due_on date,
  person_id uuid,
  organisation_id uuid,
  department_id uuid not null,
  -- A promise that was drawn for the check afterwards: by the case and the material, so that nobody chooses.
  sampled boolean not null default false,
  remind_at timestamptz,
  next_at timestamptz,
  ended_at timestamptz,
  constraint undertaking_pkey PRIMARY KEY (id),
  constraint undertaking_case_fkey FOREIGN KEY (case_id) REFERENCES cases."case"(id),
  constraint undertaking_kind_check CHECK (kind = ANY (ARRAY['tolerance'::text, 'promise'::text])),
  constraint undertaking_state_check CHECK (state = ANY (ARRAY['open'::text, 'cured'::text, 'lapsed'::text, 'kept'::text, 'broken'::text, 'ended'::text]))
);
CREATE INDEX undertaking_case ON cases.undertaking USING btree (case_id);
CREATE INDEX undertaking_failed ON cases.undertaking USING btree (department_id, state, due_on, id) WHERE ((ended_at IS NULL) AND (state = ANY (ARRAY['lapsed'::text, 'broken'::text])));
CREATE INDEX undertaking_failed_anywhere ON cases.undertaking USING btree (state, due_on, id) WHERE ((ended_at IS NULL) AND (state = ANY (ARRAY['lapsed'::text, 'broken'::text])));
CREATE INDEX undertaking_next ON cases.undertaking USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX undertaking_open ON cases.undertaking USING btree (department_id, due_on, id) WHERE ((ended_at IS NULL) AND (NOT ((kind = 'promise'::text) AND (state = 'open'::text) AND (NOT sampled))));
CREATE INDEX undertaking_open_anywhere ON cases.undertaking USING btree (due_on, id) WHERE ((ended_at IS NULL) AND (NOT ((kind = 'promise'::text) AND (state = 'open'::text) AND (NOT sampled))));
CREATE INDEX undertaking_remind ON cases.undertaking USING btree (remind_at) WHERE (remind_at IS NOT NULL);
CREATE INDEX undertaking_undrawn ON cases.undertaking USING btree (department_id, due_on, id) WHERE ((ended_at IS NULL) AND (kind = 'promise'::text) AND (state = 'open'::text) AND (NOT sampled));
CREATE INDEX undertaking_undrawn_anywhere ON cases.undertaking USING btree (due_on, id) WHERE ((ended_at IS NULL) AND (kind = 'promise'::text) AND (state = 'open'::text) AND (NOT sampled));

CREATE OR REPLACE FUNCTION cases.check_action()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.seq = 1 then
    if new.kind = 'submit' and new.from_state is null and new.to_state = 'submitted' then return new; end if;
  elsif new.from_state || '>' || new.kind || '>' || new.to_state = any (array[
    'submitted>accept>accepted', 'submitted>askSupplement>supplementing', 'supplementing>supplement>submitted',
    'submitted>refuseAcceptance>notAccepted', 'supplementing>refuseAcceptance>notAccepted', 'submitted>sayNotNeeded>notNeeded',
    'submitted>sendOn>submitted', 'submitted>referOut>referredOut', 'accepted>examine>examined', 'accepted>grant>granted',
    'examined>grant>granted', 'accepted>refuse>refused', 'examined>refuse>refused', 'granted>issue>issued', 'issued>deliver>delivered',
    'refused>deliver>delivered', 'delivered>close>closed', 'submitted>withdraw>withdrawn', 'supplementing>withdraw>withdrawn',
    'accepted>withdraw>withdrawn', 'examined>withdraw>withdrawn', 'supplementing>lapse>lapsed', 'submitted>correct>submitted',
    'supplementing>correct>supplementing', 'accepted>correct>accepted', 'examined>correct>examined', 'granted>correct>granted',
    'refused>correct>refused', 'issued>correct>issued', 'delivered>correct>delivered', 'closed>correct>closed',
    'submitted>take>submitted', 'supplementing>take>supplementing', 'accepted>take>accepted', 'examined>take>examined',
    'granted>take>granted', 'refused>take>refused', 'issued>take>issued', 'delivered>take>delivered', 'submitted>handOver>submitted',
    'supplementing>handOver>supplementing', 'accepted>handOver>accepted', 'examined>handOver>examined', 'granted>handOver>granted',
    'refused>handOver>refused', 'issued>handOver>issued', 'delivered>handOver>delivered', 'accepted>askFee>accepted',
    'examined>askFee>examined', 'granted>askFee>granted', 'issued>askFee>issued', 'submitted>payFee>submitted',
    'supplementing>payFee>supplementing', 'accepted>payFee>accepted', 'examined>payFee>examined', 'granted>payFee>granted',
    'refused>payFee>refused', 'issued>payFee>issued', 'delivered>payFee>delivered', 'withdrawn>payFee>withdrawn', 'closed>payFee>closed',
    'accepted>waiveFee>accepted', 'examined>waiveFee>examined', 'granted>waiveFee>granted', 'issued>waiveFee>issued',
    'refused>waiveFee>refused', 'delivered>waiveFee>delivered', 'closed>waiveFee>closed', 'submitted>refundFee>submitted',
    'supplementing>refundFee>supplementing', 'accepted>refundFee>accepted', 'examined>refundFee>examined', 'granted>refundFee>granted',
    'refused>refundFee>refused', 'issued>refundFee>issued', 'delivered>refundFee>delivered', 'closed>refundFee>closed',
    'notAccepted>refundFee>notAccepted', 'notNeeded>refundFee>notNeeded', 'referredOut>refundFee>referredOut',
    'withdrawn>refundFee>withdrawn', 'lapsed>refundFee>lapsed', 'revoked>refundFee>revoked', 'submitted>note>submitted',
    'supplementing>note>supplementing', 'accepted>note>accepted', 'examined>note>examined', 'granted>note>granted',
    'refused>note>refused', 'issued>note>issued', 'delivered>note>delivered', 'closed>note>closed', 'notAccepted>note>notAccepted',
    'notNeeded>note>notNeeded', 'referredOut>note>referredOut', 'withdrawn>note>withdrawn', 'lapsed>note>lapsed', 'revoked>note>revoked',
    'submitted>deemAccepted>accepted', 'accepted>pause>accepted', 'examined>pause>examined', 'accepted>resume>accepted',
    'examined>resume>examined', 'accepted>askExtension>accepted', 'examined>askExtension>examined', 'accepted>extend>accepted',
    'examined>extend>examined', 'accepted>declineExtension>accepted', 'examined>declineExtension>examined',
    'accepted>cancelClock>accepted', 'examined>cancelClock>examined', 'submitted>recount>submitted',
    'supplementing>recount>supplementing', 'accepted>recount>accepted', 'examined>recount>examined', 'granted>recount>granted',
    'refused>recount>refused', 'issued>recount>issued', 'accepted>offerHearing>accepted', 'examined>offerHearing>examined',
    'accepted>askForHearing>accepted', 'examined>askForHearing>examined', 'accepted>waiveHearing>accepted',
    'examined>waiveHearing>examined', 'accepted>setHearing>accepted', 'examined>setHearing>examined', 'accepted>recordHearing>accepted',
    'examined>recordHearing>examined', 'accepted>deemGranted>granted', 'examined>deemGranted>granted', 'accepted>cure>accepted',
    'examined>cure>examined', 'granted>cure>granted', 'issued>cure>issued', 'delivered>cure>delivered', 'closed>cure>closed',
    'accepted>returnCure>accepted', 'examined>returnCure>examined', 'granted>returnCure>granted', 'issued>returnCure>issued',
    'delivered>returnCure>delivered', 'closed>returnCure>closed', 'accepted>lapseUndertaking>accepted',
    'examined>lapseUndertaking>examined', 'granted>lapseUndertaking>granted', 'issued>lapseUndertaking>issued',
    'delivered>lapseUndertaking>delivered', 'closed>lapseUndertaking>closed', 'accepted>checkPromise>accepted',
    'examined>checkPromise>examined', 'granted>checkPromise>granted', 'issued>checkPromise>issued', 'delivered>checkPromise>delivered',
    'closed>checkPromise>closed', 'granted>revoke>revoked', 'issued>revoke>revoked', 'delivered>revoke>revoked', 'closed>revoke>revoked'
  ]) then
    perform 1 from cases.action where case_id = new.case_id and seq = new.seq - 1 and to_state = new.from_state and hash = new.prev_hash;
    if found then return new; end if;
  end if;
  raise exception 'action % (%) does not follow the one before it', new.seq, new.kind
    using errcode = 'check_violation', constraint = 'action_step_check';
end $function$;

CREATE OR REPLACE FUNCTION cases.check_case()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare broken text;
begin
  broken := case
    when new.state not in ('submitted', 'supplementing', 'accepted', 'examined', 'granted', 'refused', 'issued', 'delivered', 'closed',
      'notAccepted', 'notNeeded', 'referredOut', 'withdrawn', 'lapsed', 'revoked') then 'case_state_check'
    when new.door not in ('portal', 'window', 'outlet', 'kiosk', 'phone', 'field', 'exchange') then 'case_door_check'
    when new.outcome not in ('granted', 'refused') then 'case_outcome_check'
    when new.fee_state not in ('none', 'asked', 'paid', 'waived', 'refunded') then 'case_fee_check'
    when new.person_id is null and new.organisation_id is null then 'case_applicant_check'
  end;
  if broken is null then return new; end if;
  raise exception 'case % breaks %', new.id, broken using errcode = 'check_violation', constraint = broken;
end $function$;

-- -------------------- matters -----------------------------------------------------------------------------------

-- Rows are never deleted.
create table matters.consultation (
  id uuid not null,
  case_id uuid not null,
  case_number text not null,
  item_name text not null,
  from_department_id uuid not null,
  to_department_id uuid not null,
  question text not null,
  -- What the consulted department sees of the case, as it was when it was asked, and nothing else.
  given jsonb not null,
  days integer not null,
  asked_on date not null,
  due_on date not null,
  -- When its time is over and the rule acts: consent by silence, or escalation; swept, never a job.
  next_at timestamptz,
  silence_is_consent boolean not null,
  policy text,
  state text not null,
  answer text,
  document_number text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  escalated_at timestamptz,
  constraint consultation_pkey PRIMARY KEY (id),
  constraint consultation_answer_whole CHECK ((state = 'asked'::text) = (answered_at IS NULL)),
  constraint consultation_days_check CHECK (days >= 1 AND days <= 60),
  constraint consultation_departments_check CHECK (from_department_id <> to_department_id),
  constraint consultation_state_known CHECK (state = ANY (ARRAY['asked'::text, 'agreed'::text, 'disagreed'::text, 'conditional'::text, 'silent'::text, 'recalled'::text]))
);
CREATE INDEX consultation_all ON matters.consultation USING btree (((state = 'asked'::text)) DESC, due_on, asked_at DESC, id);
CREATE INDEX consultation_asked ON matters.consultation USING btree (to_department_id, ((state = 'asked'::text)) DESC, due_on, asked_at DESC, id);
CREATE INDEX consultation_asked_open ON matters.consultation USING btree (to_department_id, due_on, asked_at DESC, id) WHERE (state = 'asked'::text);
CREATE INDEX consultation_case ON matters.consultation USING btree (case_id);
CREATE INDEX consultation_next ON matters.consultation USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX consultation_open ON matters.consultation USING btree (due_on, asked_at DESC, id) WHERE (state = 'asked'::text);

create table matters.life_event (
  id uuid not null,
  code text not null,
  -- What is being prepared; null when nothing is. The versions are what was published.
  draft jsonb,
  draft_revision integer not null default 0,
  changed_at timestamptz not null,
  withdrawn_from date,
  constraint life_event_pkey PRIMARY KEY (id),
  constraint life_event_code_key UNIQUE (code)
);

-- A trail.
-- What a life event says from a day on; never changed. A matter keeps the version that it was applied for by.
create table matters.life_event_version (
  event_id uuid not null,
  version integer not null,
  body jsonb not null,
  in_force_from date not null,
  published_at timestamptz not null,
  published_by uuid,
  constraint life_event_version_pkey PRIMARY KEY (event_id, version),
  constraint life_event_version_event_fkey FOREIGN KEY (event_id) REFERENCES matters.life_event(id)
);

-- Rows are never deleted.
create table matters.matter (
  id uuid not null,
  number text not null,
  track_code text not null,
  event_id uuid not null,
  event_version integer not null,
  event_name text not null,
  lead_department_id uuid not null,
  policy text not null,
  person_id uuid,
  organisation_id uuid,
  agent_id uuid,
  applicant_name text not null,
  door text not null,
  outlet_id uuid,
  -- The whole application, for the parts that are opened later. No department reads it: each has its own part in its case.
  content jsonb not null,
  state text not null,
  outcome text,
  submitted_at timestamptz not null,
  -- The day on which the first case was accepted: from it the limit of joint handling runs (行政许可法 art. 42 (2)).
  started_on date,
  extended_days integer not null default 0,
  decided_at timestamptz,
  ended_at timestamptz,
  seq integer not null,
  -- Since when all agree while something still keeps a part from being decided; swept.
  ready_at timestamptz,
  constraint matter_pkey PRIMARY KEY (id),
  constraint matter_number_key UNIQUE (number),
  constraint matter_version_fkey FOREIGN KEY (event_id, event_version) REFERENCES matters.life_event_version(event_id, version),
  constraint matter_applicant_check CHECK (person_id IS NOT NULL OR organisation_id IS NOT NULL),
  constraint matter_outcome_known CHECK (outcome = ANY (ARRAY['granted'::text, 'partlyGranted'::text, 'refused'::text, 'withdrawn'::text])),
  constraint matter_outcome_whole CHECK ((state = 'open'::text) = (outcome IS NULL) AND (outcome IS NULL) = (decided_at IS NULL)),
  constraint matter_policy_known CHECK (policy = ANY (ARRAY['allMustAgree'::text, 'firstRefusalStops'::text, 'collectAll'::text])),
  constraint matter_state_known CHECK (state = ANY (ARRAY['open'::text, 'decided'::text, 'ended'::text]))
);
CREATE INDEX matter_agent ON matters.matter USING btree (agent_id, submitted_at) WHERE (agent_id IS NOT NULL);
CREATE INDEX matter_ended ON matters.matter USING btree (submitted_at DESC, id) WHERE (state = 'ended'::text);
CREATE INDEX matter_event ON matters.matter USING btree (event_id, submitted_at DESC, id) INCLUDE (state);
CREATE INDEX matter_lead ON matters.matter USING btree (lead_department_id, submitted_at DESC, id);
CREATE INDEX matter_lead_ended ON matters.matter USING btree (lead_department_id, submitted_at DESC, id) WHERE (state = 'ended'::text);
CREATE INDEX matter_lead_event ON matters.matter USING btree (lead_department_id, event_id, submitted_at DESC, id) INCLUDE (state);
CREATE INDEX matter_lead_open ON matters.matter USING btree (lead_department_id, submitted_at DESC, id) WHERE (state <> 'ended'::text);
CREATE INDEX matter_open ON matters.matter USING btree (submitted_at DESC, id) WHERE (state <> 'ended'::text);
CREATE INDEX matter_organisation ON matters.matter USING btree (organisation_id, submitted_at) WHERE (organisation_id IS NOT NULL);
CREATE INDEX matter_person ON matters.matter USING btree (person_id, submitted_at) WHERE (person_id IS NOT NULL);
CREATE INDEX matter_ready ON matters.matter USING btree (ready_at) WHERE (ready_at IS NOT NULL);
CREATE INDEX matter_submitted ON matters.matter USING btree (submitted_at DESC, id);

-- Rows are never deleted.
create table matters.member (
  matter_id uuid not null,
  key text not null,
  "position" integer not null,
  item_id uuid not null,
  item_version integer not null,
  item_name text not null,
  department_id uuid not null,
  after text[] not null,
  fate text not null,
  case_id uuid,
  case_number text,
  case_state text,
  why text,
  opened_at timestamptz,
  decided_at timestamptz,
  ended_at timestamptz,
  agreed_at timestamptz,
  agreed_by uuid,
  -- Who agreed under which post, with the opinion and conditions that the decision will say. Kept when it is decided.
  agreement jsonb,
  constraint member_pkey PRIMARY KEY (matter_id, key),
  constraint member_matter_fkey FOREIGN KEY (matter_id) REFERENCES matters.matter(id),
  constraint member_agreement_whole CHECK ((agreed_at IS NULL) = (agreed_by IS NULL) AND (agreed_at IS NULL) = (agreement IS NULL)),
  constraint member_case_whole CHECK ((case_id IS NULL) = (opened_at IS NULL) AND (fate <> 'open'::text OR case_id IS NOT NULL)),
  constraint member_fate_known CHECK (fate = ANY (ARRAY['waiting'::text, 'open'::text, 'granted'::text, 'notNeeded'::text, 'refused'::text, 'failed'::text, 'withdrawn'::text, 'stopped'::text, 'dropped'::text]))
);
CREATE UNIQUE INDEX member_case_key ON matters.member USING btree (case_id) WHERE (case_id IS NOT NULL);

-- A trail.
create table matters.step (
  matter_id uuid not null,
  seq integer not null,
  -- Made by the client for what a person does: the same id is the same act.
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  account_id uuid,
  facts jsonb not null,
  constraint step_pkey PRIMARY KEY (matter_id, seq),
  constraint step_id_key UNIQUE (id),
  constraint step_matter_fkey FOREIGN KEY (matter_id) REFERENCES matters.matter(id),
  constraint step_kind_known CHECK (kind = ANY (ARRAY['apply'::text, 'open'::text, 'agree'::text, 'takeBackAgreement'::text, 'decide'::text, 'stop'::text, 'drop'::text, 'withdraw'::text, 'extend'::text, 'conclude'::text, 'end'::text]))
);

-- -------------------- projects ----------------------------------------------------------------------------------

-- A trail.
-- What a company has told of itself, for policies; the last line counts.
create table projects.company_facts (
  organisation_id uuid not null,
  facts jsonb not null,
  told_at timestamptz not null,
  told_by uuid,
  constraint company_facts_pkey PRIMARY KEY (organisation_id, told_at)
);

-- A trail.
create table projects.log (
  project_id uuid not null,
  seq integer not null,
  -- Made by the client for what a person does: the same id is the same act.
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  account_id uuid,
  facts jsonb not null,
  constraint log_pkey PRIMARY KEY (project_id, seq),
  constraint log_id_key UNIQUE (id),
  constraint log_project_fkey FOREIGN KEY (project_id) REFERENCES projects.project(id)
);

-- Rows are never deleted.
create table projects.policy (
  id uuid not null,
  code text not null,
  version integer not null,
  body jsonb not null,
  valid_from date not null,
  valid_until date,
  withdrawn_at timestamptz,
  constraint policy_pkey PRIMARY KEY (id),
  constraint policy_code_key UNIQUE (code),
  constraint policy_valid_check CHECK (valid_until IS NULL OR valid_from <= valid_until)
);
CREATE INDEX policy_valid ON projects.policy USING btree (valid_from);

-- A trail.
create table projects.policy_version (
  policy_id uuid not null,
  version integer not null,
  body jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  withdrawn boolean not null,
  constraint policy_version_pkey PRIMARY KEY (policy_id, version),
  constraint policy_version_policy_fkey FOREIGN KEY (policy_id) REFERENCES projects.policy(id)
);

-- Rows are never deleted.
create table projects.project (
  id uuid not null,
  number text not null,
  type_id uuid not null,
  type_version integer not null,
  organisation_id uuid not null,
  organisation_name text not null,
  name text not null,
  address text not null,
  investment_fen bigint not null,
  -- What is known of the project beside its investment: area, jobs, industry, town; for policies.
  facts jsonb not null,
  planned_from date not null,
  -- The account of the steward (帮办专员); who it was before stands in the log.
  steward_id uuid not null,
  steward_contact text not null,
  state text not null default 'open'::text,
  seq integer not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  constraint project_pkey PRIMARY KEY (id),
  constraint project_number_key UNIQUE (number),
  constraint project_type_fkey FOREIGN KEY (type_id, type_version) REFERENCES projects.project_type_version(type_id, version),
  constraint project_ended CHECK ((state = 'open'::text) = (ended_at IS NULL)),
  constraint project_investment_positive CHECK (investment_fen > 0),
  constraint project_state_known CHECK (state = ANY (ARRAY['open'::text, 'done'::text, 'abandoned'::text]))
);
CREATE INDEX project_opened ON projects.project USING btree (opened_at);
CREATE INDEX project_organisation ON projects.project USING btree (organisation_id, opened_at);
CREATE INDEX project_steward ON projects.project USING btree (steward_id, opened_at);

create table projects.project_type (
  id uuid not null,
  code text not null,
  constraint project_type_pkey PRIMARY KEY (id),
  constraint project_type_code_key UNIQUE (code)
);

-- A trail.
-- What a type says from a day on; never changed. A project keeps the version that it was opened by.
create table projects.project_type_version (
  type_id uuid not null,
  version integer not null,
  body jsonb not null,
  in_force_from date not null,
  published_at timestamptz not null,
  published_by uuid,
  constraint project_type_version_pkey PRIMARY KEY (type_id, version),
  constraint project_type_version_type_fkey FOREIGN KEY (type_id) REFERENCES projects.project_type(id)
);

-- Rows are never deleted.
create table projects.reminder (
  id uuid not null,
  project_id uuid not null,
  account_id uuid not null,
  on_day date not null,
  what text not null,
  -- When the steward is told; null afterwards. Swept, never a job.
  next_at timestamptz,
  constraint reminder_pkey PRIMARY KEY (id),
  constraint reminder_project_fkey FOREIGN KEY (project_id) REFERENCES projects.project(id)
);
CREATE INDEX reminder_next ON projects.reminder USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX reminder_project ON projects.reminder USING btree (project_id, on_day);

-- Rows are never deleted.
create table projects.simulation (
  id uuid not null,
  project_id uuid not null,
  step_key text not null,
  -- overtaken: the formal case was decided or has ended in another way than by the opinion.
  state text not null,
  missing jsonb not null,
  content jsonb not null,
  -- A hash for each part that was examined: what differs later has to be looked at again.
  pins jsonb,
  -- When it became formal: what has to be looked at again, and nothing else.
  again jsonb,
  opinion text,
  proposal text,
  conditions text,
  document_number text,
  begun_at timestamptz not null,
  begun_by uuid,
  examined_at timestamptz,
  examined_by uuid,
  due_on date not null,
  next_at timestamptz,
  case_id uuid,
  ended_at timestamptz,
  constraint simulation_pkey PRIMARY KEY (id),
  constraint simulation_step_fkey FOREIGN KEY (project_id, step_key) REFERENCES projects.step(project_id, key),
  constraint simulation_examined_whole CHECK ((pins IS NULL) = (examined_at IS NULL) AND (pins IS NULL) = (opinion IS NULL)),
  constraint simulation_formal_whole CHECK ((case_id IS NULL) = (state <> ALL (ARRAY['formal'::text, 'decided'::text, 'overtaken'::text]))),
  constraint simulation_proposal_known CHECK (proposal = ANY (ARRAY['grant'::text, 'refuse'::text])),
  constraint simulation_state_known CHECK (state = ANY (ARRAY['begun'::text, 'examined'::text, 'formal'::text, 'decided'::text, 'overtaken'::text, 'lapsed'::text, 'withdrawn'::text]))
);
CREATE INDEX simulation_case ON projects.simulation USING btree (case_id) WHERE (state = 'formal'::text);
CREATE INDEX simulation_next ON projects.simulation USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX simulation_waiting ON projects.simulation USING btree (due_on, id) WHERE (state = ANY (ARRAY['begun'::text, 'formal'::text]));
CREATE UNIQUE INDEX simulation_of_step ON projects.simulation USING btree (project_id, step_key) WHERE (state = ANY (ARRAY['begun'::text, 'examined'::text, 'formal'::text]));

-- Rows are never deleted.
create table projects.step (
  project_id uuid not null,
  key text not null,
  "position" integer not null,
  stage text not null,
  item_id uuid not null,
  item_name text not null,
  department_id uuid not null,
  after text[] not null,
  planned_prepares_from date not null,
  planned_hands_in_on date not null,
  planned_decided_on date not null,
  item_name_en text,
  constraint step_pkey PRIMARY KEY (project_id, key),
  constraint step_project_fkey FOREIGN KEY (project_id) REFERENCES projects.project(id),
  constraint step_stage_known CHECK (stage = ANY (ARRAY['landUse'::text, 'planning'::text, 'building'::text, 'completion'::text]))
);
CREATE INDEX step_department ON projects.step USING btree (department_id);
CREATE INDEX step_item ON projects.step USING btree (item_id);

-- A trail.
-- The cases of a step: mostly one; another where the first was refused or taken back. Their time counts together.
create table projects.step_case (
  case_id uuid not null,
  project_id uuid not null,
  step_key text not null,
  at timestamptz not null,
  constraint step_case_pkey PRIMARY KEY (case_id),
  constraint step_case_step_fkey FOREIGN KEY (project_id, step_key) REFERENCES projects.step(project_id, key)
);
CREATE INDEX step_case_step ON projects.step_case USING btree (project_id, step_key);

-- Rows are never deleted.
create table projects.time_watch (
  project_id uuid not null,
  -- Time runs by one day in a day, so nobody need look before what is left could be low; null: nothing is left to tell. Swept.
  look_at timestamptz,
  low_told_at timestamptz,
  used_up_told_at timestamptz,
  constraint time_watch_pkey PRIMARY KEY (project_id),
  constraint time_watch_project_fkey FOREIGN KEY (project_id) REFERENCES projects.project(id)
);
CREATE INDEX time_watch_look ON projects.time_watch USING btree (look_at) WHERE (look_at IS NOT NULL);

-- -------------------- exchange ----------------------------------------------------------------------------------

-- A trail.
-- Each time a message came. Whoever sends again signs again; the same signature twice is a replay.
create table exchange.delivery (
  nonce text not null,
  partner_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  constraint delivery_pkey PRIMARY KEY (partner_id, nonce)
);

-- A trail.
-- Every message with its answer, both as they were signed: evidence for both districts.
create table exchange.message (
  id uuid not null,
  direction text not null,
  partner_id uuid not null,
  kind text not null,
  payload text not null,
  key_id text not null,
  nonce text not null,
  sent_at text not null,
  signature text not null,
  answer text not null,
  answer_key_id text not null,
  answer_signature text not null,
  at timestamptz not null,
  -- SHA-256 of the bytes that went with the message or its answer. They lie with the files, not here.
  data_hash text,
  constraint message_pkey PRIMARY KEY (id, direction, partner_id),
  constraint message_partner_exists FOREIGN KEY (partner_id) REFERENCES exchange.partner(id),
  constraint message_direction_known CHECK (direction = ANY (ARRAY['in'::text, 'out'::text]))
);

-- Items of this district that other districts may take in for it.
create table exchange.offered (
  item_id uuid not null,
  since timestamptz not null,
  offered_by uuid not null,
  constraint offered_pkey PRIMARY KEY (item_id)
);

create table exchange.outgoing (
  id uuid not null,
  partner_id uuid not null,
  kind text not null,
  payload text not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  sent_at timestamptz,
  fault text,
  no bigint not null generated always as identity,
  -- What it is about. Messages about the same thing go in the order in which they were left.
  subject uuid not null,
  -- The code of the problem with which the partner refused it; null for other faults.
  fault_code text,
  constraint outgoing_pkey PRIMARY KEY (id),
  constraint outgoing_partner_exists FOREIGN KEY (partner_id) REFERENCES exchange.partner(id),
  constraint outgoing_kind_known CHECK (kind = ANY (ARRAY['application'::text, 'step'::text, 'file'::text, 'supplement'::text, 'document'::text, 'items'::text, 'key'::text]))
);
CREATE INDEX outgoing_due ON exchange.outgoing USING btree (next_at, id) WHERE (sent_at IS NULL);
CREATE INDEX outgoing_in_order ON exchange.outgoing USING btree (partner_id, subject, no) WHERE (sent_at IS NULL);
CREATE INDEX outgoing_waiting ON exchange.outgoing USING btree (partner_id, created_at) WHERE (sent_at IS NULL);

-- Which of our keys a partner has. The newest one signs what goes there.
create table exchange.own_key_known (
  partner_id uuid not null,
  key_id text not null,
  since timestamptz not null,
  constraint own_key_known_pkey PRIMARY KEY (partner_id, key_id),
  constraint own_key_known_partner_exists FOREIGN KEY (partner_id) REFERENCES exchange.partner(id)
);

create table exchange.partner (
  id uuid not null,
  code text not null,
  name text not null,
  base_url text not null,
  since timestamptz not null,
  last_answer_at timestamptz,
  items_at timestamptz,
  constraint partner_pkey PRIMARY KEY (id),
  constraint partner_code_key UNIQUE (code)
);

-- What a partner offers, each version as it was when it was fetched.
create table exchange.partner_item (
  partner_id uuid not null,
  item_id uuid not null,
  version integer not null,
  -- As it came: json, because jsonb would forget the order of the fields.
  body json not null,
  department text not null,
  fetched_at timestamptz not null,
  current boolean not null,
  constraint partner_item_pkey PRIMARY KEY (partner_id, item_id, version),
  constraint partner_item_partner_exists FOREIGN KEY (partner_id) REFERENCES exchange.partner(id)
);
CREATE UNIQUE INDEX partner_item_current ON exchange.partner_item USING btree (partner_id, item_id) WHERE current;

create table exchange.partner_key (
  -- SHA-256 of the public key: the fingerprint that a person has compared.
  key_id text not null,
  partner_id uuid not null,
  public_key text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  revoked_at timestamptz,
  confirmed_by uuid,
  -- The key that vouched for this one; null for one that a person has compared.
  announced_with text,
  constraint partner_key_pkey PRIMARY KEY (partner_id, key_id),
  constraint partner_key_partner_exists FOREIGN KEY (partner_id) REFERENCES exchange.partner(id),
  constraint partner_key_vouched CHECK ((confirmed_by IS NULL) <> (announced_with IS NULL))
);

-- Pieces of a file that is on its way. They go when the file is whole, or after thirty days.
create table exchange.piece (
  partner_id uuid not null,
  application_id uuid not null,
  file_id uuid not null,
  part integer not null,
  data bytea not null,
  at timestamptz not null,
  constraint piece_pkey PRIMARY KEY (partner_id, application_id, file_id, part)
);
CREATE INDEX piece_at ON exchange.piece USING btree (at);

-- Which cases came from another district, and as what they are known there.
create table exchange.received (
  case_id uuid not null,
  application_id uuid not null,
  partner_id uuid not null,
  constraint received_pkey PRIMARY KEY (case_id),
  constraint received_application_key UNIQUE (partner_id, application_id),
  constraint received_partner_exists FOREIGN KEY (partner_id) REFERENCES exchange.partner(id)
);

-- What was taken in here for another district. Its state is the one of the step with the greatest number that has come.
create table exchange.taken (
  id uuid not null,
  partner_id uuid not null,
  item_id uuid not null,
  item_name text not null,
  applicant_name text not null,
  -- The message as it was written: the bytes that were signed.
  content text not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  number text,
  track_code text,
  refusal jsonb,
  state text,
  last_seq integer not null default 0,
  person_id uuid,
  item_version integer,
  constraint taken_pkey PRIMARY KEY (id),
  constraint taken_partner_exists FOREIGN KEY (partner_id) REFERENCES exchange.partner(id)
);
CREATE INDEX taken_applicant ON exchange.taken USING btree (applicant_name, taken_at DESC, id);
CREATE INDEX taken_by_whom ON exchange.taken USING btree (taken_by, taken_at DESC, id);
CREATE INDEX taken_newest ON exchange.taken USING btree (taken_at DESC, id);
CREATE INDEX taken_number ON exchange.taken USING btree (number) WHERE (number IS NOT NULL);
CREATE INDEX taken_of_partner ON exchange.taken USING btree (partner_id, taken_at DESC, id);
CREATE INDEX taken_of_person ON exchange.taken USING btree (person_id, taken_at DESC, id) WHERE (person_id IS NOT NULL);
CREATE INDEX taken_state ON exchange.taken USING btree (state, taken_at DESC, id);
CREATE INDEX taken_unanswered ON exchange.taken USING btree (taken_at DESC, id) WHERE ((number IS NULL) AND (refusal IS NULL));

create table exchange.taken_document (
  taken_id uuid not null,
  document_id uuid not null,
  seq integer not null,
  kind text not null,
  title text not null,
  title_en text not null,
  number text not null,
  -- The PDF, once it has come whole.
  file_id uuid,
  -- Why the PDF did not come; null while it is on its way or here. It can be asked for again.
  fault text,
  constraint taken_document_pkey PRIMARY KEY (taken_id, document_id),
  constraint taken_document_taken_exists FOREIGN KEY (taken_id) REFERENCES exchange.taken(id),
  constraint taken_document_fault_known CHECK (fault = ANY (ARRAY['notGiven'::text, 'notWhole'::text, 'notReadable'::text]))
);

-- A trail.
create table exchange.taken_step (
  taken_id uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  at timestamptz not null,
  note text,
  constraint taken_step_pkey PRIMARY KEY (taken_id, seq),
  constraint taken_step_taken_exists FOREIGN KEY (taken_id) REFERENCES exchange.taken(id)
);

create table exchange.taken_supplement (
  id uuid not null,
  taken_id uuid not null,
  content text not null,
  supplemented_by uuid not null,
  at timestamptz not null,
  answered_at timestamptz,
  refusal jsonb,
  constraint taken_supplement_pkey PRIMARY KEY (id),
  constraint taken_supplement_taken_exists FOREIGN KEY (taken_id) REFERENCES exchange.taken(id)
);
CREATE INDEX taken_supplement_of ON exchange.taken_supplement USING btree (taken_id, at);

-- -------------------- warnings ----------------------------------------------------------------------------------

-- A ladder that could not be followed as it is. The department warns by the ladder of the district until it is put right.
create table warnings.fault (
  id uuid not null,
  department_id uuid,
  kind text not null,
  detail text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null,
  settled_at timestamptz,
  settled_by uuid,
  constraint fault_pkey PRIMARY KEY (id),
  constraint fault_kind_known CHECK (kind = ANY (ARRAY['unreadable'::text, 'postEmpty'::text, 'failed'::text]))
);
CREATE INDEX fault_at ON warnings.fault USING btree (last_at DESC, id);
CREATE UNIQUE INDEX fault_open_once ON warnings.fault USING btree (department_id, kind, detail) NULLS NOT DISTINCT WHERE (settled_at IS NULL);

-- A trail.
-- Every version of every ladder (warnings: Ladder). The newest of a department, or without one that of the district, is in force.
create table warnings.ladder (
  id uuid not null,
  -- Null: the ladder of the district.
  department_id uuid,
  version integer not null,
  -- Null: from this version on the department follows the district again, the district what comes with the product.
  body jsonb,
  saved_at timestamptz not null,
  saved_by uuid not null,
  constraint ladder_pkey PRIMARY KEY (id),
  constraint ladder_version_key UNIQUE NULLS NOT DISTINCT (department_id, version)
);

-- Rows are never deleted.
-- One that waits for its answer for each case at most. Its id is made by the client: the same id is the same act.
create table warnings.reminder (
  id uuid not null,
  case_id uuid not null,
  department_id uuid not null,
  text text not null,
  answer_by date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  constraint reminder_pkey PRIMARY KEY (id),
  constraint reminder_answered_whole CHECK (num_nulls(answer, answered_by, answered_at) = ANY (ARRAY[0, 3]))
);
CREATE INDEX reminder_case ON warnings.reminder USING btree (case_id, asked_at);
CREATE UNIQUE INDEX reminder_open_once ON warnings.reminder USING btree (case_id) WHERE (answered_at IS NULL);

-- A trail.
-- A rung of a ladder that was done for a case. Once for each case, clock (due_rule, due_from), date and rung.
create table warnings.warning (
  id uuid not null,
  case_id uuid not null,
  department_id uuid not null,
  due_rule text not null,
  due_from date not null,
  about text not null,
  due_on date not null,
  days integer not null,
  outcome text not null,
  -- The version by which it was done; null: what comes with the product.
  ladder_id uuid,
  -- Accounts with the post for which they were told; empty when skipped.
  told jsonb not null,
  at timestamptz not null,
  constraint warning_pkey PRIMARY KEY (id),
  constraint warning_once UNIQUE (case_id, due_rule, due_from, about, due_on, days),
  constraint warning_about_known CHECK (about = ANY (ARRAY['target'::text, 'fatal'::text])),
  constraint warning_outcome_known CHECK (outcome = ANY (ARRAY['sent'::text, 'skipped'::text]))
);

-- A line for each case with a clock of the office, so that the sweep reads what is due and nothing else. Can be made again from the
-- cases.
create table warnings.watch (
  case_id uuid not null,
  department_id uuid not null,
  -- What fell due before was never watched and is not sent.
  since timestamptz not null,
  -- When the case is looked at next; null: no rung is left.
  next_at timestamptz,
  -- The version of the working calendar by which next_at was counted.
  calendar_no integer not null default 0,
  constraint watch_pkey PRIMARY KEY (case_id)
);
CREATE INDEX watch_calendar ON warnings.watch USING btree (calendar_no);
CREATE INDEX watch_department ON warnings.watch USING btree (department_id);
CREATE INDEX watch_next ON warnings.watch USING btree (next_at) WHERE (next_at IS NOT NULL);

-- -------------------- prereview ---------------------------------------------------------------------------------

-- A trail.
-- The applicant asks that a person looks at what the machine did (个人信息保护法 art. 24).
create table prereview.asked (
  case_id uuid not null,
  review_id uuid not null,
  department_id uuid not null,
  reason text not null,
  at timestamptz not null,
  account_id uuid not null,
  -- Who asked, to be told what was found.
  person_id uuid,
  constraint asked_pkey PRIMARY KEY (case_id),
  constraint asked_review_exists FOREIGN KEY (review_id) REFERENCES prereview.review(id)
);
CREATE INDEX asked_of_department ON prereview.asked USING btree (department_id, at);
CREATE UNIQUE INDEX asked_of_review ON prereview.asked USING btree (review_id);

-- A trail.
-- What the machine did on a review: acceptance, and the decision behind it. Sampled ones are checked again by a person, once.
create table prereview.machine_act (
  review_id uuid not null,
  case_id uuid not null,
  case_number text not null,
  item_id uuid not null,
  department_id uuid not null,
  kind text not null,
  at timestamptz not null,
  sampled boolean not null,
  constraint machine_act_pkey PRIMARY KEY (review_id, kind),
  constraint machine_act_review_exists FOREIGN KEY (review_id) REFERENCES prereview.review(id),
  constraint machine_act_kind_known CHECK (kind = ANY (ARRAY['accept'::text, 'decide'::text]))
);
CREATE INDEX machine_act_of_case ON prereview.machine_act USING btree (case_id);
CREATE INDEX machine_act_of_item ON prereview.machine_act USING btree (item_id, at);
CREATE INDEX machine_act_sampled ON prereview.machine_act USING btree (department_id, at) WHERE sampled;

-- A trail.
create table prereview.recheck (
  review_id uuid not null,
  agreed boolean not null,
  note text not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null,
  -- True: the answer to who asked. It counts for no error rate: people ask where they are not content, which is no random share.
  asked boolean not null default false,
  constraint recheck_pkey PRIMARY KEY (review_id, asked),
  constraint recheck_review_exists FOREIGN KEY (review_id) REFERENCES prereview.review(id)
);

-- A trail.
-- What the rules said of a case as it stood after one of its actions: rule, inputs, verdict, version. Never changed.
create table prereview.review (
  id uuid not null,
  case_id uuid not null,
  -- The action after which the case was judged: submission, supplement or correction.
  case_seq integer not null,
  case_number text not null,
  item_id uuid not null,
  department_id uuid not null,
  rules_version integer not null,
  verdict text not null,
  judgements jsonb not null,
  at timestamptz not null,
  -- Under these ids the machine acts, if it does: a second try is the same act.
  accept_id uuid not null,
  grant_id uuid not null,
  constraint review_pkey PRIMARY KEY (id),
  constraint review_once UNIQUE (case_id, case_seq),
  constraint review_verdict_known CHECK (verdict = ANY (ARRAY['pass'::text, 'fail'::text, 'canNotTell'::text]))
);
CREATE INDEX review_of_item ON prereview.review USING btree (item_id, at);

-- A trail.
-- How far the machine may go with an item: the last row counts, the others are its history.
create table prereview.setting (
  item_id uuid not null,
  no integer not null,
  department_id uuid not null,
  item_name text not null,
  level text not null,
  -- Of a hundred acts of the machine so many are checked again by a person.
  share integer not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  constraint setting_pkey PRIMARY KEY (item_id, no),
  constraint setting_level_known CHECK (level = ANY (ARRAY['advise'::text, 'accept'::text, 'decide'::text])),
  constraint setting_share_possible CHECK (share >= 1 AND share <= 100)
);

-- Whether the machine may act: one row for the whole district (all zeros), one for a department. An act holds the district's row
-- while it is being written, so that nothing follows once a stop was answered.
create table prereview.switch (
  scope uuid not null,
  stopped boolean not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  constraint switch_pkey PRIMARY KEY (scope)
);

-- A trail.
create table prereview.switch_change (
  id uuid not null,
  scope uuid not null,
  stopped boolean not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  account_id uuid,
  constraint switch_change_pkey PRIMARY KEY (id)
);

-- -------------------- hall --------------------------------------------------------------------------------------

-- A trail.
-- What the holder of a ticket was told by message: each once, by the key, whoever tries it again.
create table hall.alert (
  ticket_id uuid not null,
  what text not null,
  -- How often the ticket had come back after a missed call, and a hundred more for each window that had called it before in the same
  -- round; 0 for near, of which one is told once.
  round integer not null,
  at timestamptz not null,
  -- The window to which it was called; null for near.
  window_id uuid,
  constraint alert_pkey PRIMARY KEY (ticket_id, what, round),
  constraint alert_what_known CHECK (what = ANY (ARRAY['near'::text, 'called'::text]))
);

create table hall.booking (
  id uuid not null,
  code text not null,
  outlet_id uuid not null,
  errand_id uuid not null,
  starts_at timestamptz not null,
  day date not null,
  -- Whose it is; null once it has been forgotten.
  person_id uuid,
  -- Which of the open bookings of this person it is: their number is limited by the index.
  nth integer not null,
  party integer not null,
  priority text,
  state text not null,
  -- Until when the place is kept before it is confirmed.
  held_until timestamptz not null,
  booked_at timestamptz not null,
  changed_at timestamptz not null,
  ticket_id uuid,
  constraint booking_pkey PRIMARY KEY (id),
  constraint booking_code_unique UNIQUE (code),
  constraint booking_slot_exists FOREIGN KEY (errand_id, starts_at) REFERENCES hall.slot(errand_id, starts_at),
  constraint booking_party_sane CHECK (party >= 1 AND party <= 20),
  constraint booking_priority_known CHECK (priority = ANY (ARRAY['elderly'::text, 'disabled'::text, 'soldier'::text, 'pregnant'::text])),
  constraint booking_state_known CHECK (state = ANY (ARRAY['held'::text, 'confirmed'::text, 'arrived'::text, 'cancelled'::text, 'lapsed'::text]))
);
CREATE INDEX booking_held ON hall.booking USING btree (held_until) WHERE (state = 'held'::text);
CREATE INDEX booking_open ON hall.booking USING btree (outlet_id, day) WHERE (state = ANY (ARRAY['held'::text, 'confirmed'::text]));
CREATE INDEX booking_person ON hall.booking USING btree (person_id, booked_at);
CREATE INDEX booking_with_person ON hall.booking USING btree (day) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX booking_person_errand_day ON hall.booking USING btree (person_id, errand_id, day) WHERE (state = ANY (ARRAY['held'::text, 'confirmed'::text]));
CREATE UNIQUE INDEX booking_person_nth ON hall.booking USING btree (person_id, nth) WHERE (state = ANY (ARRAY['held'::text, 'confirmed'::text]));

-- A trail.
-- A ticket that lapsed because the hall closed, and the one that its holder was given for it later: once, by the key.
create table hall.carried (
  ticket_id uuid not null,
  next_id uuid not null,
  at timestamptz not null,
  constraint carried_pkey PRIMARY KEY (ticket_id),
  constraint carried_next_exists FOREIGN KEY (next_id) REFERENCES hall.ticket(id),
  constraint carried_ticket_exists FOREIGN KEY (ticket_id) REFERENCES hall.ticket(id)
);

-- The last ticket number of a day: without gaps, because people see them.
create table hall.day_number (
  outlet_id uuid not null,
  day date not null,
  prefix text not null,
  last integer not null,
  constraint day_number_pkey PRIMARY KEY (outlet_id, day, prefix)
);

-- Counts and sums of a day, no person and no ticket: see waits/day-history.ts. Made anew from the segments when it is lost.
create table hall.day_summary (
  outlet_id uuid not null,
  day date not null,
  summary jsonb not null,
  made_at timestamptz not null,
  constraint day_summary_pkey PRIMARY KEY (outlet_id, day),
  constraint day_summary_place_exists FOREIGN KEY (outlet_id) REFERENCES hall.place(outlet_id)
);

-- What a window can do now; it changes while the hall is open.
create table hall.duty (
  window_id uuid not null,
  outlet_id uuid not null,
  errand_ids uuid[] not null,
  changed_at timestamptz not null,
  -- What it does again when a switch ends; null while it does what it usually does.
  usual_ids uuid[],
  constraint duty_pkey PRIMARY KEY (window_id),
  constraint duty_place_exists FOREIGN KEY (outlet_id) REFERENCES hall.place(outlet_id)
);
CREATE INDEX duty_outlet ON hall.duty USING btree (outlet_id);

-- A trail.
-- What a window could do from when on.
create table hall.duty_change (
  id uuid not null,
  window_id uuid not null,
  errand_ids uuid[] not null,
  at timestamptz not null,
  account_id uuid,
  constraint duty_change_pkey PRIMARY KEY (id)
);
CREATE INDEX duty_change_window ON hall.duty_change USING btree (window_id, at);

-- What a ticket is taken for (业务): not an item of the catalogue, but what a window can be asked to do.
create table hall.errand (
  id uuid not null,
  outlet_id uuid not null,
  prefix text not null,
  name text not null,
  name_en text not null,
  zone text not null,
  department_id uuid,
  -- How long one takes, for planning and for the cut-off of the day.
  minutes integer not null,
  slot_minutes integer not null,
  -- People per slot of an appointment; 0: no appointments.
  slot_capacity integer not null,
  "position" integer not null,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint errand_pkey PRIMARY KEY (id),
  constraint errand_place_exists FOREIGN KEY (outlet_id) REFERENCES hall.place(outlet_id),
  constraint errand_minutes_sane CHECK (minutes >= 1 AND minutes <= 240 AND slot_minutes >= 5 AND slot_minutes <= 240 AND slot_capacity >= 0 AND slot_capacity <= 500),
  constraint errand_prefix_shape CHECK (prefix ~ '^[A-Z][A-Z0-9]?$'::text)
);
CREATE UNIQUE INDEX errand_prefix_unique ON hall.errand USING btree (outlet_id, prefix) WHERE (retired_at IS NULL);

-- An outlet where people take tickets, with its rule of fairness: see rank.ts for what the minutes mean.
create table hall.place (
  outlet_id uuid not null,
  priority_minutes integer not null,
  appointment_minutes integer not null,
  grace_minutes integer not null,
  return_minutes integer not null,
  -- Whether tickets can be taken on the phone, before one is there.
  remote boolean not null,
  -- In a day, cancelled ones included: who takes tickets to sell them gets no further.
  tickets_per_person integer not null,
  bookings_per_person integer not null,
  hold_minutes integer not null,
  days_ahead integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  -- Kiosks give tickets only to somebody who has signed in there (实名取号); the information desk gives them to everybody.
  by_name boolean not null,
  constraint place_pkey PRIMARY KEY (outlet_id),
  constraint place_limits_sane CHECK (tickets_per_person >= 1 AND tickets_per_person <= 50 AND bookings_per_person >= 1 AND bookings_per_person <= 20 AND hold_minutes >= 1 AND hold_minutes <= 60 AND days_ahead >= 0 AND days_ahead <= 60),
  constraint place_minutes_sane CHECK (LEAST(priority_minutes, appointment_minutes, grace_minutes, return_minutes) >= 0 AND GREATEST(priority_minutes, appointment_minutes, grace_minutes, return_minutes) <= 240)
);

-- What is posted on the information screens of a hall (告示), between two days, both included.
create table hall.posting (
  id uuid not null,
  outlet_id uuid not null,
  text text not null,
  text_en text not null,
  urgent boolean not null,
  from_on date not null,
  until_on date not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint posting_pkey PRIMARY KEY (id),
  constraint posting_place_exists FOREIGN KEY (outlet_id) REFERENCES hall.place(outlet_id),
  constraint posting_days_sane CHECK (until_on >= from_on)
);
CREATE INDEX posting_current ON hall.posting USING btree (outlet_id, until_on);

create table hall.print_job (
  id uuid not null,
  printer_id uuid not null,
  ticket_id uuid not null,
  outlet_id uuid not null,
  -- unsure: it was begun and nobody said that it came out; what comes out next says that it is a copy.
  state text not null,
  copy boolean not null,
  tries integer not null,
  asked_at timestamptz not null,
  next_at timestamptz not null,
  -- When the first byte of a ticket may have gone out: from then on every further print of this ticket is a copy.
  begun_at timestamptz,
  ended_at timestamptz,
  constraint print_job_pkey PRIMARY KEY (id),
  constraint print_job_printer_exists FOREIGN KEY (printer_id) REFERENCES hall.printer(id),
  constraint print_job_ticket_exists FOREIGN KEY (ticket_id) REFERENCES hall.ticket(id),
  constraint print_job_state_known CHECK (state = ANY (ARRAY['waiting'::text, 'sending'::text, 'unsure'::text, 'printed'::text, 'failed'::text]))
);
CREATE INDEX print_job_open ON hall.print_job USING btree (next_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text, 'unsure'::text]));
CREATE INDEX print_job_ticket ON hall.print_job USING btree (ticket_id);
CREATE UNIQUE INDEX print_job_sending ON hall.print_job USING btree (printer_id) WHERE (state = 'sending'::text);

create table hall.printer (
  id uuid not null,
  outlet_id uuid not null,
  name text not null,
  zone text not null,
  -- ESC/POS over TCP, usually on port 9100.
  host text not null,
  port integer not null,
  -- As it said itself when it was last asked; offline: it did not answer.
  state text not null,
  state_at timestamptz,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint printer_pkey PRIMARY KEY (id),
  constraint printer_place_exists FOREIGN KEY (outlet_id) REFERENCES hall.place(outlet_id),
  constraint printer_port_sane CHECK (port >= 1 AND port <= 65535),
  constraint printer_state_known CHECK (state = ANY (ARRAY['unknown'::text, 'ready'::text, 'nearEnd'::text, 'paperOut'::text, 'coverOpen'::text, 'fault'::text, 'offline'::text]))
);
CREATE INDEX printer_outlet ON hall.printer USING btree (outlet_id) WHERE (retired_at IS NULL);

-- A screen on a wall. It is opened once by a code and then known by a key that it keeps; what it shows is changed from afar.
create table hall.screen (
  id uuid not null,
  outlet_id uuid not null,
  name text not null,
  shows text not null,
  -- The zone whose calls it shows; null for those of the whole hall.
  zone text,
  window_id uuid,
  sound boolean not null,
  -- Typed in once at the screen; gone when it was.
  code text,
  code_until timestamptz,
  -- SHA-256 of the key that the screen keeps; null until it was opened.
  key_hash text,
  opened_at timestamptz,
  -- Its last sign of life, kept to half a minute.
  seen_at timestamptz,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint screen_pkey PRIMARY KEY (id),
  constraint screen_code_unique UNIQUE (code),
  constraint screen_key_unique UNIQUE (key_hash),
  constraint screen_place_exists FOREIGN KEY (outlet_id) REFERENCES hall.place(outlet_id),
  constraint screen_code_whole CHECK ((code IS NULL) = (code_until IS NULL)),
  constraint screen_shows_known CHECK (shows = ANY (ARRAY['zone'::text, 'window'::text, 'board'::text])),
  constraint screen_window_whole CHECK ((shows = 'window'::text) = (window_id IS NOT NULL))
);
CREATE INDEX screen_outlet ON hall.screen USING btree (outlet_id) WHERE (retired_at IS NULL);

-- A trail.
-- What was done with a ticket and its state from then on, until the next segment of the same ticket: all figures come from these.
create table hall.segment (
  id uuid not null,
  -- Made by whoever acts: the same act, however often it is sent, happens once.
  action_id uuid not null,
  ticket_id uuid not null,
  seq integer not null,
  act text not null,
  state text not null,
  at timestamptz not null,
  outlet_id uuid not null,
  errand_id uuid not null,
  window_id uuid,
  account_id uuid,
  -- Why staff took the ticket back: one of a few words, nothing that is told of a person.
  reason text,
  -- When the act was done by the clock of then, where that is earlier than `at`; else null.
  said_at timestamptz,
  constraint segment_pkey PRIMARY KEY (id),
  constraint segment_action_unique UNIQUE (action_id),
  constraint segment_seq_unique UNIQUE (ticket_id, seq),
  constraint segment_ticket_exists FOREIGN KEY (ticket_id) REFERENCES hall.ticket(id),
  constraint segment_reason_given CHECK ((reason IS NOT NULL) = (act = 'withdraw'::text)),
  constraint segment_reason_known CHECK (reason = ANY (ARRAY['asked'::text, 'left'::text, 'duplicate'::text, 'hoarded'::text]))
);
CREATE INDEX segment_called ON hall.segment USING btree (outlet_id, at) WHERE (act = ANY (ARRAY['call'::text, 'recall'::text]));
CREATE INDEX segment_outlet_at ON hall.segment USING btree (outlet_id, at);
CREATE INDEX segment_said ON hall.segment USING btree (outlet_id, said_at) WHERE (said_at IS NOT NULL);
CREATE INDEX segment_served_by ON hall.segment USING btree (account_id, at) WHERE (state = 'serving'::text);

-- A trail.
-- A case that was dealt with while a ticket was served. One ticket may lead to several, and a case to several visits.
create table hall.segment_case (
  segment_id uuid not null,
  case_id uuid not null,
  ticket_id uuid not null,
  case_number text not null,
  item_name text not null,
  -- The application was handed in there; false: the person came about a case that was there already.
  handed_in boolean not null,
  at timestamptz not null,
  account_id uuid,
  constraint segment_case_pkey PRIMARY KEY (ticket_id, case_id),
  constraint segment_case_segment_exists FOREIGN KEY (segment_id) REFERENCES hall.segment(id)
);
CREATE INDEX segment_case_case ON hall.segment_case USING btree (case_id, at);

-- A trail.
-- What was set otherwise, with what it was before; what windows do has a trail of its own (duty_change).
create table hall.setup_change (
  id uuid not null,
  outlet_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  name text not null,
  before jsonb,
  after jsonb not null,
  at timestamptz not null,
  by text not null,
  constraint setup_change_pkey PRIMARY KEY (id),
  constraint setup_change_kind_known CHECK (kind = ANY (ARRAY['place'::text, 'errand'::text, 'printer'::text, 'zone'::text]))
);
CREATE INDEX setup_change_outlet ON hall.setup_change USING btree (outlet_id, at DESC);

-- Somebody at a window, from signing in to leaving it. One at each window, one window for each.
create table hall.shift (
  id uuid not null,
  window_id uuid not null,
  outlet_id uuid not null,
  account_id uuid not null,
  clerk_name text not null,
  state text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  constraint shift_pkey PRIMARY KEY (id),
  constraint shift_ended_whole CHECK ((state = 'ended'::text) = (ended_at IS NOT NULL)),
  constraint shift_state_known CHECK (state = ANY (ARRAY['open'::text, 'break'::text, 'ended'::text]))
);
CREATE INDEX shift_account ON hall.shift USING btree (account_id, began_at DESC);
CREATE INDEX shift_outlet_day ON hall.shift USING btree (outlet_id, began_at);
CREATE INDEX shift_window ON hall.shift USING btree (window_id, began_at DESC);
CREATE UNIQUE INDEX shift_account_once ON hall.shift USING btree (account_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX shift_window_once ON hall.shift USING btree (window_id) WHERE (ended_at IS NULL);

-- A trail.
-- From when on a window was open, in a break, left; each lasts until the next one.
create table hall.shift_span (
  id uuid not null,
  shift_id uuid not null,
  seq integer not null,
  state text not null,
  at timestamptz not null,
  account_id uuid,
  constraint shift_span_pkey PRIMARY KEY (id),
  constraint shift_span_seq_unique UNIQUE (shift_id, seq),
  constraint shift_span_shift_exists FOREIGN KEY (shift_id) REFERENCES hall.shift(id),
  constraint shift_span_state_known CHECK (state = ANY (ARRAY['open'::text, 'break'::text, 'ended'::text]))
);

-- A time for appointments that somebody has asked for; one that nobody asked for has no row.
create table hall.slot (
  errand_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer not null,
  taken integer not null,
  constraint slot_pkey PRIMARY KEY (errand_id, starts_at),
  constraint slot_errand_exists FOREIGN KEY (errand_id) REFERENCES hall.errand(id),
  constraint slot_not_overbooked CHECK (taken >= 0 AND taken <= capacity)
);

-- A place in the queue (号). The lowest rank is called first, the older ticket among equals.
create table hall.ticket (
  id uuid not null,
  code text not null,
  visit_id uuid not null,
  outlet_id uuid not null,
  day date not null,
  number text not null,
  errand_id uuid not null,
  person_id uuid,
  nth integer,
  priority text,
  slot_at timestamptz,
  party integer not null,
  door text not null,
  state text not null,
  -- Milliseconds since 1970 at which it counts as having come: made once by rank.ts, never changed by an edit.
  rank bigint not null,
  seq integer not null,
  returns integer not null,
  -- The window that called it last.
  window_id uuid,
  -- The only window that may call it, after a transfer to one.
  for_window_id uuid,
  taken_at timestamptz not null,
  -- When it entered the queue, or came back after a missed call: the bound of fairness counts from here.
  entered_at timestamptz not null,
  changed_at timestamptz not null,
  constraint ticket_pkey PRIMARY KEY (id),
  constraint ticket_code_unique UNIQUE (code),
  constraint ticket_number_unique UNIQUE (outlet_id, day, number),
  constraint ticket_errand_exists FOREIGN KEY (errand_id) REFERENCES hall.errand(id),
  constraint ticket_visit_exists FOREIGN KEY (visit_id) REFERENCES hall.visit(id),
  constraint ticket_door_known CHECK (door = ANY (ARRAY['portal'::text, 'desk'::text, 'kiosk'::text, 'booking'::text])),
  constraint ticket_party_sane CHECK (party >= 1 AND party <= 20),
  constraint ticket_person_whole CHECK ((person_id IS NULL) = (nth IS NULL)),
  constraint ticket_priority_known CHECK (priority = ANY (ARRAY['elderly'::text, 'disabled'::text, 'soldier'::text, 'pregnant'::text])),
  constraint ticket_state_known CHECK (state = ANY (ARRAY['waiting'::text, 'called'::text, 'coming'::text, 'serving'::text, 'parked'::text, 'missed'::text, 'finished'::text, 'cancelled'::text, 'lapsed'::text])),
  constraint ticket_window_whole CHECK ((state <> ALL (ARRAY['called'::text, 'coming'::text, 'serving'::text])) OR window_id IS NOT NULL)
);
CREATE INDEX ticket_open ON hall.ticket USING btree (outlet_id, day) WHERE (state = ANY (ARRAY['waiting'::text, 'called'::text, 'coming'::text, 'serving'::text, 'parked'::text, 'missed'::text]));
CREATE INDEX ticket_person ON hall.ticket USING btree (person_id, day) WHERE (person_id IS NOT NULL);
CREATE INDEX ticket_waiting_of_day ON hall.ticket USING btree (outlet_id, day, rank, id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX ticket_at_window ON hall.ticket USING btree (window_id) WHERE (state = ANY (ARRAY['called'::text, 'coming'::text, 'serving'::text]));
CREATE UNIQUE INDEX ticket_person_errand ON hall.ticket USING btree (outlet_id, day, person_id, errand_id) WHERE (state = ANY (ARRAY['waiting'::text, 'called'::text, 'coming'::text, 'serving'::text, 'parked'::text, 'missed'::text]));
CREATE UNIQUE INDEX ticket_person_nth ON hall.ticket USING btree (outlet_id, day, person_id, nth);

-- The first range that whoever took a ticket was told, in minutes. What became of it is in the segments.
create table hall.told_wait (
  ticket_id uuid not null,
  outlet_id uuid not null,
  day date not null,
  at timestamptz not null,
  ahead integer not null,
  low real not null,
  likely real not null,
  high real not null,
  -- The range before it was corrected by how earlier ones turned out: from these the next corrections are made.
  raw_low real not null,
  raw_likely real not null,
  raw_high real not null,
  constraint told_wait_pkey PRIMARY KEY (ticket_id),
  constraint told_wait_ticket_exists FOREIGN KEY (ticket_id) REFERENCES hall.ticket(id),
  constraint told_wait_in_order CHECK (0::double precision <= low AND low <= likely AND likely <= high)
);
CREATE INDEX told_wait_outlet_at ON hall.told_wait USING btree (outlet_id, at);

-- Somebody comes to a hall on a day; without a person for who took a paper ticket.
create table hall.visit (
  id uuid not null,
  outlet_id uuid not null,
  day date not null,
  person_id uuid,
  began_at timestamptz not null,
  constraint visit_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX visit_person_day ON hall.visit USING btree (outlet_id, day, person_id) WHERE (person_id IS NOT NULL);

-- How calls are said aloud in a hall. Without a row: clips, Chinese, once.
create table hall.voice (
  outlet_id uuid not null,
  spoken text not null,
  languages text not null,
  volume integer not null,
  times integer not null,
  -- Spans of the day, [{opens, closes}] of Asia/Shanghai, in which calls are shown and not said.
  quiet jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint voice_pkey PRIMARY KEY (outlet_id),
  constraint voice_place_exists FOREIGN KEY (outlet_id) REFERENCES hall.place(outlet_id),
  constraint voice_languages_known CHECK (languages = ANY (ARRAY['zh-CN'::text, 'en'::text, 'both'::text])),
  constraint voice_sane CHECK (volume >= 0 AND volume <= 100 AND times >= 1 AND times <= 3),
  constraint voice_spoken_known CHECK (spoken = ANY (ARRAY['clips'::text, 'device'::text]))
);

-- What a zone is called in English. Windows, errands, screens and printers carry its Chinese name.
create table hall.zone_name (
  outlet_id uuid not null,
  zone text not null,
  name_en text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint zone_name_pkey PRIMARY KEY (outlet_id, zone),
  constraint zone_name_outlet_id_fkey FOREIGN KEY (outlet_id) REFERENCES hall.place(outlet_id)
);

-- -------------------- kiosks ------------------------------------------------------------------------------------

-- A self-service machine (自助机). Its browser is known by a secret of which only the hash is here.
create table kiosks.kiosk (
  id uuid not null,
  outlet_id uuid not null,
  name text not null,
  name_en text not null,
  -- Where it stands in the outlet, for people and for whoever brings paper.
  place text not null,
  idle_seconds integer not null,
  -- Counted: what was filled in less what was printed. A browser cannot ask its printer.
  sheets_left integer not null,
  printer text not null,
  -- The printer of tickets of the hall that stands in it; null: numbers are shown and not printed.
  printer_id uuid,
  in_service boolean not null,
  service_since timestamptz not null,
  service_reason text not null,
  -- Of the code with which its browser is registered, once, until code_until.
  code_hash text,
  code_until timestamptz,
  -- Of the code that opens the page for staff on the machine itself.
  staff_code_hash text,
  wrong_codes integer not null,
  locked_until timestamptz,
  device_hash text,
  registered_at timestamptz,
  last_seen_at timestamptz,
  version text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint kiosk_pkey PRIMARY KEY (id),
  constraint kiosk_idle_sane CHECK (idle_seconds >= 30 AND idle_seconds <= 600),
  constraint kiosk_printer_known CHECK (printer = ANY (ARRAY['none'::text, 'ready'::text, 'noPaper'::text, 'fault'::text])),
  constraint kiosk_sheets_sane CHECK (sheets_left >= 0 AND sheets_left <= 5000)
);
CREATE INDEX kiosk_outlet ON kiosks.kiosk USING btree (outlet_id, name);
CREATE UNIQUE INDEX kiosk_code ON kiosks.kiosk USING btree (code_hash) WHERE (code_hash IS NOT NULL);
CREATE UNIQUE INDEX kiosk_device ON kiosks.kiosk USING btree (device_hash) WHERE (device_hash IS NOT NULL);

-- A paper that came out of a kiosk: how many sheets, and whether it was taken. Whose it was is forgotten with the sitting.
create table kiosks.print (
  id uuid not null,
  kiosk_id uuid not null,
  sitting_id uuid not null,
  document_id uuid,
  title text not null,
  title_en text not null,
  pages integer not null,
  copies integer not null,
  state text not null,
  at timestamptz not null,
  ended_at timestamptz,
  cleared_by text,
  constraint print_pkey PRIMARY KEY (id),
  constraint print_kiosk_exists FOREIGN KEY (kiosk_id) REFERENCES kiosks.kiosk(id),
  constraint print_leaves_nobody CHECK (state = 'printing'::text OR document_id IS NULL),
  constraint print_size_sane CHECK (pages >= 1 AND pages <= 100 AND copies >= 1 AND copies <= 5),
  constraint print_state_known CHECK (state = ANY (ARRAY['printing'::text, 'taken'::text, 'failed'::text, 'leftBehind'::text, 'cleared'::text]))
);
CREATE INDEX print_left ON kiosks.print USING btree (at) WHERE (state = 'leftBehind'::text);
CREATE INDEX print_of_kiosk ON kiosks.print USING btree (kiosk_id, at);
CREATE INDEX print_open ON kiosks.print USING btree (sitting_id) WHERE (state = 'printing'::text);

-- A sign-in that a kiosk asks for and a phone approves. Deleted when it is over.
create table kiosks.sign_in (
  id uuid not null,
  code text not null,
  kiosk_id uuid not null,
  sitting_id uuid not null,
  -- Shown by the kiosk; the phone offers three and the person picks the one they see.
  number integer not null,
  choices integer[] not null,
  state text not null,
  account_id uuid,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sign_in_pkey PRIMARY KEY (id),
  constraint sign_in_code_unique UNIQUE (code),
  constraint sign_in_sitting_exists FOREIGN KEY (sitting_id) REFERENCES kiosks.sitting(id) ON DELETE CASCADE,
  constraint sign_in_account_whole CHECK ((account_id IS NOT NULL) = (state = 'approved'::text)),
  constraint sign_in_state_known CHECK (state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'collected'::text]))
);
CREATE INDEX sign_in_over ON kiosks.sign_in USING btree (expires_at);
CREATE INDEX sign_in_sitting ON kiosks.sign_in USING btree (sitting_id);

-- One person before a kiosk (一次使用), from the first touch to the end. Once it has ended, nothing here says who it was.
create table kiosks.sitting (
  id uuid not null,
  kiosk_id uuid not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  ended_how text,
  signed_in boolean not null,
  session_id uuid,
  account_id uuid,
  tickets integer not null,
  constraint sitting_pkey PRIMARY KEY (id),
  constraint sitting_kiosk_exists FOREIGN KEY (kiosk_id) REFERENCES kiosks.kiosk(id),
  constraint sitting_ended_known CHECK (ended_how = ANY (ARRAY['person'::text, 'idle'::text, 'restart'::text, 'lost'::text, 'staff'::text])),
  constraint sitting_ended_whole CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  constraint sitting_leaves_nobody CHECK (ended_at IS NULL OR session_id IS NULL AND account_id IS NULL),
  constraint sitting_tickets_few CHECK (tickets >= 0 AND tickets <= 3)
);
CREATE INDEX sitting_of_kiosk ON kiosks.sitting USING btree (kiosk_id, began_at);
CREATE UNIQUE INDEX sitting_open ON kiosks.sitting USING btree (kiosk_id) WHERE (ended_at IS NULL);

-- -------------------- windowstaff -------------------------------------------------------------------------------

create table windowstaff.answer (
  sitting_id uuid not null,
  no integer not null,
  chosen text[] not null,
  -- Counted by the page: of two answers to one question that arrive in the wrong order, the later choice stays.
  seq bigint not null,
  at timestamptz not null,
  constraint answer_pkey PRIMARY KEY (sitting_id, no),
  constraint answer_sitting_exists FOREIGN KEY (sitting_id) REFERENCES windowstaff.sitting(id)
);

create table windowstaff.attendance (
  course_id uuid not null,
  member_id uuid not null,
  minutes integer not null,
  noted_at timestamptz not null,
  noted_by text not null,
  constraint attendance_pkey PRIMARY KEY (course_id, member_id),
  constraint attendance_course_exists FOREIGN KEY (course_id) REFERENCES windowstaff.course(id),
  constraint attendance_member_exists FOREIGN KEY (member_id) REFERENCES windowstaff.member(id),
  constraint attendance_minutes_sane CHECK (minutes >= 0 AND minutes <= 2880)
);
CREATE INDEX attendance_member ON windowstaff.attendance USING btree (member_id);

create table windowstaff.course (
  id uuid not null,
  outlet_id uuid not null,
  title text not null,
  title_en text not null,
  on_day date not null,
  from_time text not null,
  minutes integer not null,
  place text not null,
  teacher text not null,
  required boolean not null,
  cancelled boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint course_pkey PRIMARY KEY (id),
  constraint course_minutes_sane CHECK (minutes >= 10 AND minutes <= 2880)
);
CREATE INDEX course_outlet ON windowstaff.course USING btree (outlet_id, on_day DESC);

-- Somebody who was examined says that a question is wrong, and what was decided.
create table windowstaff.doubt (
  id uuid not null,
  question_id uuid not null,
  sitting_id uuid not null,
  no integer not null,
  member_id uuid not null,
  outlet_id uuid not null,
  body text not null,
  at timestamptz not null,
  decision text,
  reason text,
  decided_at timestamptz,
  decided_by text,
  constraint doubt_pkey PRIMARY KEY (id),
  constraint doubt_once UNIQUE (sitting_id, no),
  constraint doubt_sitting_exists FOREIGN KEY (sitting_id) REFERENCES windowstaff.sitting(id),
  constraint doubt_decision_known CHECK (decision = ANY (ARRAY['stands'::text, 'wrong'::text])),
  constraint doubt_decision_whole CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (reason IS NULL))
);
CREATE INDEX doubt_open ON windowstaff.doubt USING btree (outlet_id, at) WHERE (decided_at IS NULL);
CREATE INDEX doubt_outlet ON windowstaff.doubt USING btree (outlet_id, at DESC);

create table windowstaff.exam (
  id uuid not null,
  outlet_id uuid not null,
  title text not null,
  title_en text not null,
  department_id uuid,
  errand_ids uuid[] not null,
  parts jsonb not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  minutes integer not null,
  pass_percent integer not null,
  sittings_most integer not null,
  resit_days integer not null,
  valid_months integer not null,
  shows text not null,
  -- From this, the examined and the number of the sitting the questions are drawn; with the same bank, the same again.
  seed integer not null,
  cancelled boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint exam_pkey PRIMARY KEY (id),
  constraint exam_sane CHECK (minutes >= 5 AND minutes <= 300 AND pass_percent >= 1 AND pass_percent <= 100 AND sittings_most >= 1 AND sittings_most <= 10 AND resit_days >= 0 AND resit_days <= 365 AND valid_months >= 1 AND valid_months <= 60),
  constraint exam_shows_known CHECK (shows = ANY (ARRAY['handIn'::text, 'closing'::text])),
  constraint exam_span CHECK (closes_at > opens_at)
);
CREATE INDEX exam_outlet ON windowstaff.exam USING btree (outlet_id, opens_at DESC);

-- The file of somebody who works, worked or was to work at the windows of a hall.
create table windowstaff.member (
  id uuid not null,
  outlet_id uuid not null,
  department_id uuid,
  account_id uuid,
  name text not null,
  state text not null,
  seq integer not null,
  errand_ids uuid[] not null,
  -- Which uploaded file shows which condition: [{"criterion": …, "fileId": …}].
  papers jsonb not null,
  taken_over boolean not null,
  sent_at timestamptz not null,
  sent_by uuid,
  moved_at timestamptz not null,
  decided_by uuid,
  probation_from date,
  probation_until date,
  extensions integer not null,
  confirmed_on date,
  ended_on date,
  -- From this day name, account, papers, texts and answers are erased; the bare row stays for the figures.
  forget_on date,
  forgotten_at timestamptz,
  constraint member_pkey PRIMARY KEY (id),
  constraint member_account_there CHECK ((state <> ALL (ARRAY['training'::text, 'probation'::text, 'confirmed'::text])) OR account_id IS NOT NULL),
  constraint member_ended_whole CHECK ((state = ANY (ARRAY['withdrawn'::text, 'refused'::text, 'failed'::text, 'left'::text])) = (ended_on IS NOT NULL)),
  constraint member_probation_there CHECK (state <> 'probation'::text OR probation_until IS NOT NULL),
  constraint member_probation_whole CHECK ((probation_from IS NULL) = (probation_until IS NULL)),
  constraint member_state_known CHECK (state = ANY (ARRAY['sent'::text, 'withdrawn'::text, 'refused'::text, 'training'::text, 'probation'::text, 'confirmed'::text, 'failed'::text, 'left'::text]))
);
CREATE INDEX member_account ON windowstaff.member USING btree (account_id);
CREATE INDEX member_department ON windowstaff.member USING btree (department_id, name);
CREATE INDEX member_forget ON windowstaff.member USING btree (forget_on) WHERE (forgotten_at IS NULL);
CREATE INDEX member_outlet ON windowstaff.member USING btree (outlet_id, state, name);
CREATE INDEX member_probation ON windowstaff.member USING btree (probation_until) WHERE (state = 'probation'::text);
CREATE UNIQUE INDEX member_account_once ON windowstaff.member USING btree (account_id) WHERE (ended_on IS NULL);

create table windowstaff.objection (
  id uuid not null,
  member_id uuid not null,
  step_id uuid,
  body text not null,
  at timestamptz not null,
  due_on date not null,
  answer text,
  upheld boolean,
  answered_at timestamptz,
  answered_by text,
  constraint objection_pkey PRIMARY KEY (id),
  constraint objection_member_exists FOREIGN KEY (member_id) REFERENCES windowstaff.member(id),
  constraint objection_answer_whole CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (upheld IS NULL))
);
CREATE INDEX objection_of_member ON windowstaff.objection USING btree (member_id, at);
CREATE UNIQUE INDEX objection_once ON windowstaff.objection USING btree (member_id) WHERE (answered_at IS NULL);

create table windowstaff.qualification (
  id uuid not null,
  number text not null,
  member_id uuid not null,
  errand_id uuid not null,
  sitting_id uuid,
  from_on date not null,
  until_on date not null,
  given_by text not null,
  reason text not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  constraint qualification_pkey PRIMARY KEY (id),
  constraint qualification_of_sitting UNIQUE (sitting_id, errand_id),
  constraint qualification_member_exists FOREIGN KEY (member_id) REFERENCES windowstaff.member(id),
  constraint qualification_span CHECK (until_on >= from_on)
);
CREATE INDEX qualification_member ON windowstaff.qualification USING btree (member_id, errand_id, until_on);
CREATE INDEX qualification_until ON windowstaff.qualification USING btree (until_on) WHERE (withdrawn_at IS NULL);

create table windowstaff.question (
  id uuid not null,
  outlet_id uuid not null,
  code text not null,
  -- What it is about: an errand, the matters of a department, or neither: then everybody has to know it.
  errand_id uuid,
  department_id uuid,
  kind text not null,
  stem text not null,
  options jsonb not null,
  answer text[] not null,
  explanation text not null,
  basis text not null,
  version integer not null,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint question_pkey PRIMARY KEY (id),
  constraint question_code_key UNIQUE (outlet_id, code),
  constraint question_kind_known CHECK (kind = ANY (ARRAY['single'::text, 'multiple'::text, 'judge'::text])),
  constraint question_one_scope CHECK (errand_id IS NULL OR department_id IS NULL)
);
CREATE INDEX question_scope ON windowstaff.question USING btree (outlet_id, errand_id, department_id) WHERE (retired_at IS NULL);

-- What people were reminded of: of each day once.
create table windowstaff.reminder (
  member_id uuid not null,
  about text not null,
  due_on date not null,
  at timestamptz not null,
  constraint reminder_pkey PRIMARY KEY (member_id, about, due_on)
);

create table windowstaff.sitting (
  id uuid not null,
  exam_id uuid not null,
  member_id uuid not null,
  nth integer not null,
  -- The questions as they were asked: later changes of the bank change no paper.
  questions jsonb not null,
  began_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  -- Handed in, by time, or because the exam was cancelled: then nothing is marked, and it does not count as a try.
  ended_how text,
  correct integer,
  passed boolean,
  constraint sitting_pkey PRIMARY KEY (id),
  constraint sitting_nth_key UNIQUE (exam_id, member_id, nth),
  constraint sitting_exam_exists FOREIGN KEY (exam_id) REFERENCES windowstaff.exam(id),
  constraint sitting_member_exists FOREIGN KEY (member_id) REFERENCES windowstaff.member(id),
  constraint sitting_end_whole CHECK ((ended_at IS NULL) = (correct IS NULL) AND (ended_at IS NULL) = (passed IS NULL) AND (ended_at IS NULL) = (ended_how IS NULL)),
  constraint sitting_how_known CHECK (ended_how = ANY (ARRAY['handedIn'::text, 'time'::text, 'cancelled'::text]))
);
CREATE INDEX sitting_due ON windowstaff.sitting USING btree (due_at) WHERE (ended_at IS NULL);
CREATE INDEX sitting_member ON windowstaff.sitting USING btree (member_id, began_at DESC);
CREATE INDEX sitting_questions ON windowstaff.sitting USING gin (questions jsonb_path_ops);
CREATE UNIQUE INDEX sitting_open_once ON windowstaff.sitting USING btree (exam_id, member_id) WHERE (ended_at IS NULL);

-- What a hall asks of those who work there, by the day from which it counts: rules of the house, not of the law.
create table windowstaff.standard (
  id uuid not null,
  outlet_id uuid not null,
  from_on date not null,
  body jsonb not null,
  at timestamptz not null,
  said_by text not null,
  constraint standard_pkey PRIMARY KEY (id),
  constraint standard_day_key UNIQUE (outlet_id, from_on)
);

-- What was decided about somebody, by whom and why. Never changed; erased with the file when it is forgotten, so no trail that stays
-- for ever.
create table windowstaff.step (
  id uuid not null,
  member_id uuid not null,
  seq integer not null,
  kind text not null,
  to_state text not null,
  at timestamptz not null,
  account_id uuid,
  said_by text not null,
  body text not null,
  until_on date,
  constraint step_pkey PRIMARY KEY (id),
  constraint step_of_member UNIQUE (member_id, seq),
  constraint step_member_exists FOREIGN KEY (member_id) REFERENCES windowstaff.member(id)
);

-- What somebody was handed for the work: badge, key, seal, uniform.
create table windowstaff.thing (
  id uuid not null,
  member_id uuid not null,
  name text not null,
  given_at timestamptz not null,
  given_by text not null,
  returned_at timestamptz,
  returned_to text,
  constraint thing_pkey PRIMARY KEY (id),
  constraint thing_member_exists FOREIGN KEY (member_id) REFERENCES windowstaff.member(id)
);
CREATE INDEX thing_of_member ON windowstaff.thing USING btree (member_id);
CREATE INDEX thing_out ON windowstaff.thing USING btree (member_id) WHERE (returned_at IS NULL);

-- -------------------- afterhours --------------------------------------------------------------------------------

-- When a hall serves beyond its hours, if somebody asks: its own rule. Without a row, or with no places, not at all.
create table afterhours.offer (
  outlet_id uuid not null,
  period text not null,
  opens text not null,
  closes text not null,
  places integer not null,
  days_ahead integer not null,
  -- How long before its beginning it has to be asked for at the latest.
  notice_minutes integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint offer_pkey PRIMARY KEY (outlet_id, period),
  constraint offer_limits_sane CHECK (places >= 0 AND places <= 500 AND days_ahead >= 0 AND days_ahead <= 60 AND notice_minutes >= 0 AND notice_minutes <= 10080),
  constraint offer_period_known CHECK (period = ANY (ARRAY['noon'::text, 'evening'::text, 'saturday'::text])),
  constraint offer_times_sane CHECK (opens ~ '^[0-2][0-9]:[0-5][0-9]$'::text AND closes ~ '^[0-2][0-9]:[0-5][0-9]$'::text AND opens < closes)
);

-- A request as it stands: what its steps add up to.
create table afterhours.request (
  id uuid not null,
  number text not null,
  code text not null,
  outlet_id uuid not null,
  errand_id uuid not null,
  errand_name text not null,
  errand_name_en text not null,
  department_id uuid,
  period text not null,
  day date not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  door text not null,
  -- The ticket that nobody had served.
  ticket_id uuid,
  ticket_number text,
  person_id uuid,
  account_id uuid,
  name text not null,
  phone text not null,
  wish text not null,
  state text not null,
  seq integer not null,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  reason text not null,
  staff_id uuid,
  staff_name text,
  staff_department_id uuid,
  window_id uuid,
  window_number text,
  started_at timestamptz,
  ended_at timestamptz,
  -- How many matters were done in this service; the numbers of their cases beside it, as far as there are cases.
  matters integer,
  case_numbers text[] not null,
  -- When name, telephone, person, account, ticket, cases and wish were taken out of it; times, state and matters stay for the figures.
  forgotten_at timestamptz,
  constraint request_pkey PRIMARY KEY (id),
  constraint request_code_key UNIQUE (code),
  constraint request_number_key UNIQUE (number),
  constraint request_offer_exists FOREIGN KEY (outlet_id, period) REFERENCES afterhours.offer(outlet_id, period),
  constraint request_done_whole CHECK ((state = 'done'::text) = (ended_at IS NOT NULL AND matters IS NOT NULL)),
  constraint request_door_known CHECK (door = ANY (ARRAY['portal'::text, 'ticket'::text, 'desk'::text])),
  constraint request_granted_whole CHECK ((state <> ALL (ARRAY['granted'::text, 'started'::text, 'done'::text, 'missed'::text])) OR staff_id IS NOT NULL AND staff_name IS NOT NULL AND window_id IS NOT NULL AND window_number IS NOT NULL),
  constraint request_state_known CHECK (state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'cancelled'::text, 'unanswered'::text, 'started'::text, 'done'::text, 'missed'::text])),
  constraint request_times_sane CHECK (begins_at < ends_at AND (ended_at IS NULL OR ended_at >= started_at))
);
CREATE INDEX request_day ON afterhours.request USING btree (day DESC, id DESC);
CREATE INDEX request_of_day ON afterhours.request USING btree (outlet_id, day, period) WHERE (state = ANY (ARRAY['asked'::text, 'granted'::text, 'started'::text]));
CREATE INDEX request_of_department ON afterhours.request USING btree (department_id, day DESC, id DESC);
CREATE INDEX request_of_person ON afterhours.request USING btree (person_id, asked_at DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX request_of_staff ON afterhours.request USING btree (staff_id, day DESC) WHERE (staff_id IS NOT NULL);
CREATE INDEX request_remembered ON afterhours.request USING btree (changed_at) WHERE (forgotten_at IS NULL);
CREATE INDEX request_undecided ON afterhours.request USING btree (begins_at) WHERE (state = 'asked'::text);
CREATE UNIQUE INDEX request_person_once ON afterhours.request USING btree (person_id, day, period) WHERE (state = ANY (ARRAY['asked'::text, 'granted'::text, 'started'::text]));
CREATE UNIQUE INDEX request_ticket_once ON afterhours.request USING btree (ticket_id) WHERE (state = ANY (ARRAY['asked'::text, 'granted'::text, 'started'::text, 'done'::text]));

-- A trail.
-- What was done with a request, by whom and when. Insert-only.
create table afterhours.step (
  id uuid not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  at timestamptz not null,
  account_id uuid,
  said_by text not null,
  body text not null,
  constraint step_pkey PRIMARY KEY (id),
  constraint step_of_request UNIQUE (request_id, seq),
  constraint step_request_exists FOREIGN KEY (request_id) REFERENCES afterhours.request(id)
);

-- -------------------- firstasked --------------------------------------------------------------------------------

-- Limits of the house; no law sets them. Without a row those of question.ts hold.
create table firstasked.house_rule (
  id integer not null,
  acknowledge_minutes integer not null,
  answer_days integer not null,
  hand_overs integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint house_rule_pkey PRIMARY KEY (id),
  constraint house_rule_one CHECK (id = 1),
  constraint house_rule_sane CHECK (acknowledge_minutes >= 5 AND acknowledge_minutes <= 2400 AND answer_days >= 1 AND answer_days <= 30 AND hand_overs >= 1 AND hand_overs <= 5)
);

-- A question as it stands: what its steps add up to.
create table firstasked.question (
  id uuid not null,
  number text not null,
  code text not null,
  door text not null,
  outlet_id uuid,
  -- The account of who was asked first, and answers for it that it gets to the right place.
  first_id uuid not null,
  first_name text not null,
  first_department_id uuid,
  topic text not null,
  asker_name text not null,
  asker_phone text not null,
  state text not null,
  seq integer not null,
  department_id uuid,
  colleague_id uuid,
  hand_overs integer not null,
  -- The service office said whose it is: it is not returned any more.
  final boolean not null,
  asked_at timestamptz not null,
  asked_on date not null,
  changed_at timestamptz not null,
  due_at timestamptz,
  acknowledged_at timestamptz,
  answered_at timestamptz,
  answer text not null,
  -- A step came after its last instant, once: it stays so.
  late boolean not null,
  -- When it was told that the step that is awaited now is overdue: once.
  told_at timestamptz,
  -- When name and telephone of who asked were taken out of it; question, answer and times stay for the figures.
  forgotten_at timestamptz,
  constraint question_pkey PRIMARY KEY (id),
  constraint question_code_key UNIQUE (code),
  constraint question_number_key UNIQUE (number),
  constraint question_answer_whole CHECK ((answered_at IS NOT NULL) = (state = ANY (ARRAY['answered'::text, 'settled'::text]))),
  constraint question_clock_whole CHECK ((due_at IS NULL) = (state = ANY (ARRAY['answered'::text, 'settled'::text]))),
  constraint question_door_known CHECK (door = ANY (ARRAY['desk'::text, 'hotline'::text, 'town'::text])),
  constraint question_handed_whole CHECK ((state <> ALL (ARRAY['handedOver'::text, 'acknowledged'::text])) OR department_id IS NOT NULL),
  constraint question_state_known CHECK (state = ANY (ARRAY['answered'::text, 'handedOver'::text, 'returned'::text, 'acknowledged'::text, 'settled'::text]))
);
CREATE INDEX question_at ON firstasked.question USING btree (asked_on DESC, id DESC);
CREATE INDEX question_of_colleague ON firstasked.question USING btree (colleague_id, asked_on DESC, id DESC) WHERE (colleague_id IS NOT NULL);
CREATE INDEX question_of_department ON firstasked.question USING btree (department_id, asked_on DESC, id DESC);
CREATE INDEX question_of_first ON firstasked.question USING btree (first_id, asked_on DESC, id DESC);
CREATE INDEX question_overdue ON firstasked.question USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX question_remembered ON firstasked.question USING btree (answered_at) WHERE ((asker_name <> ''::text) OR (asker_phone <> ''::text));
CREATE INDEX question_returned ON firstasked.question USING btree (first_department_id, asked_on DESC, id DESC) WHERE (state = 'returned'::text);

-- A trail.
-- What was done with a question, by whom and when. Insert-only.
create table firstasked.step (
  id uuid not null,
  question_id uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  at timestamptz not null,
  account_id uuid not null,
  said_by text not null,
  body text not null,
  department_id uuid,
  colleague_name text,
  late boolean not null,
  constraint step_pkey PRIMARY KEY (id),
  constraint step_of_question UNIQUE (question_id, seq),
  constraint step_question_exists FOREIGN KEY (question_id) REFERENCES firstasked.question(id)
);

-- -------------------- complaints --------------------------------------------------------------------------------

-- A complaint as it stands: what its steps add up to.
create table complaints.complaint (
  id uuid not null,
  number text not null,
  code text not null,
  door text not null,
  taken_by_id uuid,
  taken_by_name text not null,
  outlet_id uuid,
  window_id uuid,
  window_number text,
  ticket_id uuid,
  ticket_number text,
  about_id uuid,
  about_name text,
  -- Whose heads handle it; null: the service office, because it is about a head, about the office, or about nobody of a department.
  department_id uuid,
  body text not null,
  name text not null,
  phone text not null,
  person_id uuid,
  account_id uuid,
  state text not null,
  seq integer not null,
  handler_id uuid,
  handler_name text,
  made_at timestamptz not null,
  made_on date not null,
  changed_at timestamptz not null,
  -- The last day for the answer, or for the word of whoever complained once it is answered; by a rule of the house.
  due_on date,
  answered_at timestamptz,
  answered_by_id uuid,
  answer text not null,
  -- What whoever complained said of the answer; null: nothing.
  satisfied boolean,
  reopened boolean not null,
  late boolean not null,
  told_at timestamptz,
  -- What the one complained about was asked; they see nothing else of it.
  question text not null,
  statement text not null,
  -- When name, telephone, person, account and ticket of who complained were taken out of it; what it was about, answer and judgement
  -- stay for the figures.
  forgotten_at timestamptz,
  constraint complaint_pkey PRIMARY KEY (id),
  constraint complaint_code_key UNIQUE (code),
  constraint complaint_number_key UNIQUE (number),
  constraint complaint_clock_whole CHECK ((due_on IS NULL) = (state = 'closed'::text)),
  constraint complaint_door_known CHECK (door = ANY (ARRAY['ticket'::text, 'portal'::text, 'staff'::text])),
  constraint complaint_handled_whole CHECK ((state <> ALL (ARRAY['handling'::text, 'answered'::text])) OR handler_id IS NOT NULL),
  constraint complaint_not_by_oneself CHECK (handler_id IS NULL OR about_id IS NULL OR handler_id <> about_id),
  constraint complaint_state_known CHECK (state = ANY (ARRAY['received'::text, 'handling'::text, 'answered'::text, 'reopened'::text, 'closed'::text]))
);
CREATE INDEX complaint_about ON complaints.complaint USING btree (about_id, made_on DESC) WHERE (about_id IS NOT NULL);
CREATE INDEX complaint_at ON complaints.complaint USING btree (made_on DESC, id DESC);
CREATE INDEX complaint_due ON complaints.complaint USING btree (due_on) WHERE (due_on IS NOT NULL);
CREATE INDEX complaint_of_account ON complaints.complaint USING btree (account_id, made_at DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX complaint_of_department ON complaints.complaint USING btree (department_id, made_on DESC, id DESC);
CREATE INDEX complaint_remembered ON complaints.complaint USING btree (changed_at) WHERE ((forgotten_at IS NULL) AND (state = 'closed'::text));

-- Limits of the house in working days; no law sets them. Without a row those of complaint.ts hold.
create table complaints.house_rule (
  id integer not null,
  answer_days integer not null,
  silent_days integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint house_rule_pkey PRIMARY KEY (id),
  constraint house_rule_one CHECK (id = 1),
  constraint house_rule_sane CHECK (answer_days >= 1 AND answer_days <= 60 AND silent_days >= 1 AND silent_days <= 60)
);

-- A trail.
-- What was done with a complaint, by whom and when. Insert-only.
create table complaints.step (
  id uuid not null,
  complaint_id uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  at timestamptz not null,
  account_id uuid,
  said_by text not null,
  body text not null,
  late boolean not null,
  constraint step_pkey PRIMARY KEY (id),
  constraint step_of_complaint UNIQUE (complaint_id, seq),
  constraint step_complaint_exists FOREIGN KEY (complaint_id) REFERENCES complaints.complaint(id)
);

-- -------------------- ratings -----------------------------------------------------------------------------------

-- Where a bad rating stands in verification and appeal. The rating itself stays as it was given, also when it is excluded.
create table ratings.handling (
  rating_id uuid not null,
  state text not null,
  changed_at timestamptz not null,
  constraint handling_pkey PRIMARY KEY (rating_id),
  constraint handling_rating_exists FOREIGN KEY (rating_id) REFERENCES ratings.rating(id),
  constraint handling_state_known CHECK (state = 'received'::text)
);

-- A trail.
-- Whether somebody agrees to be named on the wall of honour: the last answer counts, and none is no.
create table ratings.honour_answer (
  id uuid not null,
  account_id uuid not null,
  agrees boolean not null,
  at timestamptz not null,
  constraint honour_answer_pkey PRIMARY KEY (id)
);
CREATE INDEX honour_answer_account ON ratings.honour_answer USING btree (account_id, at DESC, id DESC);

-- A trail.
-- One rating for each case (一事一评), as it was given: never overwritten. Whoever said nothing has no row.
create table ratings.rating (
  -- Made by the client: the same id is the same rating, however often it is sent.
  id uuid not null,
  case_id uuid not null,
  case_number text not null,
  item_id uuid not null,
  item_name text not null,
  -- Who answered for the case when it was rated.
  department_id uuid not null,
  outlet_id uuid,
  door text not null,
  level text not null,
  reasons text[] not null default '{}'::text[],
  comment text not null default ''::text,
  -- account: signed in as the applicant; code: with the code of the receipt, at the window or without an account.
  via text not null,
  account_id uuid,
  at timestamptz not null,
  on_day date not null,
  constraint rating_pkey PRIMARY KEY (id),
  constraint rating_case_key UNIQUE (case_id),
  constraint rating_level_known CHECK (level = ANY (ARRAY['verySatisfied'::text, 'satisfied'::text, 'basicallySatisfied'::text, 'dissatisfied'::text, 'veryDissatisfied'::text])),
  constraint rating_via_known CHECK (via = ANY (ARRAY['account'::text, 'code'::text])),
  constraint rating_via_whole CHECK ((via = 'account'::text) = (account_id IS NOT NULL))
);
CREATE INDEX rating_bad ON ratings.rating USING btree (on_day, department_id) WHERE (level = ANY (ARRAY['dissatisfied'::text, 'veryDissatisfied'::text]));
CREATE INDEX rating_day ON ratings.rating USING btree (on_day, department_id, level);

-- A trail.
-- One rating for each ticket that was served, as it was given: never overwritten. It is beside the ratings of cases and not in their
-- counts.
create table ratings.visit_rating (
  id uuid not null,
  ticket_id uuid not null,
  ticket_number text not null,
  outlet_id uuid not null,
  errand_id uuid not null,
  errand_name text not null,
  window_id uuid,
  level text not null,
  reasons text[] not null default '{}'::text[],
  comment text not null default ''::text,
  at timestamptz not null,
  on_day date not null,
  -- Who finished serving the ticket; null for ratings from before this was kept.
  account_id uuid,
  clerk_name text,
  constraint visit_rating_pkey PRIMARY KEY (id),
  constraint visit_rating_ticket_key UNIQUE (ticket_id),
  constraint visit_rating_level_known CHECK (level = ANY (ARRAY['verySatisfied'::text, 'satisfied'::text, 'basicallySatisfied'::text, 'dissatisfied'::text, 'veryDissatisfied'::text]))
);
CREATE INDEX visit_rating_clerk ON ratings.visit_rating USING btree (outlet_id, on_day, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX visit_rating_day ON ratings.visit_rating USING btree (on_day DESC, at DESC, id);
CREATE INDEX visit_rating_outlet ON ratings.visit_rating USING btree (outlet_id, on_day, level);

-- -------------------- insight -----------------------------------------------------------------------------------

-- On which days of Asia/Shanghai a case counts. Lists behind the figures are read from here, and insight.day_count is what these rows
-- add up to: both are written by the same statement.
create table insight.case_day (
  case_id uuid not null,
  -- Who answers for the case now: a case that was sent on counts there from its first day.
  department_id uuid not null,
  item_id uuid not null,
  door text not null,
  submitted_on date not null,
  accepted_on date,
  decided_on date,
  ended_on date,
  in_time boolean,
  in_promise boolean,
  -- Working days from acceptance to the day that was promised; null until the decision.
  promised_days integer,
  -- Working days from acceptance to the decision.
  used_days integer,
  rated boolean not null,
  -- Materials that the application needed as it was handed in; without optional ones and without the form.
  required_materials integer not null default 0,
  -- Of these, what came from other offices or out of the applicant's locker.
  spared_materials integer not null default 0,
  -- The counter that took it; all zeros when it came by no counter, because a key of counters has no null.
  outlet_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,
  -- Working days from acceptance to the last day of the law; null until the decision.
  statutory_days integer,
  -- Days on which somebody came to a counter for it; null until it ended.
  visits integer,
  constraint case_day_pkey PRIMARY KEY (case_id),
  constraint case_day_decided_whole CHECK ((decided_on IS NULL) = (used_days IS NULL)),
  constraint case_day_spared_fit CHECK (spared_materials >= 0 AND spared_materials <= required_materials)
);
CREATE INDEX case_day_accepted ON insight.case_day USING brin (accepted_on) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX case_day_decided ON insight.case_day USING brin (decided_on) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX case_day_ended ON insight.case_day USING brin (ended_on) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX case_day_item ON insight.case_day USING btree (item_id, submitted_on);
CREATE INDEX case_day_submitted ON insight.case_day USING brin (submitted_on) WITH (pages_per_range='16', autosummarize='on');

-- What insight.case_day adds up to, each measure on its own day: received on the day of submission, accepted on that of acceptance,
-- decided to used_days on that of the decision, ended and rated on the last one.
create table insight.day_count (
  day date not null,
  department_id uuid not null,
  item_id uuid not null,
  door text not null,
  received bigint not null,
  accepted bigint not null,
  decided bigint not null,
  in_time bigint not null,
  in_promise bigint not null,
  promised_days bigint not null,
  used_days bigint not null,
  ended bigint not null,
  rated bigint not null,
  -- Cases handed in on the day that needed at least one material.
  with_materials bigint not null default 0,
  required_materials bigint not null default 0,
  spared_materials bigint not null default 0,
  outlet_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,
  statutory_days bigint not null default 0,
  -- Summed over the cases that ended on the day.
  visits bigint not null default 0,
  constraint day_count_pkey PRIMARY KEY (day, department_id, item_id, door, outlet_id)
);

-- A trail.
-- Who took which list away, and how many rows. Insert-only.
create table insight.export (
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  format text not null,
  case_set text not null,
  filter jsonb not null,
  rows integer not null,
  -- False when names of persons left unmasked.
  masked boolean not null,
  constraint export_pkey PRIMARY KEY (id),
  constraint export_format_known CHECK (format = ANY (ARRAY['csv'::text, 'xlsx'::text]))
);
CREATE INDEX export_at ON insight.export USING btree (at);

-- -------------------- remotehelp --------------------------------------------------------------------------------

-- A trail.
-- What was done with a help, by whom, when. Append-only.
create table remotehelp.course (
  id uuid not null,
  help_id uuid not null,
  seq integer not null,
  act text not null,
  state text not null,
  action_id uuid not null,
  account_id uuid,
  at timestamptz not null,
  -- Of a hand-over: to a colleague or back to the queue; null for other acts, and for hand-overs of before.
  given_to text,
  -- The colleague to whom it was handed over: somebody else may have taken it after a minute. Null for all else.
  given_to_id uuid,
  constraint course_pkey PRIMARY KEY (id),
  constraint course_action_unique UNIQUE (action_id),
  constraint course_seq_unique UNIQUE (help_id, seq),
  constraint course_help_exists FOREIGN KEY (help_id) REFERENCES remotehelp.help(id),
  constraint course_act_known CHECK (act = ANY (ARRAY['ask'::text, 'take'::text, 'handOver'::text, 'requeue'::text, 'finish'::text, 'leave'::text, 'lapse'::text, 'rate'::text])),
  constraint course_given_known CHECK (given_to = ANY (ARRAY['colleague'::text, 'queue'::text]))
);
CREATE INDEX course_of_clerk ON remotehelp.course USING btree (account_id, at) WHERE (act = 'take'::text);

-- A request for remote help and that it took place; nothing of what was seen or said.
create table remotehelp.help (
  id uuid not null,
  -- SHA-256 of the code that the asker's page holds; the code itself is not stored.
  code_hash text not null,
  door text not null,
  outlet_id uuid,
  account_id uuid,
  person_id uuid,
  asker_name text not null default ''::text,
  item_id uuid,
  item_name text not null default ''::text,
  item_name_en text not null default ''::text,
  case_id uuid,
  way text not null,
  -- The asker is deaf or mute: sign language or writing.
  sign boolean not null default false,
  language text not null,
  priority text,
  state text not null,
  -- Milliseconds since 1970 at which the help counts as having come; the lowest is taken first.
  rank bigint not null,
  seq integer not null default 1,
  -- Grows whenever one of the two browsers is another one: both then begin their connection anew.
  epoch integer not null default 0,
  clerk_id uuid,
  clerk_name text not null default ''::text,
  for_clerk_id uuid,
  asker_tab uuid,
  clerk_tab uuid,
  asker_seen_at timestamptz not null,
  clerk_seen_at timestamptz,
  consent_at timestamptz not null,
  asked_at timestamptz not null,
  entered_at timestamptz not null,
  taken_at timestamptz,
  changed_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  talked_seconds integer not null default 0,
  level text,
  -- The kiosk at which it was asked for; null elsewhere, and for helps of before.
  kiosk_id uuid,
  -- The use of the kiosk in which it was asked for; null elsewhere, and for helps of before.
  sitting_id uuid,
  constraint help_pkey PRIMARY KEY (id),
  constraint help_code_unique UNIQUE (code_hash),
  constraint help_clerk_whole CHECK (state <> 'talking'::text OR clerk_id IS NOT NULL),
  constraint help_door_known CHECK (door = ANY (ARRAY['portal'::text, 'kiosk'::text])),
  constraint help_end_whole CHECK ((state = 'ended'::text) = (ended_at IS NOT NULL) AND (state = 'ended'::text) = (outcome IS NOT NULL)),
  constraint help_language_known CHECK (language = ANY (ARRAY['zh-CN'::text, 'en'::text])),
  constraint help_level_known CHECK (level = ANY (ARRAY['verySatisfied'::text, 'satisfied'::text, 'basicallySatisfied'::text, 'dissatisfied'::text, 'veryDissatisfied'::text])),
  constraint help_outcome_known CHECK (outcome = ANY (ARRAY['helped'::text, 'elsewhere'::text, 'left'::text, 'kioskEnded'::text, 'askerAway'::text, 'nobodyCame'::text])),
  constraint help_priority_known CHECK (priority = ANY (ARRAY['elderly'::text, 'disabled'::text, 'soldier'::text, 'pregnant'::text])),
  constraint help_state_known CHECK (state = ANY (ARRAY['waiting'::text, 'talking'::text, 'ended'::text])),
  constraint help_way_known CHECK (way = ANY (ARRAY['video'::text, 'audio'::text, 'text'::text]))
);
CREATE INDEX help_ended ON remotehelp.help USING btree (asked_at DESC, id);
CREATE INDEX help_named ON remotehelp.help USING btree (ended_at) WHERE (asker_name <> ''::text);
CREATE INDEX help_of_kiosk ON remotehelp.help USING btree (kiosk_id) WHERE (state <> 'ended'::text);
CREATE INDEX help_open ON remotehelp.help USING btree (asker_seen_at) WHERE (state <> 'ended'::text);
CREATE INDEX help_waiting ON remotehelp.help USING btree (rank, id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX help_of_account ON remotehelp.help USING btree (account_id) WHERE (state <> 'ended'::text);
CREATE UNIQUE INDEX help_of_clerk ON remotehelp.help USING btree (clerk_id) WHERE (state = 'talking'::text);

-- Clerks who are there for remote help now. Who is not heard of any more is not counted.
create table remotehelp.seat (
  account_id uuid not null,
  name text not null,
  signs boolean not null default false,
  state text not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  constraint seat_pkey PRIMARY KEY (account_id),
  constraint seat_state_known CHECK (state = ANY (ARRAY['open'::text, 'break'::text]))
);

-- What one browser says to the other over the server; taken away by the first sweep after two minutes, thus after three at most.
create table remotehelp.signal (
  id bigint not null generated always as identity,
  help_id uuid not null,
  to_side text not null,
  epoch integer not null,
  kind text not null,
  data text not null,
  at timestamptz not null,
  constraint signal_pkey PRIMARY KEY (id),
  constraint signal_data_short CHECK (length(data) <= 16000),
  constraint signal_kind_known CHECK (kind = ANY (ARRAY['offer'::text, 'answer'::text, 'candidate'::text, 'restart'::text, 'message'::text])),
  constraint signal_side_known CHECK (to_side = ANY (ARRAY['asker'::text, 'clerk'::text]))
);
CREATE INDEX signal_reader ON remotehelp.signal USING btree (help_id, to_side, id);

-- -------------------- improvements ------------------------------------------------------------------------------

-- A trail.
-- What was done with a suggestion, by whom and when. Insert-only.
create table improvements.step (
  id uuid not null,
  suggestion_id uuid not null,
  seq integer not null,
  kind text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  account_id uuid not null,
  said_by text not null,
  body text not null,
  department_id uuid,
  planned_on date,
  due_on date,
  -- Taken after the last day of the step that was awaited.
  late boolean not null,
  constraint step_pkey PRIMARY KEY (id),
  constraint step_of_suggestion UNIQUE (suggestion_id, seq),
  constraint step_suggestion_exists FOREIGN KEY (suggestion_id) REFERENCES improvements.suggestion(id)
);

-- A suggestion as it stands: what its steps add up to.
create table improvements.suggestion (
  id uuid not null,
  number text not null,
  source text not null,
  title text not null,
  body text not null,
  item_id uuid,
  item_name text,
  figure_id text,
  rating_id uuid,
  department_id uuid,
  state text not null,
  seq integer not null,
  account_id uuid not null,
  person_id uuid,
  suggested_by text not null,
  suggested_at timestamptz not null,
  moved_at timestamptz not null,
  dispatched_at timestamptz,
  finished_at timestamptz,
  -- The last day for the step that is awaited now; by rules of the house, not of the law.
  due_on date,
  -- The figure before and after, frozen when the order ended.
  effect jsonb,
  constraint suggestion_pkey PRIMARY KEY (id),
  constraint suggestion_number_key UNIQUE (number),
  constraint suggestion_clock_whole CHECK ((due_on IS NULL) = (state = ANY (ARRAY['adopted'::text, 'closed'::text]))),
  constraint suggestion_dispatched CHECK ((state = ANY (ARRAY['suggested'::text, 'closed'::text])) OR department_id IS NOT NULL),
  constraint suggestion_source_known CHECK (source = ANY (ARRAY['resident'::text, 'staff'::text, 'rating'::text, 'figure'::text])),
  constraint suggestion_state_known CHECK (state = ANY (ARRAY['suggested'::text, 'dispatched'::text, 'accepted'::text, 'declined'::text, 'planned'::text, 'done'::text, 'verified'::text, 'adopted'::text, 'closed'::text]))
);
CREATE INDEX suggestion_at ON improvements.suggestion USING btree (suggested_at DESC, id DESC);
CREATE INDEX suggestion_due ON improvements.suggestion USING btree (due_on) WHERE (due_on IS NOT NULL);
CREATE INDEX suggestion_of_account ON improvements.suggestion USING btree (account_id, suggested_at DESC);
CREATE INDEX suggestion_of_department ON improvements.suggestion USING btree (department_id, suggested_at DESC);

-- -------------------- floor -------------------------------------------------------------------------------------

-- A trail.
-- What a named superior says of a turn instead of the rule, with the reason; the last one counts.
create table floor.amendment (
  id uuid not null,
  action_id uuid not null,
  account_id uuid not null,
  day date not null,
  starts text not null,
  mark text not null,
  reason text not null,
  at timestamptz not null,
  by_account_id uuid not null,
  by_name text not null,
  constraint amendment_pkey PRIMARY KEY (id),
  constraint amendment_action_unique UNIQUE (action_id),
  constraint amendment_mark_known CHECK (mark = ANY (ARRAY['present'::text, 'leave'::text, 'absent'::text]))
);
CREATE INDEX amendment_turn ON floor.amendment USING btree (account_id, day, starts);

-- A trail.
-- A drawn check begins or is cancelled, once. Insert-only.
create table floor.check_step (
  id uuid not null,
  check_id uuid not null,
  kind text not null,
  round_id uuid,
  reason text not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null,
  constraint check_step_pkey PRIMARY KEY (id),
  constraint check_step_once UNIQUE (check_id),
  constraint check_step_check_exists FOREIGN KEY (check_id) REFERENCES floor.unannounced_check(id),
  constraint check_step_round_exists FOREIGN KEY (round_id) REFERENCES floor.round(id),
  constraint check_step_kind_known CHECK ((kind = ANY (ARRAY['begin'::text, 'cancel'::text])) AND (round_id IS NOT NULL) = (kind = 'begin'::text))
);

-- A trail.
-- A circular (通报) of what was found in a hall in some days; its id is the act. Insert-only.
create table floor.circular (
  id uuid not null,
  year integer not null,
  serial integer not null,
  outlet_id uuid not null,
  from_on date not null,
  to_on date not null,
  template_version integer not null,
  data jsonb not null,
  hash text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  constraint circular_pkey PRIMARY KEY (id),
  constraint circular_number_unique UNIQUE (outlet_id, year, serial)
);
CREATE INDEX circular_of_outlet ON floor.circular USING btree (outlet_id, made_at DESC, id DESC);

-- A trail.
-- Which circular names a finding. Insert-only.
create table floor.circular_finding (
  finding_id uuid not null,
  circular_id uuid not null,
  constraint circular_finding_pkey PRIMARY KEY (finding_id),
  constraint circular_finding_circular_exists FOREIGN KEY (circular_id) REFERENCES floor.circular(id),
  constraint circular_finding_finding_exists FOREIGN KEY (finding_id) REFERENCES floor.finding(id)
);
CREATE INDEX circular_finding_of_circular ON floor.circular_finding USING btree (circular_id);

-- A problem found in a hall (巡查发现的问题), as its steps leave it.
create table floor.finding (
  id uuid not null,
  number text not null,
  outlet_id uuid not null,
  zone text not null,
  window_id uuid,
  -- Who puts it right; without one, the service office.
  department_id uuid,
  source text not null,
  severity text not null,
  body text not null,
  state text not null,
  seq integer not null,
  -- The last day for putting it right, or for looking at it again.
  due_on date,
  raised_at timestamptz not null,
  raised_by uuid not null,
  told_overdue_at timestamptz,
  -- The round on which it was found.
  origin_id uuid,
  constraint finding_pkey PRIMARY KEY (id),
  constraint finding_number_unique UNIQUE (number),
  constraint finding_clock_whole CHECK ((due_on IS NULL) = (state = 'closed'::text)),
  constraint finding_severity_known CHECK (severity = ANY (ARRAY['minor'::text, 'serious'::text, 'grave'::text])),
  constraint finding_source_known CHECK (source = ANY (ARRAY['patrol'::text, 'check'::text, 'other'::text])),
  constraint finding_state_known CHECK (state = ANY (ARRAY['open'::text, 'corrected'::text, 'closed'::text]))
);
CREATE INDEX finding_due ON floor.finding USING btree (due_on) WHERE ((due_on IS NOT NULL) AND (told_overdue_at IS NULL));
CREATE INDEX finding_of_origin ON floor.finding USING btree (origin_id) WHERE (origin_id IS NOT NULL);
CREATE INDEX finding_of_outlet ON floor.finding USING btree (outlet_id, raised_at DESC, id DESC);
CREATE INDEX finding_open ON floor.finding USING btree (outlet_id, due_on) WHERE (due_on IS NOT NULL);

-- A trail.
-- Found, put right, looked at again: by whom, when, with which photos. Insert-only.
create table floor.finding_step (
  id uuid not null,
  action_id uuid not null,
  finding_id uuid not null,
  seq integer not null,
  kind text not null,
  to_state text not null,
  body text not null,
  file_ids uuid[] not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null,
  due_on date,
  late boolean not null,
  constraint finding_step_pkey PRIMARY KEY (id),
  constraint finding_step_action_unique UNIQUE (action_id),
  constraint finding_step_seq_unique UNIQUE (finding_id, seq),
  constraint finding_step_finding_exists FOREIGN KEY (finding_id) REFERENCES floor.finding(id),
  constraint finding_step_kind_known CHECK (kind = ANY (ARRAY['raise'::text, 'correct'::text, 'pass'::text, 'reopen'::text]))
);

-- Rules of the house, of no law: see house-rule.ts for what they mean and what counts without a row.
create table floor.house_rule (
  outlet_id uuid not null,
  grace_minutes integer not null,
  answer_days integer not null,
  -- Working days in which a finding is put right: minor, serious, grave.
  correction_days integer[] not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint house_rule_pkey PRIMARY KEY (outlet_id),
  constraint house_rule_sane CHECK (grace_minutes >= 0 AND grace_minutes <= 60 AND answer_days >= 1 AND answer_days <= 30 AND array_length(correction_days, 1) = 3 AND (1 <= ALL (correction_days)) AND (60 >= ALL (correction_days)))
);

-- Where a patrol goes, and what is looked at there (巡查点位), in the order of the way.
create table floor.point (
  id uuid not null,
  outlet_id uuid not null,
  "position" integer not null,
  zone text not null,
  name text not null,
  look text not null,
  retired boolean not null,
  constraint point_pkey PRIMARY KEY (id)
);
CREATE INDEX point_of_outlet ON floor.point USING btree (outlet_id, "position") WHERE (NOT retired);

-- A patrol (巡查) or an unannounced check (飞行检查) as it was walked; its id is the act that began it.
create table floor.round (
  id uuid not null,
  number text not null,
  outlet_id uuid not null,
  kind text not null,
  -- The zone that was walked; empty: the whole hall.
  zone text not null,
  day date not null,
  half text not null,
  account_id uuid not null,
  by_name text not null,
  walkers uuid[] not null,
  -- The points as they were when it began: id, zone, name, look, windowId.
  points jsonb not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  note text,
  constraint round_pkey PRIMARY KEY (id),
  constraint round_number_unique UNIQUE (number),
  constraint round_half_known CHECK (half = ANY (ARRAY['morning'::text, 'afternoon'::text])),
  constraint round_kind_known CHECK (kind = ANY (ARRAY['patrol'::text, 'check'::text])),
  constraint round_note_at_end CHECK ((ended_at IS NULL) = (note IS NULL))
);
CREATE INDEX round_of_day ON floor.round USING btree (outlet_id, day);
CREATE INDEX round_of_outlet ON floor.round USING btree (outlet_id, started_at DESC, id DESC);
CREATE INDEX round_of_walker ON floor.round USING gin (walkers);
CREATE UNIQUE INDEX round_one_open ON floor.round USING btree (account_id, outlet_id) WHERE ((ended_at IS NULL) AND (kind = 'patrol'::text));

-- A trail.
-- What was seen at a point; its id is the act. A telephone may send it later than it was seen. Insert-only.
create table floor.round_mark (
  id uuid not null,
  round_id uuid not null,
  point_id uuid not null,
  result text not null,
  finding_id uuid,
  seen_at timestamptz not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null,
  constraint round_mark_pkey PRIMARY KEY (id),
  constraint round_mark_finding_exists FOREIGN KEY (finding_id) REFERENCES floor.finding(id),
  constraint round_mark_round_exists FOREIGN KEY (round_id) REFERENCES floor.round(id),
  constraint round_mark_result_known CHECK ((result = ANY (ARRAY['ok'::text, 'finding'::text])) AND (finding_id IS NOT NULL) = (result = 'finding'::text))
);
CREATE INDEX round_mark_of_round ON floor.round_mark USING btree (round_id, at);

-- Who is to be where from when until when (排班). One that has begun is never taken away.
create table floor.turn (
  id uuid not null,
  outlet_id uuid not null,
  account_id uuid not null,
  name text not null,
  window_id uuid,
  day date not null,
  starts text not null,
  ends text not null,
  planned_at timestamptz not null,
  planned_by text not null,
  constraint turn_pkey PRIMARY KEY (id),
  constraint turn_once UNIQUE (account_id, day, starts),
  constraint turn_times CHECK (starts ~ '^[0-2][0-9]:[0-5][0-9]$'::text AND ends ~ '^[0-2][0-9]:[0-5][0-9]$'::text AND starts < ends)
);
CREATE INDEX turn_day ON floor.turn USING btree (outlet_id, day, starts);

-- A trail.
-- An unannounced check (飞行检查) as it was drawn; its id is the act. Insert-only.
create table floor.unannounced_check (
  id uuid not null,
  number text not null,
  outlet_id uuid not null,
  day date not null,
  seed integer not null,
  -- The windows among which it was drawn, by id: without those of the departments and turns of the team.
  population jsonb not null,
  wanted integer not null,
  picked uuid[] not null,
  team jsonb not null,
  team_ids uuid[] not null,
  look text not null,
  basis text not null,
  -- SHA-256 over all that was fixed before the check.
  hash text not null,
  drawn_at timestamptz not null,
  drawn_by uuid not null,
  drawn_by_name text not null,
  constraint unannounced_check_pkey PRIMARY KEY (id),
  constraint unannounced_check_number_unique UNIQUE (number),
  constraint unannounced_check_drawn CHECK (wanted = cardinality(picked) AND wanted > 0)
);
CREATE INDEX unannounced_check_of_outlet ON floor.unannounced_check USING btree (outlet_id, day DESC, id DESC);

-- Who looks after a zone for half a day (片区负责人), as the last hand-over left it.
create table floor.warden (
  id uuid not null,
  outlet_id uuid not null,
  zone text not null,
  day date not null,
  half text not null,
  account_id uuid not null,
  name text not null,
  planned_at timestamptz not null,
  planned_by text not null,
  constraint warden_pkey PRIMARY KEY (id),
  constraint warden_once UNIQUE (outlet_id, day, half, zone),
  constraint warden_half_known CHECK (half = ANY (ARRAY['morning'::text, 'afternoon'::text]))
);

-- A trail.
-- A zone handed over (交接): from whom, to whom, what to look after. Its id is the act. Insert-only.
create table floor.warden_hand (
  id uuid not null,
  warden_id uuid not null,
  from_account_id uuid not null,
  from_name text not null,
  to_account_id uuid not null,
  to_name text not null,
  note text not null,
  at timestamptz not null,
  by_account_id uuid not null,
  by_name text not null,
  constraint warden_hand_pkey PRIMARY KEY (id),
  constraint warden_hand_warden_exists FOREIGN KEY (warden_id) REFERENCES floor.warden(id)
);
CREATE INDEX warden_hand_of_warden ON floor.warden_hand USING btree (warden_id, at);

-- -------------------- tides -------------------------------------------------------------------------------------

-- What was advised to whom and why, and what came of it. It is told to one manager after the other.
create table tides.advice (
  id uuid not null,
  outlet_id uuid not null,
  zone text not null,
  kind text not null,
  state text not null,
  window_id uuid not null,
  window_number text not null,
  clerk_id uuid not null,
  clerk_name text not null,
  -- Who else could sit there, in their order: accounts with names. They are asked when the first does not come.
  others jsonb not null,
  -- What the window does while the advice holds; before_ids what it did before, and does afterwards again.
  errand_ids uuid[] not null,
  before_ids uuid[] not null,
  saves_minutes double precision not null,
  minutes integer not null,
  -- What was seen when the advice was made: waits in minutes, days compared with, people.
  seen jsonb not null,
  told uuid[] not null,
  made_at timestamptz not null,
  answer_by timestamptz not null,
  lapse_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reason text not null,
  open_by timestamptz,
  began_at timestamptz,
  until_at timestamptz,
  ended_at timestamptz,
  effect jsonb,
  seq integer not null,
  constraint advice_pkey PRIMARY KEY (id),
  constraint advice_began_whole CHECK ((began_at IS NULL) = (state <> ALL (ARRAY['running'::text, 'over'::text]))),
  constraint advice_decided_whole CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  constraint advice_kind_known CHECK (kind = ANY (ARRAY['open'::text, 'switch'::text, 'lend'::text])),
  constraint advice_state_known CHECK (state = ANY (ARRAY['open'::text, 'asked'::text, 'running'::text, 'over'::text, 'refused'::text, 'lapsed'::text, 'declined'::text, 'overtaken'::text]))
);
CREATE INDEX advice_clerk ON tides.advice USING btree (clerk_id) WHERE (state = ANY (ARRAY['asked'::text, 'running'::text]));
CREATE INDEX advice_outlet ON tides.advice USING btree (outlet_id, made_at DESC, id DESC);
CREATE INDEX advice_unmeasured ON tides.advice USING btree (outlet_id, began_at) WHERE ((state = ANY (ARRAY['running'::text, 'over'::text])) AND (effect IS NULL));
CREATE UNIQUE INDEX advice_window_once ON tides.advice USING btree (window_id) WHERE (state = ANY (ARRAY['open'::text, 'asked'::text, 'running'::text]));
CREATE UNIQUE INDEX advice_zone_once ON tides.advice USING btree (outlet_id, zone) WHERE (state = ANY (ARRAY['open'::text, 'asked'::text]));

-- A trail.
-- What was done with an advice, each line once: the id is the act’s.
create table tides.advice_step (
  id uuid not null,
  advice_id uuid not null,
  seq integer not null,
  act text not null,
  state text not null,
  at timestamptz not null,
  account_id uuid,
  said text not null,
  constraint advice_step_pkey PRIMARY KEY (id),
  constraint advice_step_seq_unique UNIQUE (advice_id, seq),
  constraint advice_step_advice_exists FOREIGN KEY (advice_id) REFERENCES tides.advice(id)
);

-- Days that were added up from segments; added up again, a day replaces what it was.
create table tides.counted_day (
  outlet_id uuid not null,
  day date not null,
  counted_at timestamptz not null,
  constraint counted_day_pkey PRIMARY KEY (outlet_id, day)
);

-- How a hall wants to be advised; a hall without a row is advised as house-rule.ts says.
create table tides.house_rule (
  outlet_id uuid not null,
  active boolean not null,
  above_percent integer not null,
  least_minutes integer not null,
  weeks integer not null,
  price double precision not null,
  delay_minutes integer not null,
  shortest_minutes integer not null,
  answer_minutes integer not null,
  lapse_minutes integer not null,
  cool_down_minutes integer not null,
  daily_most integer not null,
  aim_minutes double precision not null,
  -- Who is told, one after the other; empty: everybody of the service office in turn.
  manager_ids uuid[] not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint house_rule_pkey PRIMARY KEY (outlet_id),
  constraint house_rule_sane CHECK (above_percent >= 5 AND above_percent <= 200 AND least_minutes >= 0 AND least_minutes <= 60 AND weeks >= 2 AND weeks <= 12 AND price >= 0.5::double precision AND price <= 20::double precision AND delay_minutes >= 1 AND delay_minutes <= 30 AND shortest_minutes >= 15 AND shortest_minutes <= 240 AND answer_minutes >= 1 AND answer_minutes <= 60 AND lapse_minutes >= 5 AND lapse_minutes <= 120 AND cool_down_minutes >= 0 AND cool_down_minutes <= 240 AND daily_most >= 1 AND daily_most <= 200 AND aim_minutes >= 1::double precision AND aim_minutes <= 60::double precision AND cardinality(manager_ids) <= 20)
);

-- What the watch saw of a zone each five minutes, and why it said something or nothing. Kept for some months.
create table tides.look (
  outlet_id uuid not null,
  at timestamptz not null,
  zone text not null,
  waiting integer not null,
  wait_minutes double precision,
  usual_minutes double precision,
  next_minutes double precision,
  next_usual_minutes double precision,
  windows integer not null,
  verdict text not null,
  advice_id uuid,
  constraint look_pkey PRIMARY KEY (outlet_id, at, zone),
  constraint look_verdict_known CHECK (verdict = ANY (ARRAY['calm'::text, 'noHistory'::text, 'high'::text, 'advised'::text, 'pending'::text, 'nobody'::text, 'notWorth'::text, 'coolDown'::text, 'budget'::text]))
);
CREATE INDEX look_at ON tides.look USING btree (at);

-- When a clerk last finished such an errand: who is able to do it.
create table tides.practice (
  account_id uuid not null,
  errand_id uuid not null,
  last_on date not null,
  constraint practice_pkey PRIMARY KEY (account_id, errand_id)
);
CREATE INDEX practice_errand ON tides.practice USING btree (errand_id, last_on);

-- Each five minutes that were looked at, so that of several servers one does.
create table tides.round (
  outlet_id uuid not null,
  at timestamptz not null,
  constraint round_pkey PRIMARY KEY (outlet_id, at)
);
CREATE INDEX round_at ON tides.round USING btree (at);

-- How long the windows of a zone kept people on a day: twenty values from short to long, each for a twentieth of them.
create table tides.service_spread (
  outlet_id uuid not null,
  day date not null,
  zone text not null,
  seconds integer[] not null,
  constraint service_spread_pkey PRIMARY KEY (outlet_id, day, zone)
);

-- The same of the windows of a zone: seconds staffed without breaks, seconds with somebody called or there.
create table tides.window_part (
  outlet_id uuid not null,
  day date not null,
  part smallint not null,
  zone text not null,
  staffed_seconds integer not null,
  busy_seconds integer not null,
  constraint window_part_pkey PRIMARY KEY (outlet_id, day, part, zone),
  constraint window_part_in_day CHECK (part >= 0 AND part <= 95),
  constraint window_part_positive CHECK (LEAST(staffed_seconds, busy_seconds) >= 0)
);

-- A quarter of an hour of a day (0: from 00:00) and an errand: who came, who was called and had waited how long, whom windows kept
-- for how long.
create table tides.work_part (
  outlet_id uuid not null,
  day date not null,
  part smallint not null,
  errand_id uuid not null,
  came integer not null,
  called integer not null,
  -- Of those who were called in this part, from the beginning of their waiting.
  waited_seconds integer not null,
  served integer not null,
  -- Of those who were called in this part, from the call until the window was free of them.
  kept_seconds integer not null,
  constraint work_part_pkey PRIMARY KEY (outlet_id, day, part, errand_id),
  constraint work_part_in_day CHECK (part >= 0 AND part <= 95),
  constraint work_part_positive CHECK (LEAST(came, called, waited_seconds, served, kept_seconds) >= 0)
);

-- -------------------- bulletins ---------------------------------------------------------------------------------

-- A trail.
-- A bulletin as it was made: figures, their definitions and all names that it says are in data, so that it can be drawn again to the
-- letter.
create table bulletins.edition (
  id uuid not null,
  month text not null,
  -- Null: of the whole district.
  department_id uuid,
  edition integer not null,
  as_of timestamptz not null,
  made_by uuid,
  made_by_name text not null,
  template_version integer not null,
  data jsonb not null,
  -- SHA-256 over month, as_of, template_version and data in canonical JSON.
  hash text not null,
  -- SHA-256 of each file as it was drawn when the edition was made, by language and format.
  files jsonb not null,
  constraint edition_pkey PRIMARY KEY (id),
  constraint edition_month_shape CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'::text),
  constraint edition_number_positive CHECK (edition > 0)
);
CREATE INDEX edition_of_department ON bulletins.edition USING btree (department_id, month);
CREATE UNIQUE INDEX edition_number ON bulletins.edition USING btree (month, COALESCE(department_id, '00000000-0000-0000-0000-000000000000'::uuid), edition);

-- -------------------- audit -------------------------------------------------------------------------------------

-- A trail.
-- A Merkle root over the actions that became final since the seal before it, chained to it. The same line without the leaves is in a
-- file outside the database. Insert-only.
create table audit.seal (
  seq bigint not null,
  at timestamptz not null,
  -- With from_id the place in platform.event after which this seal begins; it ends with (to_tx, to_id). Equal when actions were sealed
  -- that had not been announced.
  from_tx xid8 not null,
  from_id bigint not null,
  to_tx xid8 not null,
  to_id bigint not null,
  count integer not null,
  root text not null,
  prev_hash text not null,
  hash text not null,
  case_ids uuid[] not null,
  -- Numbers of the actions in their cases; 0 stands for what the case was opened with.
  seqs integer[] not null,
  -- One for each action: what the root is made of, kept so that a check can name the action that is not as it was. Three arrays in a
  -- row take a third of what a row for each action would, and cost no index.
  leaves bytea[] not null,
  -- The table whose rows it seals, as in platform.append_only_table. One trail for each seal.
  trail text not null default 'cases.action'::text,
  -- SHA-256 over case_ids, seqs, keys and names, which the hash of the seal covers.
  list text not null default ''::text,
  -- Primary keys of the rows of any other trail.
  keys text[] not null default '{}'::text[],
  -- What people call each thing: the number of a case or of a document. It is told when the thing itself is gone. Never personal data.
  names text[] not null default '{}'::text[],
  -- The greatest of the keys; rows of a trail are looked for from shortly before it.
  to_key text not null default ''::text,
  constraint seal_pkey PRIMARY KEY (seq),
  constraint seal_prev_key UNIQUE (prev_hash),
  constraint seal_count_check CHECK (count = cardinality(leaves) AND count = cardinality(names) AND cardinality(case_ids) = cardinality(seqs) AND count =
CASE
    WHEN trail = 'cases.action'::text THEN cardinality(seqs)
    ELSE cardinality(keys)
END) NOT VALID,
  constraint seal_seq_check CHECK (seq > 0)
);
CREATE INDEX seal_trail ON audit.seal USING btree (trail, to_key) WHERE (trail <> 'cases.action'::text);

-- A trail.
-- Who searched the trail for what. Insert-only.
create table audit.search (
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  filter jsonb not null,
  found integer not null,
  constraint search_pkey PRIMARY KEY (id)
);
CREATE INDEX search_at ON audit.search USING btree (at);

-- A trail.
-- Each check of all histories and what it found. account_id is null when a schedule or an operator at the machine ran it.
-- Insert-only.
create table audit.verification (
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  seconds double precision not null,
  cases integer not null,
  actions bigint not null,
  seals integer not null,
  findings integer not null,
  first_findings jsonb not null,
  -- Hash of the last seal that was seen. A later check that finds fewer seals, or another one at this place, says so.
  last_hash text,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_at ON audit.verification USING btree (at);

-- -------------------- demo --------------------------------------------------------------------------------------

-- What the demo district was made from. Begun and not ended: the loading was interrupted, and what is there is a part.
create table demo.loaded (
  only_row boolean not null default true,
  seed bigint not null,
  as_of date not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  counts jsonb not null default '{}'::jsonb,
  constraint loaded_pkey PRIMARY KEY (only_row),
  constraint loaded_single CHECK (only_row)
);

-- -------------------- published ---------------------------------------------------------------------------------

-- A case as it stands now. due_rule, target_on and fatal_on are of the clock that runs now, and null when none runs. applicant_name
-- is personal data unless by_organisation.
create view published."case" as
 SELECT id,
    number,
    item_id,
    item_version,
    item_name,
    department_id,
    outlet_id,
    door,
    organisation_id IS NOT NULL AS by_organisation,
    applicant_name,
    state,
    outcome,
    seq,
    head_hash,
    submitted_at,
    accepted_at,
    decided_at,
    ended_at,
    due_rule,
    target_on,
    fatal_on,
    due_provisional,
    rated,
    paused_since,
    decided_due
   FROM cases."case";

-- The history of every case, each action with the hash of the one before it (cases: hashAction). facts hold personal data: they are
-- for verifying the hash, not for showing.
create view published.case_action as
 SELECT case_id,
    seq,
    id,
    kind,
    from_state,
    to_state,
    at,
    account_id,
    role,
    place_id,
    facts,
    prev_hash,
    hash
   FROM cases.action;

-- Everything on the line of a case that its actions say (cases: lineAfter). Personal data and the secret of the receipt: for
-- comparing, not for showing.
create view published.case_whole as
 SELECT id,
    number,
    track_code,
    item_id,
    item_version,
    item_name,
    department_id,
    outlet_id,
    door,
    person_id,
    organisation_id,
    agent_id,
    applicant_name,
    state,
    holder_id,
    seq,
    head_hash,
    submitted_at,
    accepted_at,
    decided_at,
    ended_at,
    outcome,
    target_on,
    fatal_on,
    due_rule,
    due_provisional,
    due_from,
    next_at,
    fee_state,
    clock_events,
    paused_since,
    forecast_on,
    decided_due,
    wants,
    hearing,
    expires_on
   FROM cases."case";

-- Which places there are, of what kind, and below which other one they stand; the retired ones too.
create view published.outlet as
 SELECT id,
    kind,
    parent_id,
    department_id
   FROM offices.outlet;
