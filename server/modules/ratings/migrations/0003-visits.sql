-- What people say of a visit to a hall, once for each ticket: many come without handing in a case.

create table ratings.visit_rating (
  id uuid not null,
  ticket_id uuid not null,
  ticket_number text not null,
  outlet_id uuid not null,
  errand_id uuid not null,
  errand_name text not null,
  window_id uuid,
  level text not null,
  reasons text[] not null default '{}',
  comment text not null default '',
  at timestamptz not null,
  on_day date not null,
  constraint visit_rating_pkey primary key (id),
  constraint visit_rating_ticket_key unique (ticket_id),
  constraint visit_rating_level_known check (level in ('verySatisfied', 'satisfied', 'basicallySatisfied', 'dissatisfied', 'veryDissatisfied'))
);
create index visit_rating_day on ratings.visit_rating (on_day desc, at desc, id);
create index visit_rating_outlet on ratings.visit_rating (outlet_id, on_day, level);
comment on table ratings.visit_rating is 'One rating for each ticket that was served, as it was given: never overwritten. It is beside the ratings of cases and not in their counts.';
insert into platform.append_only_table values ('ratings.visit_rating');
