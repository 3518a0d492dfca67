-- After-hours service (延时服务): what a hall offers, who asked, who stayed, what was done.

create table afterhours.offer (
  outlet_id uuid not null,
  period text not null,
  opens text not null,
  closes text not null,
  places int not null,
  days_ahead int not null,
  notice_minutes int not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint offer_pkey primary key (outlet_id, period),
  constraint offer_period_known check (period in ('noon', 'evening', 'saturday')),
  constraint offer_times_sane check (opens ~ '^[0-2][0-9]:[0-5][0-9]$' and closes ~ '^[0-2][0-9]:[0-5][0-9]$' and opens < closes),
  constraint offer_limits_sane check (places between 0 and 500 and days_ahead between 0 and 60 and notice_minutes between 0 and 10080)
);
comment on table afterhours.offer is 'When a hall serves beyond its hours, if somebody asks: its own rule. Without a row, or with no places, not at all.';
comment on column afterhours.offer.notice_minutes is 'How long before its beginning it has to be asked for at the latest.';

create table afterhours.request (
  id uuid not null,
  number text not null,
  code text not null,
  outlet_id uuid not null,
  errand_id uuid not null,
  errand_name text not null,
  errand_name_en text not null,
  department_id uuid,
  period text not null,
  day date not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  door text not null,
  ticket_id uuid,
  ticket_number text,
  person_id uuid,
  account_id uuid,
  name text not null,
  phone text not null,
  wish text not null,
  state text not null,
  seq int not null,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  reason text not null,
  staff_id uuid,
  staff_name text,
  staff_department_id uuid,
  window_id uuid,
  window_number text,
  started_at timestamptz,
  ended_at timestamptz,
  matters int,
  case_numbers text[] not null,
  constraint request_pkey primary key (id),
  constraint request_number_key unique (number),
  constraint request_code_key unique (code),
  constraint request_offer_exists foreign key (outlet_id, period) references afterhours.offer (outlet_id, period),
  constraint request_door_known check (door in ('portal', 'ticket', 'desk')),
  constraint request_state_known check (state in ('asked', 'granted', 'refused', 'cancelled', 'unanswered', 'started', 'done', 'missed')),
  constraint request_granted_whole check (state not in ('granted', 'started', 'done', 'missed')
    or (staff_id is not null and staff_name is not null and window_id is not null and window_number is not null)),
  constraint request_done_whole check ((state = 'done') = (ended_at is not null and matters is not null)),
  constraint request_times_sane check (begins_at < ends_at and (ended_at is null or ended_at >= started_at))
);
create unique index request_person_once on afterhours.request (person_id, day, period) where state in ('asked', 'granted', 'started');
create unique index request_ticket_once on afterhours.request (ticket_id) where state in ('asked', 'granted', 'started', 'done');
create index request_of_day on afterhours.request (outlet_id, day, period) where state in ('asked', 'granted', 'started');
create index request_day on afterhours.request (day desc, id desc);
create index request_of_department on afterhours.request (department_id, day desc, id desc);
create index request_of_staff on afterhours.request (staff_id, day desc) where staff_id is not null;
create index request_of_person on afterhours.request (person_id, asked_at desc) where person_id is not null;
create index request_undecided on afterhours.request (begins_at) where state = 'asked';
comment on table afterhours.request is 'A request as it stands: what its steps add up to.';
comment on column afterhours.request.matters is 'How many matters were done in this service; the numbers of their cases beside it, as far as there are cases.';
comment on column afterhours.request.ticket_id is 'The ticket that nobody had served.';

create table afterhours.step (
  id uuid not null,
  request_id uuid not null,
  seq int not null,
  kind text not null,
  state text not null,
  at timestamptz not null,
  account_id uuid,
  said_by text not null,
  body text not null,
  constraint step_pkey primary key (id),
  constraint step_of_request unique (request_id, seq),
  constraint step_request_exists foreign key (request_id) references afterhours.request (id)
);
comment on table afterhours.step is 'What was done with a request, by whom and when. Insert-only.';
insert into platform.append_only_table values ('afterhours.step');
