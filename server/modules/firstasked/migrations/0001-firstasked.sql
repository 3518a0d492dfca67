-- The first person asked (首问责任): questions, who was asked first, to whom they were handed over, and the answer.

create table firstasked.house_rule (
  id int not null,
  acknowledge_minutes int not null,
  answer_days int not null,
  hand_overs int not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint house_rule_pkey primary key (id),
  constraint house_rule_one check (id = 1),
  constraint house_rule_sane check (acknowledge_minutes between 5 and 2400 and answer_days between 1 and 30 and hand_overs between 1 and 5)
);
comment on table firstasked.house_rule is 'Limits of the house; no law sets them. Without a row those of question.ts hold.';

create table firstasked.question (
  id uuid not null,
  number text not null,
  code text not null,
  door text not null,
  outlet_id uuid,
  first_id uuid not null,
  first_name text not null,
  first_department_id uuid,
  topic text not null,
  asker_name text not null,
  asker_phone text not null,
  state text not null,
  seq int not null,
  department_id uuid,
  colleague_id uuid,
  hand_overs int not null,
  final boolean not null,
  asked_at timestamptz not null,
  asked_on date not null,
  changed_at timestamptz not null,
  due_at timestamptz,
  acknowledged_at timestamptz,
  answered_at timestamptz,
  answer text not null,
  late boolean not null,
  told_at timestamptz,
  constraint question_pkey primary key (id),
  constraint question_number_key unique (number),
  constraint question_code_key unique (code),
  constraint question_door_known check (door in ('desk', 'hotline', 'town')),
  constraint question_state_known check (state in ('answered', 'handedOver', 'returned', 'acknowledged', 'settled')),
  constraint question_clock_whole check ((due_at is null) = (state in ('answered', 'settled'))),
  constraint question_handed_whole check (state not in ('handedOver', 'acknowledged') or department_id is not null),
  constraint question_answer_whole check ((answered_at is not null) = (state in ('answered', 'settled')))
);
create index question_at on firstasked.question (asked_on desc, id desc);
create index question_of_department on firstasked.question (department_id, asked_on desc, id desc);
create index question_of_first on firstasked.question (first_id, asked_on desc, id desc);
create index question_of_colleague on firstasked.question (colleague_id, asked_on desc, id desc) where colleague_id is not null;
create index question_overdue on firstasked.question (due_at) where due_at is not null;
comment on table firstasked.question is 'A question as it stands: what its steps add up to.';
comment on column firstasked.question.first_id is 'The account of who was asked first, and answers for it that it gets to the right place.';
comment on column firstasked.question.final is 'The service office said whose it is: it is not returned any more.';
comment on column firstasked.question.late is 'A step came after its last instant, once: it stays so.';
comment on column firstasked.question.told_at is 'When it was told that the step that is awaited now is overdue: once.';

create table firstasked.step (
  id uuid not null,
  question_id uuid not null,
  seq int not null,
  kind text not null,
  state text not null,
  at timestamptz not null,
  account_id uuid not null,
  said_by text not null,
  body text not null,
  department_id uuid,
  colleague_name text,
  late boolean not null,
  constraint step_pkey primary key (id),
  constraint step_of_question unique (question_id, seq),
  constraint step_question_exists foreign key (question_id) references firstasked.question (id)
);
comment on table firstasked.step is 'What was done with a question, by whom and when. Insert-only.';
insert into platform.append_only_table values ('firstasked.step');
