-- Investment projects: types, projects with their steps, simulated approvals, the steward's log, and policies for companies.

create table projects.project_type (
  id uuid not null,
  code text not null,
  constraint project_type_pkey primary key (id),
  constraint project_type_code_key unique (code)
);

create table projects.project_type_version (
  type_id uuid not null,
  version int not null,
  body jsonb not null,
  in_force_from date not null,
  published_at timestamptz not null,
  published_by uuid,
  constraint project_type_version_pkey primary key (type_id, version),
  constraint project_type_version_type_fkey foreign key (type_id) references projects.project_type (id)
);
insert into platform.append_only_table values ('projects.project_type_version');
comment on table projects.project_type_version is 'What a type says from a day on; never changed. A project keeps the version that it was opened by.';

create table projects.project (
  id uuid not null,
  number text not null,
  type_id uuid not null,
  type_version int not null,
  organisation_id uuid not null,
  organisation_name text not null,
  name text not null,
  address text not null,
  investment_fen bigint not null,
  facts jsonb not null,
  planned_from date not null,
  steward_id uuid not null,
  steward_contact text not null,
  state text not null default 'open',
  seq int not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  constraint project_pkey primary key (id),
  constraint project_number_key unique (number),
  constraint project_type_fkey foreign key (type_id, type_version) references projects.project_type_version (type_id, version),
  constraint project_state_known check (state in ('open', 'done', 'abandoned')),
  constraint project_ended check ((state = 'open') = (ended_at is null)),
  constraint project_investment_positive check (investment_fen > 0)
);
create index project_organisation on projects.project (organisation_id, opened_at);
create index project_steward on projects.project (steward_id, opened_at);
create index project_opened on projects.project (opened_at);
comment on column projects.project.facts is 'What is known of the project beside its investment: area, jobs, industry, town; for policies.';
comment on column projects.project.steward_id is 'The account of the steward (帮办专员); who it was before stands in the log.';
insert into platform.append_only_table (table_name, may_update) values ('projects.project', true);

create table projects.step (
  project_id uuid not null,
  key text not null,
  position int not null,
  stage text not null,
  item_id uuid not null,
  item_name text not null,
  department_id uuid not null,
  after text[] not null,
  planned_prepares_from date not null,
  planned_hands_in_on date not null,
  planned_decided_on date not null,
  constraint step_pkey primary key (project_id, key),
  constraint step_project_fkey foreign key (project_id) references projects.project (id),
  constraint step_stage_known check (stage in ('landUse', 'planning', 'building', 'completion'))
);
create index step_department on projects.step (department_id);
create index step_item on projects.step (item_id);
insert into platform.append_only_table (table_name, may_update) values ('projects.step', true);

create table projects.step_case (
  case_id uuid not null,
  project_id uuid not null,
  step_key text not null,
  at timestamptz not null,
  constraint step_case_pkey primary key (case_id),
  constraint step_case_step_fkey foreign key (project_id, step_key) references projects.step (project_id, key)
);
create index step_case_step on projects.step_case (project_id, step_key);
insert into platform.append_only_table values ('projects.step_case');
comment on table projects.step_case is 'The cases of a step: mostly one; another where the first was refused or taken back. Their time counts together.';

create table projects.log (
  project_id uuid not null,
  seq int not null,
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  account_id uuid,
  facts jsonb not null,
  constraint log_pkey primary key (project_id, seq),
  constraint log_id_key unique (id),
  constraint log_project_fkey foreign key (project_id) references projects.project (id)
);
insert into platform.append_only_table values ('projects.log');
comment on column projects.log.id is 'Made by the client for what a person does: the same id is the same act.';

create table projects.reminder (
  id uuid not null,
  project_id uuid not null,
  account_id uuid not null,
  on_day date not null,
  what text not null,
  next_at timestamptz,
  constraint reminder_pkey primary key (id),
  constraint reminder_project_fkey foreign key (project_id) references projects.project (id)
);
create index reminder_next on projects.reminder (next_at) where next_at is not null;
create index reminder_project on projects.reminder (project_id, on_day);
insert into platform.append_only_table (table_name, may_update) values ('projects.reminder', true);
comment on column projects.reminder.next_at is 'When the steward is told; null afterwards. Swept, never a job.';

create table projects.simulation (
  id uuid not null,
  project_id uuid not null,
  step_key text not null,
  state text not null,
  missing jsonb not null,
  content jsonb not null,
  pins jsonb,
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
  constraint simulation_pkey primary key (id),
  constraint simulation_step_fkey foreign key (project_id, step_key) references projects.step (project_id, key),
  constraint simulation_state_known check (state in ('begun', 'examined', 'formal', 'decided', 'lapsed', 'withdrawn')),
  constraint simulation_proposal_known check (proposal in ('grant', 'refuse')),
  constraint simulation_examined_whole check ((pins is null) = (examined_at is null) and (pins is null) = (opinion is null)),
  constraint simulation_formal_whole check ((case_id is null) = (state not in ('formal', 'decided')))
);
create unique index simulation_of_step on projects.simulation (project_id, step_key) where state in ('begun', 'examined', 'formal');
create index simulation_next on projects.simulation (next_at) where next_at is not null;
insert into platform.append_only_table (table_name, may_update) values ('projects.simulation', true);
comment on column projects.simulation.pins is 'A hash for each part that was examined: what differs later has to be looked at again.';
comment on column projects.simulation.again is 'When it became formal: what has to be looked at again, and nothing else.';

create table projects.company_facts (
  organisation_id uuid not null,
  facts jsonb not null,
  told_at timestamptz not null,
  told_by uuid,
  constraint company_facts_pkey primary key (organisation_id, told_at)
);
insert into platform.append_only_table values ('projects.company_facts');
comment on table projects.company_facts is 'What a company has told of itself, for policies; the last line counts.';

create table projects.policy (
  id uuid not null,
  code text not null,
  version int not null,
  body jsonb not null,
  valid_from date not null,
  valid_until date,
  withdrawn_at timestamptz,
  constraint policy_pkey primary key (id),
  constraint policy_code_key unique (code),
  constraint policy_valid_check check (valid_until is null or valid_from <= valid_until)
);
create index policy_valid on projects.policy (valid_from);
insert into platform.append_only_table (table_name, may_update) values ('projects.policy', true);

create table projects.policy_version (
  policy_id uuid not null,
  version int not null,
  body jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  withdrawn boolean not null,
  constraint policy_version_pkey primary key (policy_id, version),
  constraint policy_version_policy_fkey foreign key (policy_id) references projects.policy (id)
);
insert into platform.append_only_table values ('projects.policy_version');
