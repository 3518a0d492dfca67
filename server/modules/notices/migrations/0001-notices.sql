-- Messages to people: the inbox, and what goes out by SMS and e-mail.

create table notices.notice (
  id uuid not null,
  person_id uuid not null,
  subject_id uuid,
  template text not null,
  facts jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notice_pkey primary key (id)
);
create index notice_inbox on notices.notice (person_id, id desc);
create index notice_unread on notices.notice (person_id) where read_at is null;
comment on table notices.notice is 'One message in a person''s inbox. Its words are made from template and facts in the reader''s language.';

create table notices.outgoing (
  id uuid not null,
  notice_id uuid,
  code_id uuid,
  channel text not null,
  urgent boolean not null,
  state text not null default 'waiting',
  attempts int not null default 0,
  next_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  provider_id text,
  last_error text,
  constraint outgoing_pkey primary key (id),
  constraint outgoing_about_one check (num_nonnulls(notice_id, code_id) = 1),
  constraint outgoing_channel_known check (channel in ('sms', 'email')),
  constraint outgoing_state_known check (state in ('waiting', 'sent', 'givenUp', 'noAddress', 'unwanted')),
  constraint outgoing_sent_whole check ((state = 'sent') = (sent_at is not null))
);
create unique index outgoing_notice_once on notices.outgoing (notice_id, channel) where notice_id is not null;
create unique index outgoing_code_once on notices.outgoing (code_id, channel) where code_id is not null;
create index outgoing_due on notices.outgoing (next_at) where state = 'waiting';
create index outgoing_stuck on notices.outgoing (created_at) where state = 'givenUp';
comment on table notices.outgoing is
  'A message on its way by SMS or e-mail. Once in effect: its id is the idempotency key that the gateway gets with every attempt.';
comment on column notices.outgoing.notice_id is
  'Made by the same statement as the notice; a foreign key would only cost a look-up for each row of a batch.';
comment on column notices.outgoing.next_at is 'When it is tried next. Claiming it moves this on, so that a dead sender does not keep it.';
comment on column notices.outgoing.state is
  'noAddress: the person has none for this channel; unwanted: switched off by the person; givenUp: an operator must look.';
comment on column notices.outgoing.urgent is 'A verification code: quiet hours do not hold it back.';

create table notices.preference (
  person_id uuid not null,
  sms boolean not null,
  email boolean not null,
  language text not null,
  constraint preference_pkey primary key (person_id),
  constraint preference_language_known check (language in ('zh-CN', 'en'))
);
comment on table notices.preference is 'How a person wants to be told. Without a row: SMS, in Chinese. The inbox cannot be switched off.';

create table notices.outbox (
  id uuid not null,
  channel text not null,
  address text not null,
  subject text,
  body text not null,
  at timestamptz not null,
  constraint outbox_pkey primary key (id)
);
create index outbox_at on notices.outbox (at desc);
comment on table notices.outbox is
  'Demo only: where messages end up instead of a telephone. The id is the idempotency key, so a second attempt changes nothing.';
