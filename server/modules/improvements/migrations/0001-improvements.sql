-- What people suggest to improve (改进建议), as orders that are followed up to adoption.
create table improvements.suggestion (
  id uuid not null,
  number text not null,
  source text not null,
  title text not null,
  body text not null,
  item_id uuid,
  item_name text,
  figure_id text,
  rating_id uuid,
  department_id uuid,
  state text not null,
  seq int not null,
  account_id uuid not null,
  person_id uuid,
  suggested_by text not null,
  suggested_at timestamptz not null,
  moved_at timestamptz not null,
  dispatched_at timestamptz,
  finished_at timestamptz,
  due_on date,
  effect jsonb,
  constraint suggestion_pkey primary key (id),
  constraint suggestion_number_key unique (number),
  constraint suggestion_source_known check (source in ('resident', 'staff', 'rating', 'figure')),
  constraint suggestion_state_known check (state in ('suggested', 'dispatched', 'accepted', 'declined', 'planned', 'done', 'verified', 'adopted', 'closed')),
  constraint suggestion_clock_whole check ((due_on is null) = (state in ('adopted', 'closed'))),
  constraint suggestion_dispatched check (state in ('suggested', 'closed') or department_id is not null)
);
create index suggestion_of_department on improvements.suggestion (department_id, suggested_at desc);
create index suggestion_at on improvements.suggestion (suggested_at desc, id desc);
create index suggestion_due on improvements.suggestion (due_on) where due_on is not null;
create index suggestion_of_account on improvements.suggestion (account_id, suggested_at desc);
comment on table improvements.suggestion is 'A suggestion as it stands: what its steps add up to.';
comment on column improvements.suggestion.due_on is 'The last day for the step that is awaited now; by rules of the house, not of the law.';
comment on column improvements.suggestion.effect is 'The figure before and after, frozen when the order ended.';

create table improvements.step (
  id uuid not null,
  suggestion_id uuid not null,
  seq int not null,
  kind text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  account_id uuid not null,
  said_by text not null,
  body text not null,
  department_id uuid,
  planned_on date,
  due_on date,
  late boolean not null,
  constraint step_pkey primary key (id),
  constraint step_of_suggestion unique (suggestion_id, seq),
  constraint step_suggestion_exists foreign key (suggestion_id) references improvements.suggestion (id)
);
comment on table improvements.step is 'What was done with a suggestion, by whom and when. Insert-only.';
comment on column improvements.step.late is 'Taken after the last day of the step that was awaited.';
insert into platform.append_only_table values ('improvements.step');
