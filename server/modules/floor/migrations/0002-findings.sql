-- What is found in a hall, and what becomes of it.
create table floor.finding (
  id uuid not null,
  number text not null,
  outlet_id uuid not null,
  zone text not null,
  window_id uuid,
  department_id uuid,
  source text not null,
  severity text not null,
  body text not null,
  state text not null,
  seq int not null,
  due_on date,
  raised_at timestamptz not null,
  raised_by uuid not null,
  told_overdue_at timestamptz,
  constraint finding_pkey primary key (id),
  constraint finding_number_unique unique (number),
  constraint finding_source_known check (source in ('patrol', 'check', 'other')),
  constraint finding_severity_known check (severity in ('minor', 'serious', 'grave')),
  constraint finding_state_known check (state in ('open', 'corrected', 'closed')),
  constraint finding_clock_whole check ((due_on is null) = (state = 'closed'))
);
create index finding_of_outlet on floor.finding (outlet_id, raised_at desc, id desc);
create index finding_due on floor.finding (due_on) where due_on is not null and told_overdue_at is null;
create index finding_open on floor.finding (outlet_id, due_on) where due_on is not null;
comment on table floor.finding is 'A problem found in a hall (巡查发现的问题), as its steps leave it.';
comment on column floor.finding.department_id is 'Who puts it right; without one, the service office.';
comment on column floor.finding.due_on is 'The last day for putting it right, or for looking at it again.';

create table floor.finding_step (
  id uuid not null,
  action_id uuid not null,
  finding_id uuid not null,
  seq int not null,
  kind text not null,
  to_state text not null,
  body text not null,
  file_ids uuid[] not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null,
  due_on date,
  late boolean not null,
  constraint finding_step_pkey primary key (id),
  constraint finding_step_action_unique unique (action_id),
  constraint finding_step_seq_unique unique (finding_id, seq),
  constraint finding_step_finding_exists foreign key (finding_id) references floor.finding (id),
  constraint finding_step_kind_known check (kind in ('raise', 'correct', 'pass', 'reopen'))
);
comment on table floor.finding_step is 'Found, put right, looked at again: by whom, when, with which photos. Insert-only.';
insert into platform.append_only_table values ('floor.finding_step');
