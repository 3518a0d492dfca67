-- Tidal windows: what is usual, what was seen, what was advised, what came of it.

create table tides.house_rule (
  outlet_id uuid not null,
  active boolean not null,
  above_percent int not null,
  least_minutes int not null,
  weeks int not null,
  price double precision not null,
  delay_minutes int not null,
  shortest_minutes int not null,
  answer_minutes int not null,
  lapse_minutes int not null,
  cool_down_minutes int not null,
  daily_most int not null,
  aim_minutes double precision not null,
  manager_ids uuid[] not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint house_rule_pkey primary key (outlet_id),
  constraint house_rule_sane check (above_percent between 5 and 200 and least_minutes between 0 and 60 and weeks between 2 and 12
    and price between 0.5 and 20 and delay_minutes between 1 and 30 and shortest_minutes between 15 and 240
    and answer_minutes between 1 and 60 and lapse_minutes between 5 and 120 and cool_down_minutes between 0 and 240
    and daily_most between 1 and 200 and aim_minutes between 1 and 60 and cardinality(manager_ids) <= 20)
);
comment on table tides.house_rule is 'How a hall wants to be advised; a hall without a row is advised as house-rule.ts says.';
comment on column tides.house_rule.manager_ids is 'Who is told, one after the other; empty: everybody of the service office in turn.';

create table tides.counted_day (
  outlet_id uuid not null,
  day date not null,
  counted_at timestamptz not null,
  constraint counted_day_pkey primary key (outlet_id, day)
);
comment on table tides.counted_day is 'Days that were added up from segments; added up again, a day replaces what it was.';

create table tides.work_part (
  outlet_id uuid not null,
  day date not null,
  part smallint not null,
  errand_id uuid not null,
  came int not null,
  called int not null,
  waited_seconds int not null,
  served int not null,
  kept_seconds int not null,
  constraint work_part_pkey primary key (outlet_id, day, part, errand_id),
  constraint work_part_in_day check (part between 0 and 95),
  constraint work_part_positive check (least(came, called, waited_seconds, served, kept_seconds) >= 0)
);
comment on table tides.work_part is 'A quarter of an hour of a day (0: from 00:00) and an errand: who came, who was called and had waited how long, whom windows kept for how long.';
comment on column tides.work_part.waited_seconds is 'Of those who were called in this part, from the beginning of their waiting.';
comment on column tides.work_part.kept_seconds is 'Of those who were called in this part, from the call until the window was free of them.';

create table tides.window_part (
  outlet_id uuid not null,
  day date not null,
  part smallint not null,
  zone text not null,
  staffed_seconds int not null,
  busy_seconds int not null,
  constraint window_part_pkey primary key (outlet_id, day, part, zone),
  constraint window_part_in_day check (part between 0 and 95),
  constraint window_part_positive check (least(staffed_seconds, busy_seconds) >= 0)
);
comment on table tides.window_part is 'The same of the windows of a zone: seconds staffed without breaks, seconds with somebody called or there.';

create table tides.service_spread (
  outlet_id uuid not null,
  day date not null,
  zone text not null,
  seconds int[] not null,
  constraint service_spread_pkey primary key (outlet_id, day, zone)
);
comment on table tides.service_spread is 'How long the windows of a zone kept people on a day: twenty values from short to long, each for a twentieth of them.';

create table tides.practice (
  account_id uuid not null,
  errand_id uuid not null,
  last_on date not null,
  constraint practice_pkey primary key (account_id, errand_id)
);
create index practice_errand on tides.practice (errand_id, last_on);
comment on table tides.practice is 'When a clerk last finished such an errand: who is able to do it.';

create table tides.round (
  outlet_id uuid not null,
  at timestamptz not null,
  constraint round_pkey primary key (outlet_id, at)
);
comment on table tides.round is 'Each five minutes that were looked at, so that of several servers one does.';

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
  others jsonb not null,
  errand_ids uuid[] not null,
  before_ids uuid[] not null,
  saves_minutes double precision not null,
  minutes int not null,
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
  seq int not null,
  constraint advice_pkey primary key (id),
  constraint advice_kind_known check (kind in ('open', 'switch')),
  constraint advice_state_known check (state in ('open', 'asked', 'running', 'over', 'refused', 'lapsed', 'declined', 'overtaken')),
  constraint advice_decided_whole check ((decided_by is null) = (decided_at is null)),
  constraint advice_began_whole check ((began_at is null) = (state not in ('running', 'over')))
);
create unique index advice_zone_once on tides.advice (outlet_id, zone) where state in ('open', 'asked');
create unique index advice_window_once on tides.advice (window_id) where state in ('open', 'asked', 'running');
create index advice_outlet on tides.advice (outlet_id, made_at desc, id desc);
create index advice_unmeasured on tides.advice (outlet_id, began_at) where state in ('running', 'over') and effect is null;
create index advice_clerk on tides.advice (clerk_id) where state in ('asked', 'running');
comment on table tides.advice is 'What was advised to whom and why, and what came of it. It is told to one manager after the other.';
comment on column tides.advice.others is 'Who else could sit there, in their order: accounts with names. They are asked when the first does not come.';
comment on column tides.advice.errand_ids is 'What the window does while the advice holds; before_ids what it did before, and does afterwards again.';
comment on column tides.advice.seen is 'What was seen when the advice was made: waits in minutes, days compared with, people.';

create table tides.advice_step (
  id uuid not null,
  advice_id uuid not null,
  seq int not null,
  act text not null,
  state text not null,
  at timestamptz not null,
  account_id uuid,
  said text not null,
  constraint advice_step_pkey primary key (id),
  constraint advice_step_seq_unique unique (advice_id, seq),
  constraint advice_step_advice_exists foreign key (advice_id) references tides.advice (id)
);
comment on table tides.advice_step is 'What was done with an advice, each line once: the id is the act’s.';
insert into platform.append_only_table values ('tides.advice_step');

create table tides.look (
  outlet_id uuid not null,
  at timestamptz not null,
  zone text not null,
  waiting int not null,
  wait_minutes double precision,
  usual_minutes double precision,
  next_minutes double precision,
  next_usual_minutes double precision,
  windows int not null,
  verdict text not null,
  advice_id uuid,
  constraint look_pkey primary key (outlet_id, at, zone),
  constraint look_verdict_known check (verdict in ('calm', 'noHistory', 'high', 'advised', 'pending', 'nobody', 'notWorth', 'coolDown', 'budget'))
);
comment on table tides.look is 'What the watch saw of a zone each five minutes, and why it said something or nothing. Kept for some months.';
create index look_at on tides.look (at);
create index round_at on tides.round (at);
