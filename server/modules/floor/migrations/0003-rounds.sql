-- Wardens of zones, the points of a patrol, and rounds as they were walked.
create table floor.warden (
  id uuid not null,
  outlet_id uuid not null,
  zone text not null,
  day date not null,
  half text not null,
  account_id uuid not null,
  name text not null,
  planned_at timestamptz not null,
  planned_by text not null,
  constraint warden_pkey primary key (id),
  constraint warden_once unique (outlet_id, day, half, zone),
  constraint warden_half_known check (half in ('morning', 'afternoon'))
);
comment on table floor.warden is 'Who looks after a zone for half a day (片区负责人), as the last hand-over left it.';

create table floor.warden_hand (
  id uuid not null,
  warden_id uuid not null,
  from_account_id uuid not null,
  from_name text not null,
  to_account_id uuid not null,
  to_name text not null,
  note text not null,
  at timestamptz not null,
  by_account_id uuid not null,
  by_name text not null,
  constraint warden_hand_pkey primary key (id),
  constraint warden_hand_warden_exists foreign key (warden_id) references floor.warden (id)
);
create index warden_hand_of_warden on floor.warden_hand (warden_id, at);
comment on table floor.warden_hand is 'A zone handed over (交接): from whom, to whom, what to look after. Its id is the act. Insert-only.';
insert into platform.append_only_table values ('floor.warden_hand');

create table floor.point (
  id uuid not null,
  outlet_id uuid not null,
  position int not null,
  zone text not null,
  name text not null,
  look text not null,
  retired boolean not null,
  constraint point_pkey primary key (id)
);
create index point_of_outlet on floor.point (outlet_id, position) where not retired;
comment on table floor.point is 'Where a patrol goes, and what is looked at there (巡查点位), in the order of the way.';

create table floor.round (
  id uuid not null,
  number text not null,
  outlet_id uuid not null,
  kind text not null,
  zone text not null,
  day date not null,
  half text not null,
  account_id uuid not null,
  by_name text not null,
  walkers uuid[] not null,
  points jsonb not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  note text,
  constraint round_pkey primary key (id),
  constraint round_number_unique unique (number),
  constraint round_kind_known check (kind in ('patrol', 'check')),
  constraint round_half_known check (half in ('morning', 'afternoon')),
  constraint round_note_at_end check ((ended_at is null) = (note is null))
);
create unique index round_one_open on floor.round (account_id, outlet_id) where ended_at is null and kind = 'patrol';
create index round_of_outlet on floor.round (outlet_id, started_at desc, id desc);
create index round_of_day on floor.round (outlet_id, day);
create index round_of_walker on floor.round using gin (walkers);
comment on table floor.round is 'A patrol (巡查) or an unannounced check (飞行检查) as it was walked; its id is the act that began it.';
comment on column floor.round.points is 'The points as they were when it began: id, zone, name, look, windowId.';
comment on column floor.round.zone is 'The zone that was walked; empty: the whole hall.';

create table floor.round_mark (
  id uuid not null,
  round_id uuid not null,
  point_id uuid not null,
  result text not null,
  finding_id uuid,
  seen_at timestamptz not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null,
  constraint round_mark_pkey primary key (id),
  constraint round_mark_round_exists foreign key (round_id) references floor.round (id),
  constraint round_mark_finding_exists foreign key (finding_id) references floor.finding (id),
  constraint round_mark_result_known check (result in ('ok', 'finding') and (finding_id is not null) = (result = 'finding'))
);
create index round_mark_of_round on floor.round_mark (round_id, at);
comment on table floor.round_mark is 'What was seen at a point; its id is the act. A telephone may send it later than it was seen. Insert-only.';
insert into platform.append_only_table values ('floor.round_mark');

alter table floor.finding add column origin_id uuid;
comment on column floor.finding.origin_id is 'The round on which it was found.';
create index finding_of_origin on floor.finding (origin_id) where origin_id is not null;
