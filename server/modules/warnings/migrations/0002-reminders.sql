-- What the service office asks in writing of a department whose case is overdue, and the answer.
create table warnings.reminder (
  id uuid not null,
  case_id uuid not null,
  department_id uuid not null,
  text text not null,
  answer_by date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  constraint reminder_pkey primary key (id),
  constraint reminder_answered_whole check (num_nulls(answer, answered_by, answered_at) in (0, 3))
);
create index reminder_case on warnings.reminder (case_id, asked_at);
create unique index reminder_open_once on warnings.reminder (case_id) where answered_at is null;
comment on table warnings.reminder is 'One that waits for its answer for each case at most. Its id is made by the client: the same id is the same act.';
insert into platform.append_only_table (table_name, may_update) values ('warnings.reminder', true);
