-- Warnings before the dates of a case, and who was told of them.

create table warnings.ladder (
  id uuid not null,
  department_id uuid,
  version int not null,
  body jsonb,
  saved_at timestamptz not null,
  saved_by uuid not null,
  constraint ladder_pkey primary key (id),
  constraint ladder_version_key unique nulls not distinct (department_id, version)
);
comment on table warnings.ladder is 'Every version of every ladder (warnings: Ladder). The newest of a department, or without one that of the district, is in force.';
comment on column warnings.ladder.department_id is 'Null: the ladder of the district.';
comment on column warnings.ladder.body is 'Null: from this version on the department follows the district again, the district what comes with the product.';
insert into platform.append_only_table values ('warnings.ladder');

create table warnings.watch (
  case_id uuid not null,
  department_id uuid not null,
  since timestamptz not null,
  next_at timestamptz,
  calendar_no int not null default 0,
  constraint watch_pkey primary key (case_id)
);
create index watch_next on warnings.watch (next_at) where next_at is not null;
create index watch_department on warnings.watch (department_id);
create index watch_calendar on warnings.watch (calendar_no);
comment on table warnings.watch is
  'A line for each case with a clock of the office, so that the sweep reads what is due and nothing else. Can be made again from the cases.';
comment on column warnings.watch.since is 'What fell due before was never watched and is not sent.';
comment on column warnings.watch.next_at is 'When the case is looked at next; null: no rung is left.';
comment on column warnings.watch.calendar_no is 'The version of the working calendar by which next_at was counted.';

create table warnings.warning (
  id uuid not null,
  case_id uuid not null,
  department_id uuid not null,
  due_rule text not null,
  due_from date not null,
  about text not null,
  due_on date not null,
  days int not null,
  outcome text not null,
  ladder_id uuid,
  told jsonb not null,
  at timestamptz not null,
  constraint warning_pkey primary key (id),
  constraint warning_once unique (case_id, due_rule, due_from, about, due_on, days),
  constraint warning_about_known check (about in ('target', 'fatal')),
  constraint warning_outcome_known check (outcome in ('sent', 'skipped'))
);
comment on table warnings.warning is 'A rung of a ladder that was done for a case. Once for each case, clock (due_rule, due_from), date and rung.';
comment on column warnings.warning.ladder_id is 'The version by which it was done; null: what comes with the product.';
comment on column warnings.warning.told is 'Accounts with the post for which they were told; empty when skipped.';
insert into platform.append_only_table values ('warnings.warning');

create table warnings.fault (
  id uuid not null,
  department_id uuid,
  kind text not null,
  detail text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times int not null,
  settled_at timestamptz,
  settled_by uuid,
  constraint fault_pkey primary key (id),
  constraint fault_kind_known check (kind in ('unreadable', 'postEmpty', 'failed'))
);
create unique index fault_open_once on warnings.fault (department_id, kind, detail) nulls not distinct where settled_at is null;
create index fault_at on warnings.fault (last_at desc, id);
comment on table warnings.fault is 'A ladder that could not be followed as it is. The department warns by the ladder of the district until it is put right.';

-- Of the cases that are open now: what had fallen due before is not sent after the fact.
insert into warnings.watch (case_id, department_id, since, next_at)
select id, department_id, now(), now() from cases."case" where ended_at is null and due_rule in ('tellAll', 'decide', 'deliver');
