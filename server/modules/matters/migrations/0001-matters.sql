-- Life events, the matters that are applied for by them, and the opinions that departments ask of each other.

create table matters.life_event (
  id uuid not null,
  code text not null,
  draft jsonb,
  draft_revision int not null default 0,
  changed_at timestamptz not null,
  withdrawn_from date,
  constraint life_event_pkey primary key (id),
  constraint life_event_code_key unique (code)
);
comment on column matters.life_event.draft is 'What is being prepared; null when nothing is. The versions are what was published.';

create table matters.life_event_version (
  event_id uuid not null,
  version int not null,
  body jsonb not null,
  in_force_from date not null,
  published_at timestamptz not null,
  published_by uuid,
  constraint life_event_version_pkey primary key (event_id, version),
  constraint life_event_version_event_fkey foreign key (event_id) references matters.life_event (id)
);
insert into platform.append_only_table values ('matters.life_event_version');
comment on table matters.life_event_version is 'What a life event says from a day on; never changed. A matter keeps the version that it was applied for by.';

create table matters.matter (
  id uuid not null,
  number text not null,
  track_code text not null,
  event_id uuid not null,
  event_version int not null,
  event_name text not null,
  lead_department_id uuid not null,
  policy text not null,
  person_id uuid,
  organisation_id uuid,
  agent_id uuid,
  applicant_name text not null,
  door text not null,
  outlet_id uuid,
  content jsonb not null,
  state text not null,
  outcome text,
  submitted_at timestamptz not null,
  started_on date,
  extended_days int not null default 0,
  decided_at timestamptz,
  ended_at timestamptz,
  seq int not null,
  constraint matter_pkey primary key (id),
  constraint matter_number_key unique (number),
  constraint matter_version_fkey foreign key (event_id, event_version) references matters.life_event_version (event_id, version),
  constraint matter_state_known check (state in ('open', 'decided', 'ended')),
  constraint matter_policy_known check (policy in ('allMustAgree', 'firstRefusalStops', 'collectAll')),
  constraint matter_outcome_known check (outcome in ('granted', 'partlyGranted', 'refused', 'withdrawn')),
  constraint matter_outcome_whole check ((state = 'open') = (outcome is null) and (outcome is null) = (decided_at is null)),
  constraint matter_applicant_check check (person_id is not null or organisation_id is not null)
);
create index matter_person on matters.matter (person_id, submitted_at) where person_id is not null;
create index matter_organisation on matters.matter (organisation_id, submitted_at) where organisation_id is not null;
create index matter_agent on matters.matter (agent_id, submitted_at) where agent_id is not null;
create index matter_lead on matters.matter (lead_department_id, submitted_at);
create index matter_submitted on matters.matter (submitted_at);
comment on column matters.matter.content is 'The whole application, for the parts that are opened later. No department reads it: each has its own part in its case.';
comment on column matters.matter.started_on is 'The day on which the first case was accepted: from it the limit of joint handling runs (行政许可法 art. 42 (2)).';
insert into platform.append_only_table (table_name, may_update) values ('matters.matter', true);

create table matters.member (
  matter_id uuid not null,
  key text not null,
  position int not null,
  item_id uuid not null,
  item_version int not null,
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
  constraint member_pkey primary key (matter_id, key),
  constraint member_matter_fkey foreign key (matter_id) references matters.matter (id),
  constraint member_fate_known check (fate in ('waiting', 'open', 'granted', 'notNeeded', 'refused', 'failed', 'withdrawn', 'stopped', 'dropped')),
  constraint member_case_whole check ((case_id is null) = (opened_at is null) and (fate <> 'open' or case_id is not null))
);
create unique index member_case_key on matters.member (case_id) where case_id is not null;
insert into platform.append_only_table (table_name, may_update) values ('matters.member', true);

create table matters.step (
  matter_id uuid not null,
  seq int not null,
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  account_id uuid,
  facts jsonb not null,
  constraint step_pkey primary key (matter_id, seq),
  constraint step_id_key unique (id),
  constraint step_matter_fkey foreign key (matter_id) references matters.matter (id),
  constraint step_kind_known check (kind in ('apply', 'open', 'decide', 'stop', 'drop', 'withdraw', 'extend', 'conclude', 'end'))
);
insert into platform.append_only_table values ('matters.step');
comment on column matters.step.id is 'Made by the client for what a person does: the same id is the same act.';

create table matters.consultation (
  id uuid not null,
  case_id uuid not null,
  case_number text not null,
  item_name text not null,
  from_department_id uuid not null,
  to_department_id uuid not null,
  question text not null,
  given jsonb not null,
  days int not null,
  asked_on date not null,
  due_on date not null,
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
  constraint consultation_pkey primary key (id),
  constraint consultation_state_known check (state in ('asked', 'agreed', 'disagreed', 'conditional', 'silent', 'recalled')),
  constraint consultation_answer_whole check ((state = 'asked') = (answered_at is null)),
  constraint consultation_days_check check (days between 1 and 60),
  constraint consultation_departments_check check (from_department_id <> to_department_id)
);
create index consultation_case on matters.consultation (case_id);
create index consultation_asked on matters.consultation (to_department_id, asked_at);
create index consultation_open on matters.consultation (due_on) where state = 'asked';
create index consultation_next on matters.consultation (next_at) where next_at is not null;
insert into platform.append_only_table (table_name, may_update) values ('matters.consultation', true);
comment on column matters.consultation.given is 'What the consulted department sees of the case, as it was when it was asked, and nothing else.';
comment on column matters.consultation.next_at is 'When its time is over and the rule acts: consent by silence, or escalation; swept, never a job.';
