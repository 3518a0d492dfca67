-- The hall: what people come for, who waits, who is served where, and appointments. A visit has tickets, a ticket has segments.

create table hall.place (
  outlet_id uuid not null,
  priority_minutes int not null,
  appointment_minutes int not null,
  grace_minutes int not null,
  return_minutes int not null,
  remote boolean not null,
  tickets_per_person int not null,
  bookings_per_person int not null,
  hold_minutes int not null,
  days_ahead int not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint place_pkey primary key (outlet_id),
  constraint place_minutes_sane check (least(priority_minutes, appointment_minutes, grace_minutes, return_minutes) >= 0
    and greatest(priority_minutes, appointment_minutes, grace_minutes, return_minutes) <= 240),
  constraint place_limits_sane check (tickets_per_person between 1 and 50 and bookings_per_person between 1 and 20
    and hold_minutes between 1 and 60 and days_ahead between 0 and 60)
);
comment on table hall.place is 'An outlet where people take tickets, with its rule of fairness: see rank.ts for what the minutes mean.';
comment on column hall.place.remote is 'Whether tickets can be taken on the phone, before one is there.';
comment on column hall.place.tickets_per_person is 'In a day, cancelled ones included: who takes tickets to sell them gets no further.';

create table hall.errand (
  id uuid not null,
  outlet_id uuid not null,
  prefix text not null,
  name text not null,
  name_en text not null,
  zone text not null,
  department_id uuid,
  minutes int not null,
  slot_minutes int not null,
  slot_capacity int not null,
  position int not null,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint errand_pkey primary key (id),
  constraint errand_place_exists foreign key (outlet_id) references hall.place (outlet_id),
  constraint errand_prefix_shape check (prefix ~ '^[A-Z][A-Z0-9]?$'),
  constraint errand_minutes_sane check (minutes between 1 and 240 and slot_minutes between 5 and 240 and slot_capacity between 0 and 500)
);
create unique index errand_prefix_unique on hall.errand (outlet_id, prefix) where retired_at is null;
comment on table hall.errand is 'What a ticket is taken for (业务): not an item of the catalogue, but what a window can be asked to do.';
comment on column hall.errand.minutes is 'How long one takes, for planning and for the cut-off of the day.';
comment on column hall.errand.slot_capacity is 'People per slot of an appointment; 0: no appointments.';

create table hall.duty (
  window_id uuid not null,
  outlet_id uuid not null,
  errand_ids uuid[] not null,
  changed_at timestamptz not null,
  constraint duty_pkey primary key (window_id),
  constraint duty_place_exists foreign key (outlet_id) references hall.place (outlet_id)
);
create index duty_outlet on hall.duty (outlet_id);
comment on table hall.duty is 'What a window can do now; it changes while the hall is open.';

create table hall.duty_change (
  id uuid not null,
  window_id uuid not null,
  errand_ids uuid[] not null,
  at timestamptz not null,
  account_id uuid,
  constraint duty_change_pkey primary key (id)
);
create index duty_change_window on hall.duty_change (window_id, at);
comment on table hall.duty_change is 'What a window could do from when on.';
insert into platform.append_only_table values ('hall.duty_change');

create table hall.shift (
  id uuid not null,
  window_id uuid not null,
  outlet_id uuid not null,
  account_id uuid not null,
  clerk_name text not null,
  state text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  constraint shift_pkey primary key (id),
  constraint shift_state_known check (state in ('open', 'break', 'ended')),
  constraint shift_ended_whole check ((state = 'ended') = (ended_at is not null))
);
create unique index shift_window_once on hall.shift (window_id) where ended_at is null;
create unique index shift_account_once on hall.shift (account_id) where ended_at is null;
create index shift_outlet_day on hall.shift (outlet_id, began_at);
comment on table hall.shift is 'Somebody at a window, from signing in to leaving it. One at each window, one window for each.';

create table hall.shift_span (
  id uuid not null,
  shift_id uuid not null,
  seq int not null,
  state text not null,
  at timestamptz not null,
  account_id uuid,
  constraint shift_span_pkey primary key (id),
  constraint shift_span_seq_unique unique (shift_id, seq),
  constraint shift_span_shift_exists foreign key (shift_id) references hall.shift (id),
  constraint shift_span_state_known check (state in ('open', 'break', 'ended'))
);
comment on table hall.shift_span is 'From when on a window was open, in a break, left; each lasts until the next one.';
insert into platform.append_only_table values ('hall.shift_span');

create table hall.visit (
  id uuid not null,
  outlet_id uuid not null,
  day date not null,
  person_id uuid,
  began_at timestamptz not null,
  constraint visit_pkey primary key (id)
);
create unique index visit_person_day on hall.visit (outlet_id, day, person_id) where person_id is not null;
comment on table hall.visit is 'Somebody comes to a hall on a day; without a person for who took a paper ticket.';

create table hall.day_number (
  outlet_id uuid not null,
  day date not null,
  prefix text not null,
  last int not null,
  constraint day_number_pkey primary key (outlet_id, day, prefix)
);
comment on table hall.day_number is 'The last ticket number of a day: without gaps, because people see them.';

