-- Complaints about the service at a window (投诉): who they are about, who handles them, the answer, and whether it satisfied.

create table complaints.house_rule (
  id int not null,
  answer_days int not null,
  silent_days int not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint house_rule_pkey primary key (id),
  constraint house_rule_one check (id = 1),
  constraint house_rule_sane check (answer_days between 1 and 60 and silent_days between 1 and 60)
);
comment on table complaints.house_rule is 'Limits of the house in working days; no law sets them. Without a row those of complaint.ts hold.';

create table complaints.complaint (
  id uuid not null,
  number text not null,
  code text not null,
  door text not null,
  taken_by_id uuid,
  taken_by_name text not null,
  outlet_id uuid,
  window_id uuid,
  window_number text,
  ticket_id uuid,
  ticket_number text,
  about_id uuid,
  about_name text,
  department_id uuid,
  body text not null,
  name text not null,
  phone text not null,
  person_id uuid,
  account_id uuid,
  state text not null,
  seq int not null,
  handler_id uuid,
  handler_name text,
  made_at timestamptz not null,
  made_on date not null,
  changed_at timestamptz not null,
  due_on date,
  answered_at timestamptz,
  answered_by_id uuid,
  answer text not null,
  satisfied boolean,
  reopened boolean not null,
  late boolean not null,
  told_at timestamptz,
  question text not null,
  statement text not null,
  constraint complaint_pkey primary key (id),
  constraint complaint_number_key unique (number),
  constraint complaint_code_key unique (code),
  constraint complaint_door_known check (door in ('ticket', 'portal', 'staff')),
  constraint complaint_state_known check (state in ('received', 'handling', 'answered', 'reopened', 'closed')),
  constraint complaint_clock_whole check ((due_on is null) = (state = 'closed')),
  constraint complaint_handled_whole check (state not in ('handling', 'answered') or handler_id is not null),
  constraint complaint_not_by_oneself check (handler_id is null or about_id is null or handler_id <> about_id)
);
create index complaint_at on complaints.complaint (made_on desc, id desc);
create index complaint_of_department on complaints.complaint (department_id, made_on desc, id desc);
create index complaint_about on complaints.complaint (about_id, made_on desc) where about_id is not null;
create index complaint_of_account on complaints.complaint (account_id, made_at desc) where account_id is not null;
create index complaint_due on complaints.complaint (due_on) where due_on is not null;
comment on table complaints.complaint is 'A complaint as it stands: what its steps add up to.';
comment on column complaints.complaint.department_id is 'Whose heads handle it; null: the service office, because it is about a head, about the office, or about nobody of a department.';
comment on column complaints.complaint.due_on is 'The last day for the answer, or for the word of whoever complained once it is answered; by a rule of the house.';
comment on column complaints.complaint.satisfied is 'What whoever complained said of the answer; null: nothing.';
comment on column complaints.complaint.question is 'What the one complained about was asked; they see nothing else of it.';

create table complaints.step (
  id uuid not null,
  complaint_id uuid not null,
  seq int not null,
  kind text not null,
  state text not null,
  at timestamptz not null,
  account_id uuid,
  said_by text not null,
  body text not null,
  late boolean not null,
  constraint step_pkey primary key (id),
  constraint step_of_complaint unique (complaint_id, seq),
  constraint step_complaint_exists foreign key (complaint_id) references complaints.complaint (id)
);
comment on table complaints.step is 'What was done with a complaint, by whom and when. Insert-only.';
insert into platform.append_only_table values ('complaints.step');
