-- Where a case was handed in, what the law would have allowed, and how often somebody had to come. Of cases that were counted before,
-- `yichuang insight rebuild` makes the numbers again from their histories; until then they count as handed in nowhere and without visits.
alter table insight.case_day
  add column outlet_id uuid not null default '00000000-0000-0000-0000-000000000000',
  add column statutory_days int,
  add column visits int;
comment on column insight.case_day.outlet_id is 'The counter that took it; all zeros when it came by no counter, because a key of counters has no null.';
comment on column insight.case_day.statutory_days is 'Working days from acceptance to the last day of the law; null until the decision.';
comment on column insight.case_day.visits is 'Days on which somebody came to a counter for it; null until it ended.';

alter table insight.day_count
  add column outlet_id uuid not null default '00000000-0000-0000-0000-000000000000',
  add column statutory_days bigint not null default 0,
  add column visits bigint not null default 0,
  drop constraint day_count_pkey,
  add constraint day_count_pkey primary key (day, department_id, item_id, door, outlet_id);
comment on column insight.day_count.visits is 'Summed over the cases that ended on the day.';
