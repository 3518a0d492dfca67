-- Other districts, their keys, what was sent to them and what came from them.

create table exchange.partner (
  id uuid not null,
  code text not null,
  name text not null,
  base_url text not null,
  since timestamptz not null,
  last_answer_at timestamptz,
  constraint partner_pkey primary key (id),
  constraint partner_code_key unique (code)
);

create table exchange.partner_key (
  key_id text not null,
  partner_id uuid not null,
  public_key text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  revoked_at timestamptz,
  confirmed_by uuid not null,
  constraint partner_key_pkey primary key (partner_id, key_id),
  constraint partner_key_partner_exists foreign key (partner_id) references exchange.partner (id)
);
comment on column exchange.partner_key.key_id is 'SHA-256 of the public key: the fingerprint that a person has compared.';

create table exchange.taken (
  id uuid not null,
  partner_id uuid not null,
  item_id uuid not null,
  item_name text not null,
  applicant_name text not null,
  content text not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  number text,
  track_code text,
  refusal jsonb,
  state text,
  last_seq integer not null default 0,
  constraint taken_pkey primary key (id),
  constraint taken_partner_exists foreign key (partner_id) references exchange.partner (id)
);
create index taken_newest on exchange.taken (taken_at desc, id);
create index taken_by_whom on exchange.taken (taken_by, taken_at desc, id);
comment on table exchange.taken is 'What was taken in here for another district. Its state is the one of the step with the greatest number that has come.';
comment on column exchange.taken.content is 'The message as it was written: the bytes that were signed.';

create table exchange.taken_step (
  taken_id uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  at timestamptz not null,
  constraint taken_step_pkey primary key (taken_id, seq),
  constraint taken_step_taken_exists foreign key (taken_id) references exchange.taken (id)
);

create table exchange.received (
  case_id uuid not null,
  application_id uuid not null,
  partner_id uuid not null,
  constraint received_pkey primary key (case_id),
  constraint received_application_key unique (partner_id, application_id),
  constraint received_partner_exists foreign key (partner_id) references exchange.partner (id)
);
comment on table exchange.received is 'Which cases came from another district, and as what they are known there.';

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
  constraint outgoing_pkey primary key (id),
  constraint outgoing_kind_known check (kind in ('application', 'step')),
  constraint outgoing_partner_exists foreign key (partner_id) references exchange.partner (id)
);
create index outgoing_due on exchange.outgoing (next_at, id) where sent_at is null;

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
  constraint message_pkey primary key (id, direction, partner_id),
  constraint message_direction_known check (direction in ('in', 'out')),
  constraint message_partner_exists foreign key (partner_id) references exchange.partner (id)
);
comment on table exchange.message is 'Every message with its answer, both as they were signed: evidence for both districts.';

create table exchange.delivery (
  nonce text not null,
  partner_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  constraint delivery_pkey primary key (partner_id, nonce)
);
comment on table exchange.delivery is 'Each time a message came. Whoever sends again signs again; the same signature twice is a replay.';

insert into platform.append_only_table values ('exchange.message'), ('exchange.delivery'), ('exchange.taken_step');
