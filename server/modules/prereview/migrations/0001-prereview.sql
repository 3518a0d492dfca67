-- What the rules said of cases, how far the machine may go, and what people found when they checked it again.

create table prereview.review (
  id uuid not null,
  case_id uuid not null,
  case_seq integer not null,
  case_number text not null,
  item_id uuid not null,
  department_id uuid not null,
  rules_version integer not null,
  verdict text not null,
  judgements jsonb not null,
  at timestamptz not null,
  accept_id uuid not null,
  grant_id uuid not null,
  constraint review_pkey primary key (id),
  constraint review_once unique (case_id, case_seq),
  constraint review_verdict_known check (verdict in ('pass', 'fail', 'canNotTell'))
);
create index review_of_item on prereview.review (item_id, at);
comment on table prereview.review is 'What the rules said of a case as it stood after one of its actions: rule, inputs, verdict, version. Never changed.';
comment on column prereview.review.case_seq is 'The action after which the case was judged: submission, supplement or correction.';
comment on column prereview.review.accept_id is 'Under these ids the machine acts, if it does: a second try is the same act.';
insert into platform.append_only_table values ('prereview.review');

create table prereview.machine_act (
  review_id uuid not null,
  case_id uuid not null,
  case_number text not null,
  item_id uuid not null,
  department_id uuid not null,
  kind text not null,
  at timestamptz not null,
  sampled boolean not null,
  constraint machine_act_pkey primary key (review_id, kind),
  constraint machine_act_review_exists foreign key (review_id) references prereview.review (id),
  constraint machine_act_kind_known check (kind in ('accept', 'decide'))
);
create index machine_act_of_item on prereview.machine_act (item_id, at);
create index machine_act_of_case on prereview.machine_act (case_id);
create index machine_act_sampled on prereview.machine_act (department_id, at) where sampled;
comment on table prereview.machine_act is 'What the machine did on a review: acceptance, and the decision behind it. Sampled ones are checked again by a person, once.';
insert into platform.append_only_table values ('prereview.machine_act');

create table prereview.recheck (
  review_id uuid not null,
  agreed boolean not null,
  note text not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null,
  constraint recheck_pkey primary key (review_id),
  constraint recheck_review_exists foreign key (review_id) references prereview.review (id)
);
insert into platform.append_only_table values ('prereview.recheck');

create table prereview.setting (
  item_id uuid not null,
  no integer not null,
  department_id uuid not null,
  item_name text not null,
  level text not null,
  share integer not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  constraint setting_pkey primary key (item_id, no),
  constraint setting_level_known check (level in ('advise', 'accept', 'decide')),
  constraint setting_share_possible check (share between 1 and 100)
);
comment on table prereview.setting is 'How far the machine may go with an item: the last row counts, the others are its history.';
comment on column prereview.setting.share is 'Of a hundred acts of the machine so many are checked again by a person.';
insert into platform.append_only_table values ('prereview.setting');

create table prereview.switch (
  scope uuid not null,
  stopped boolean not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  constraint switch_pkey primary key (scope)
);
comment on table prereview.switch is
  'Whether the machine may act: one row for the whole district (all zeros), one for a department. An act holds the district''s row while it is being written, so that nothing follows once a stop was answered.';
insert into prereview.switch values ('00000000-0000-0000-0000-000000000000', false, '', '-infinity', '');

create table prereview.switch_change (
  id uuid not null,
  scope uuid not null,
  stopped boolean not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  account_id uuid,
  constraint switch_change_pkey primary key (id)
);
insert into platform.append_only_table values ('prereview.switch_change');
