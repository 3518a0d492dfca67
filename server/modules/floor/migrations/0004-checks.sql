-- Unannounced checks: drawn by chance that anybody can repeat, written down before, and never changed.
create table floor.unannounced_check (
  id uuid not null,
  number text not null,
  outlet_id uuid not null,
  day date not null,
  seed int not null,
  population jsonb not null,
  wanted int not null,
  picked uuid[] not null,
  team jsonb not null,
  team_ids uuid[] not null,
  look text not null,
  basis text not null,
  hash text not null,
  drawn_at timestamptz not null,
  drawn_by uuid not null,
  drawn_by_name text not null,
  constraint unannounced_check_pkey primary key (id),
  constraint unannounced_check_number_unique unique (number),
  constraint unannounced_check_drawn check (wanted = cardinality(picked) and wanted > 0)
);
create index unannounced_check_of_outlet on floor.unannounced_check (outlet_id, day desc, id desc);
comment on table floor.unannounced_check is 'An unannounced check (飞行检查) as it was drawn; its id is the act. Insert-only.';
comment on column floor.unannounced_check.population is 'The windows among which it was drawn, by id: without those of the departments and turns of the team.';
comment on column floor.unannounced_check.hash is 'SHA-256 over all that was fixed before the check.';
insert into platform.append_only_table values ('floor.unannounced_check');

create table floor.check_step (
  id uuid not null,
  check_id uuid not null,
  kind text not null,
  round_id uuid,
  reason text not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null,
  constraint check_step_pkey primary key (id),
  constraint check_step_once unique (check_id),
  constraint check_step_check_exists foreign key (check_id) references floor.unannounced_check (id),
  constraint check_step_round_exists foreign key (round_id) references floor.round (id),
  constraint check_step_kind_known check (kind in ('begin', 'cancel') and (round_id is not null) = (kind = 'begin'))
);
comment on table floor.check_step is 'A drawn check begins or is cancelled, once. Insert-only.';
insert into platform.append_only_table values ('floor.check_step');
