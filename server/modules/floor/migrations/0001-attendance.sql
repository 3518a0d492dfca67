-- The hall as a place: who should be where when, and what a superior put right.
create table floor.house_rule (
  outlet_id uuid not null,
  grace_minutes int not null,
  answer_days int not null,
  correction_days int[] not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint house_rule_pkey primary key (outlet_id),
  constraint house_rule_sane check (grace_minutes between 0 and 60 and answer_days between 1 and 30 and array_length(correction_days, 1) = 3
    and 1 <= all (correction_days) and 60 >= all (correction_days))
);
comment on table floor.house_rule is 'Rules of the house, of no law: see house-rule.ts for what they mean and what counts without a row.';
comment on column floor.house_rule.correction_days is 'Working days in which a finding is put right: minor, serious, grave.';

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
  constraint turn_pkey primary key (id),
  constraint turn_once unique (account_id, day, starts),
  constraint turn_times check (starts ~ '^[0-2][0-9]:[0-5][0-9]$' and ends ~ '^[0-2][0-9]:[0-5][0-9]$' and starts < ends)
);
create index turn_day on floor.turn (outlet_id, day, starts);
comment on table floor.turn is 'Who is to be where from when until when (排班). One that has begun is never taken away.';

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
  constraint amendment_pkey primary key (id),
  constraint amendment_action_unique unique (action_id),
  constraint amendment_mark_known check (mark in ('present', 'leave', 'absent'))
);
create index amendment_turn on floor.amendment (account_id, day, starts);
comment on table floor.amendment is 'What a named superior says of a turn instead of the rule, with the reason; the last one counts.';
insert into platform.append_only_table values ('floor.amendment');
