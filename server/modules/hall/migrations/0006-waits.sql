-- What the days of a hall teach about waits, and what people were told of theirs.

create table hall.day_summary (
  outlet_id uuid not null,
  day date not null,
  summary jsonb not null,
  made_at timestamptz not null,
  constraint day_summary_pkey primary key (outlet_id, day),
  constraint day_summary_place_exists foreign key (outlet_id) references hall.place (outlet_id)
);
comment on table hall.day_summary is 'Counts and sums of a day, no person and no ticket: see waits/day-history.ts. Made anew from the segments when it is lost.';

create table hall.told_wait (
  ticket_id uuid not null,
  outlet_id uuid not null,
  day date not null,
  at timestamptz not null,
  ahead int not null,
  low real not null,
  likely real not null,
  high real not null,
  raw_low real not null,
  raw_likely real not null,
  raw_high real not null,
  constraint told_wait_pkey primary key (ticket_id),
  constraint told_wait_ticket_exists foreign key (ticket_id) references hall.ticket (id),
  constraint told_wait_in_order check (0 <= low and low <= likely and likely <= high)
);
create index told_wait_outlet_at on hall.told_wait (outlet_id, at);
comment on column hall.told_wait.raw_low is 'The range before it was corrected by how earlier ones turned out: from these the next corrections are made.';
comment on table hall.told_wait is 'The first range that whoever took a ticket was told, in minutes. What became of it is in the segments.';
