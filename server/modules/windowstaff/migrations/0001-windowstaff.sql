-- Those who work at the windows of a hall (窗口人员): sent, reviewed, trained, on probation, examined, and how they leave.

create table windowstaff.standard (
  id uuid not null,
  outlet_id uuid not null,
  from_on date not null,
  body jsonb not null,
  at timestamptz not null,
  said_by text not null,
  constraint standard_pkey primary key (id),
  constraint standard_day_key unique (outlet_id, from_on)
);
comment on table windowstaff.standard is 'What a hall asks of those who work there, by the day from which it counts: rules of the house, not of the law.';

create table windowstaff.member (
  id uuid not null,
  outlet_id uuid not null,
  department_id uuid,
  account_id uuid,
  name text not null,
  state text not null,
  seq int not null,
  errand_ids uuid[] not null,
  papers jsonb not null,
  taken_over boolean not null,
  sent_at timestamptz not null,
  sent_by uuid,
  moved_at timestamptz not null,
  decided_by uuid,
  probation_from date,
  probation_until date,
  extensions int not null,
  confirmed_on date,
  ended_on date,
  forget_on date,
  forgotten_at timestamptz,
  constraint member_pkey primary key (id),
  constraint member_state_known check (state in ('sent', 'withdrawn', 'refused', 'training', 'probation', 'confirmed', 'failed', 'left')),
  constraint member_probation_whole check ((probation_from is null) = (probation_until is null)),
  constraint member_probation_there check (state <> 'probation' or probation_until is not null),
  constraint member_ended_whole check ((state in ('withdrawn', 'refused', 'failed', 'left')) = (ended_on is not null)),
  constraint member_account_there check (state not in ('training', 'probation', 'confirmed') or account_id is not null)
);
create unique index member_account_once on windowstaff.member (account_id) where ended_on is null;
create index member_outlet on windowstaff.member (outlet_id, state, name);
create index member_department on windowstaff.member (department_id, name);
create index member_account on windowstaff.member (account_id);
create index member_probation on windowstaff.member (probation_until) where state = 'probation';
create index member_forget on windowstaff.member (forget_on) where forgotten_at is null;
comment on table windowstaff.member is 'The file of somebody who works, worked or was to work at the windows of a hall.';
comment on column windowstaff.member.papers is 'Which uploaded file shows which condition: [{"criterion": …, "fileId": …}].';
comment on column windowstaff.member.forget_on is 'From this day name, account, papers, texts and answers are erased; the bare row stays for the figures.';

create table windowstaff.step (
  id uuid not null,
  member_id uuid not null,
  seq int not null,
  kind text not null,
  to_state text not null,
  at timestamptz not null,
  account_id uuid,
  said_by text not null,
  body text not null,
  until_on date,
  constraint step_pkey primary key (id),
  constraint step_of_member unique (member_id, seq),
  constraint step_member_exists foreign key (member_id) references windowstaff.member (id)
);
comment on table windowstaff.step is 'What was decided about somebody, by whom and why. Never changed; erased with the file when it is forgotten, so no trail that stays for ever.';

create table windowstaff.objection (
  id uuid not null,
  member_id uuid not null,
  step_id uuid,
  body text not null,
  at timestamptz not null,
  due_on date not null,
  answer text,
  upheld boolean,
  answered_at timestamptz,
  answered_by text,
  constraint objection_pkey primary key (id),
  constraint objection_member_exists foreign key (member_id) references windowstaff.member (id),
  constraint objection_answer_whole check ((answer is null) = (answered_at is null) and (answer is null) = (upheld is null))
);
create unique index objection_once on windowstaff.objection (member_id) where answered_at is null;
create index objection_of_member on windowstaff.objection (member_id, at);

create table windowstaff.thing (
  id uuid not null,
  member_id uuid not null,
  name text not null,
  given_at timestamptz not null,
  given_by text not null,
  returned_at timestamptz,
  returned_to text,
  constraint thing_pkey primary key (id),
  constraint thing_member_exists foreign key (member_id) references windowstaff.member (id)
);
create index thing_of_member on windowstaff.thing (member_id);
create index thing_out on windowstaff.thing (member_id) where returned_at is null;
comment on table windowstaff.thing is 'What somebody was handed for the work: badge, key, seal, uniform.';

create table windowstaff.course (
  id uuid not null,
  outlet_id uuid not null,
  title text not null,
  title_en text not null,
  on_day date not null,
  from_time text not null,
  minutes int not null,
  place text not null,
  teacher text not null,
  required boolean not null,
  cancelled boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint course_pkey primary key (id),
  constraint course_minutes_sane check (minutes between 10 and 2880)
);
create index course_outlet on windowstaff.course (outlet_id, on_day desc);

create table windowstaff.attendance (
  course_id uuid not null,
  member_id uuid not null,
  minutes int not null,
  noted_at timestamptz not null,
  noted_by text not null,
  constraint attendance_pkey primary key (course_id, member_id),
  constraint attendance_course_exists foreign key (course_id) references windowstaff.course (id),
  constraint attendance_member_exists foreign key (member_id) references windowstaff.member (id),
  constraint attendance_minutes_sane check (minutes between 0 and 2880)
);
create index attendance_member on windowstaff.attendance (member_id);