create table hall.slot (
  errand_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity int not null,
  taken int not null,
  constraint slot_pkey primary key (errand_id, starts_at),
  constraint slot_errand_exists foreign key (errand_id) references hall.errand (id),
  constraint slot_not_overbooked check (taken between 0 and capacity)
);
comment on table hall.slot is 'A time for appointments that somebody has asked for; one that nobody asked for has no row.';

create table hall.booking (
  id uuid not null,
  code text not null,
  outlet_id uuid not null,
  errand_id uuid not null,
  starts_at timestamptz not null,
  day date not null,
  person_id uuid not null,
  nth int not null,
  party int not null,
  priority text,
  state text not null,
  held_until timestamptz not null,
  booked_at timestamptz not null,
  changed_at timestamptz not null,
  ticket_id uuid,
  constraint booking_pkey primary key (id),
  constraint booking_code_unique unique (code),
  constraint booking_slot_exists foreign key (errand_id, starts_at) references hall.slot (errand_id, starts_at),
  constraint booking_party_sane check (party between 1 and 20),
  constraint booking_state_known check (state in ('held', 'confirmed', 'arrived', 'cancelled', 'lapsed')),
  constraint booking_priority_known check (priority in ('elderly', 'disabled', 'soldier', 'pregnant'))
);
create unique index booking_person_errand_day on hall.booking (person_id, errand_id, day) where state in ('held', 'confirmed');
create unique index booking_person_nth on hall.booking (person_id, nth) where state in ('held', 'confirmed');
create index booking_open on hall.booking (outlet_id, day) where state in ('held', 'confirmed');
create index booking_held on hall.booking (held_until) where state = 'held';
create index booking_person on hall.booking (person_id, booked_at);
comment on column hall.booking.nth is 'Which of the open bookings of this person it is: their number is limited by the index.';
comment on column hall.booking.held_until is 'Until when the place is kept before it is confirmed.';

create table hall.ticket (
  id uuid not null,
  code text not null,
  visit_id uuid not null,
  outlet_id uuid not null,
  day date not null,
  number text not null,
  errand_id uuid not null,
  person_id uuid,
  nth int,
  priority text,
  slot_at timestamptz,
  party int not null,
  door text not null,
  state text not null,
  rank bigint not null,
  seq int not null,
  returns int not null,
  window_id uuid,
  for_window_id uuid,
  taken_at timestamptz not null,
  entered_at timestamptz not null,
  changed_at timestamptz not null,
  constraint ticket_pkey primary key (id),
  constraint ticket_code_unique unique (code),
  constraint ticket_number_unique unique (outlet_id, day, number),
  constraint ticket_visit_exists foreign key (visit_id) references hall.visit (id),
  constraint ticket_errand_exists foreign key (errand_id) references hall.errand (id),
  constraint ticket_party_sane check (party between 1 and 20),
  constraint ticket_door_known check (door in ('portal', 'desk', 'kiosk', 'booking')),
  constraint ticket_priority_known check (priority in ('elderly', 'disabled', 'soldier', 'pregnant')),
  constraint ticket_state_known check (state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed', 'finished', 'cancelled', 'lapsed')),
  constraint ticket_window_whole check (state not in ('called', 'coming', 'serving') or window_id is not null),
  constraint ticket_person_whole check ((person_id is null) = (nth is null))
);
create index ticket_waiting on hall.ticket (outlet_id, rank, id) where state = 'waiting';
create unique index ticket_at_window on hall.ticket (window_id) where state in ('called', 'coming', 'serving');
create unique index ticket_person_nth on hall.ticket (outlet_id, day, person_id, nth);
create unique index ticket_person_errand on hall.ticket (outlet_id, day, person_id, errand_id)
  where state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed');
create index ticket_open on hall.ticket (outlet_id, day) where state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed');
create index ticket_person on hall.ticket (person_id, day) where person_id is not null;
comment on table hall.ticket is 'A place in the queue (号). The lowest rank is called first, the older ticket among equals.';
comment on column hall.ticket.rank is 'Milliseconds since 1970 at which it counts as having come: made once by rank.ts, never changed by an edit.';
comment on column hall.ticket.window_id is 'The window that called it last.';
comment on column hall.ticket.for_window_id is 'The only window that may call it, after a transfer to one.';
comment on column hall.ticket.entered_at is 'When it entered the queue, or came back after a missed call: the bound of fairness counts from here.';

create table hall.segment (
  id uuid not null,
  action_id uuid not null,
  ticket_id uuid not null,
  seq int not null,
  act text not null,
  state text not null,
  at timestamptz not null,
  outlet_id uuid not null,
  errand_id uuid not null,
  window_id uuid,
  account_id uuid,
  constraint segment_pkey primary key (id),
  constraint segment_action_unique unique (action_id),
  constraint segment_seq_unique unique (ticket_id, seq),
  constraint segment_ticket_exists foreign key (ticket_id) references hall.ticket (id)
);
create index segment_called on hall.segment (outlet_id, at) where act in ('call', 'recall');
create index segment_outlet_at on hall.segment (outlet_id, at);
comment on table hall.segment is 'What was done with a ticket and its state from then on, until the next segment of the same ticket: all figures come from these.';
comment on column hall.segment.action_id is 'Made by whoever acts: the same act, however often it is sent, happens once.';
insert into platform.append_only_table values ('hall.segment');
