-- What applicants say of the service, once for each case, and what becomes of bad ratings.

create table ratings.rating (
  id uuid not null,
  case_id uuid not null,
  case_number text not null,
  item_id uuid not null,
  item_name text not null,
  department_id uuid not null,
  outlet_id uuid,
  door text not null,
  level text not null,
  reasons text[] not null default '{}',
  comment text not null default '',
  via text not null,
  account_id uuid,
  at timestamptz not null,
  on_day date not null,
  constraint rating_pkey primary key (id),
  constraint rating_case_key unique (case_id),
  constraint rating_level_known check (level in ('verySatisfied', 'satisfied', 'basicallySatisfied', 'dissatisfied', 'veryDissatisfied')),
  constraint rating_via_known check (via in ('account', 'code')),
  constraint rating_via_whole check ((via = 'account') = (account_id is not null))
);
create index rating_day on ratings.rating (on_day, department_id);
create index rating_bad on ratings.rating (on_day, department_id) where level in ('dissatisfied', 'veryDissatisfied');
comment on table ratings.rating is 'One rating for each case (一事一评), as it was given: never overwritten. Whoever said nothing has no row.';
comment on column ratings.rating.id is 'Made by the client: the same id is the same rating, however often it is sent.';
comment on column ratings.rating.department_id is 'Who answered for the case when it was rated.';
comment on column ratings.rating.via is 'account: signed in as the applicant; code: with the code of the receipt, at the window or without an account.';
insert into platform.append_only_table values ('ratings.rating');

create table ratings.handling (
  rating_id uuid not null,
  state text not null,
  changed_at timestamptz not null,
  constraint handling_pkey primary key (rating_id),
  constraint handling_rating_exists foreign key (rating_id) references ratings.rating (id),
  constraint handling_state_known check (state in ('received'))
);
comment on table ratings.handling is 'Where a bad rating stands in verification and appeal. The rating itself stays as it was given, also when it is excluded.';
