-- The figures of the service: one row for each case with the days on which it counts, and what they add up to by day.

create table insight.case_day (
  case_id uuid not null,
  department_id uuid not null,
  item_id uuid not null,
  door text not null,
  submitted_on date not null,
  accepted_on date,
  decided_on date,
  ended_on date,
  in_time boolean,
  in_promise boolean,
  promised_days int,
  used_days int,
  rated boolean not null,
  constraint case_day_pkey primary key (case_id),
  constraint case_day_decided_whole check ((decided_on is null) = (used_days is null))
) with (fillfactor = 60);
comment on table insight.case_day is 'On which days of Asia/Shanghai a case counts. Lists behind the figures are read from here, and insight.day_count is what these rows add up to: both are written by the same statement.';
comment on column insight.case_day.department_id is 'Who answers for the case now: a case that was sent on counts there from its first day.';
comment on column insight.case_day.promised_days is 'Working days from acceptance to the day that was promised; null until the decision.';
comment on column insight.case_day.used_days is 'Working days from acceptance to the decision.';

-- Block ranges, not trees: cases come in the order of their days, and a step that fills in a day of a row stays on its page (HOT, from
-- PostgreSQL 16) and touches no index. A tree for each day would be written again at every step.
create index case_day_submitted on insight.case_day using brin (submitted_on) with (pages_per_range = 16, autosummarize = on);
create index case_day_accepted on insight.case_day using brin (accepted_on) with (pages_per_range = 16, autosummarize = on);
create index case_day_decided on insight.case_day using brin (decided_on) with (pages_per_range = 16, autosummarize = on);
create index case_day_ended on insight.case_day using brin (ended_on) with (pages_per_range = 16, autosummarize = on);

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
  constraint day_count_pkey primary key (day, department_id, item_id, door)
) with (fillfactor = 60);
comment on table insight.day_count is 'What insight.case_day adds up to, each measure on its own day: received on the day of submission, accepted on that of acceptance, decided to used_days on that of the decision, ended and rated on the last one.';

create table insight.export (
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  format text not null,
  case_set text not null,
  filter jsonb not null,
  rows int not null,
  masked boolean not null,
  constraint export_pkey primary key (id),
  constraint export_format_known check (format in ('csv', 'xlsx'))
);
create index export_at on insight.export (at);
comment on table insight.export is 'Who took which list away, and how many rows. Insert-only.';
comment on column insight.export.masked is 'False when names of persons left unmasked.';
insert into platform.append_only_table values ('insight.export');
