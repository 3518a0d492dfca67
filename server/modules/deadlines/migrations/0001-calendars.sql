-- Working calendars that were imported after the one that comes with the product, which has the number 0 and no row.
create table deadlines.calendar (
  no int not null,
  version text not null,
  years jsonb not null,
  source text not null,
  changed_years int[] not null,
  in_force_from timestamptz not null,
  constraint calendar_pkey primary key (no),
  constraint calendar_counts check (no >= 1)
);
comment on table deadlines.calendar is
  'A version of the working calendar: all notices of the State Council as known then. A new notice makes a new version and never changes an old one.';
comment on column deadlines.calendar.years is 'Whole: one entry a year, as in published-years.json.';
comment on column deadlines.calendar.in_force_from is 'From when deadlines are counted by it; running ones were counted again then.';
insert into platform.append_only_table values ('deadlines.calendar');