create table windowstaff.question (
  id uuid not null,
  outlet_id uuid not null,
  code text not null,
  errand_id uuid,
  department_id uuid,
  kind text not null,
  stem text not null,
  options jsonb not null,
  answer text[] not null,
  explanation text not null,
  basis text not null,
  version int not null,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint question_pkey primary key (id),
  constraint question_code_key unique (outlet_id, code),
  constraint question_kind_known check (kind in ('single', 'multiple', 'judge')),
  constraint question_one_scope check (errand_id is null or department_id is null)
);
create index question_scope on windowstaff.question (outlet_id, errand_id, department_id) where retired_at is null;
comment on column windowstaff.question.errand_id is 'What it is about: an errand, the matters of a department, or neither: then everybody has to know it.';

create table windowstaff.exam (
  id uuid not null,
  outlet_id uuid not null,
  title text not null,
  title_en text not null,
  department_id uuid,
  errand_ids uuid[] not null,
  parts jsonb not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  minutes int not null,
  pass_percent int not null,
  sittings_most int not null,
  resit_days int not null,
  valid_months int not null,
  shows text not null,
  seed int not null,
  cancelled boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint exam_pkey primary key (id),
  constraint exam_span check (closes_at > opens_at),
  constraint exam_sane check (minutes between 5 and 300 and pass_percent between 1 and 100 and sittings_most between 1 and 10
    and resit_days between 0 and 365 and valid_months between 1 and 60),
  constraint exam_shows_known check (shows in ('handIn', 'closing'))
);
create index exam_outlet on windowstaff.exam (outlet_id, opens_at desc);
comment on column windowstaff.exam.seed is 'From this, the examined and the number of the sitting the questions are drawn; with the same bank, the same again.';

create table windowstaff.sitting (
  id uuid not null,
  exam_id uuid not null,
  member_id uuid not null,
  nth int not null,
  questions jsonb not null,
  began_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  ended_how text,
  correct int,
  passed boolean,
  constraint sitting_pkey primary key (id),
  constraint sitting_nth_key unique (exam_id, member_id, nth),
  constraint sitting_exam_exists foreign key (exam_id) references windowstaff.exam (id),
  constraint sitting_member_exists foreign key (member_id) references windowstaff.member (id),
  constraint sitting_end_whole check ((ended_at is null) = (correct is null) and (ended_at is null) = (passed is null) and (ended_at is null) = (ended_how is null)),
  constraint sitting_how_known check (ended_how in ('handedIn', 'time'))
);
create unique index sitting_open_once on windowstaff.sitting (exam_id, member_id) where ended_at is null;
create index sitting_member on windowstaff.sitting (member_id, began_at desc);
create index sitting_questions on windowstaff.sitting using gin (questions jsonb_path_ops);
create index sitting_due on windowstaff.sitting (due_at) where ended_at is null;
comment on column windowstaff.sitting.questions is 'The questions as they were asked: later changes of the bank change no paper.';

create table windowstaff.answer (
  sitting_id uuid not null,
  no int not null,
  chosen text[] not null,
  seq bigint not null,
  at timestamptz not null,
  constraint answer_pkey primary key (sitting_id, no),
  constraint answer_sitting_exists foreign key (sitting_id) references windowstaff.sitting (id)
);
comment on column windowstaff.answer.seq is 'Counted by the page: of two answers to one question that arrive in the wrong order, the later choice stays.';

create table windowstaff.doubt (
  id uuid not null,
  question_id uuid not null,
  sitting_id uuid not null,
  no int not null,
  member_id uuid not null,
  outlet_id uuid not null,
  body text not null,
  at timestamptz not null,
  decision text,
  reason text,
  decided_at timestamptz,
  decided_by text,
  constraint doubt_pkey primary key (id),
  constraint doubt_once unique (sitting_id, no),
  constraint doubt_sitting_exists foreign key (sitting_id) references windowstaff.sitting (id),
  constraint doubt_decision_known check (decision in ('stands', 'wrong')),
  constraint doubt_decision_whole check ((decision is null) = (decided_at is null) and (decision is null) = (reason is null))
);
create index doubt_open on windowstaff.doubt (outlet_id, at) where decided_at is null;
create index doubt_outlet on windowstaff.doubt (outlet_id, at desc);
comment on table windowstaff.doubt is 'Somebody who was examined says that a question is wrong, and what was decided.';

create table windowstaff.qualification (
  id uuid not null,
  number text not null,
  member_id uuid not null,
  errand_id uuid not null,
  sitting_id uuid,
  from_on date not null,
  until_on date not null,
  given_by text not null,
  reason text not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  constraint qualification_pkey primary key (id),
  constraint qualification_of_sitting unique (sitting_id, errand_id),
  constraint qualification_member_exists foreign key (member_id) references windowstaff.member (id),
  constraint qualification_span check (until_on >= from_on)
);
create index qualification_member on windowstaff.qualification (member_id, errand_id, until_on);
create index qualification_until on windowstaff.qualification (until_on) where withdrawn_at is null;

create table windowstaff.reminder (
  member_id uuid not null,
  about text not null,
  due_on date not null,
  at timestamptz not null,
  constraint reminder_pkey primary key (member_id, about, due_on)
);
comment on table windowstaff.reminder is 'What people were reminded of: of each day once.';
