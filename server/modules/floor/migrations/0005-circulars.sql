-- Circulars that sum up checks: frozen when made; a finding is named in one of them at most, so that figures add up.
create table floor.circular (
  id uuid not null,
  year int not null,
  serial int not null,
  outlet_id uuid not null,
  from_on date not null,
  to_on date not null,
  template_version int not null,
  data jsonb not null,
  hash text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  constraint circular_pkey primary key (id),
  constraint circular_number_unique unique (outlet_id, year, serial)
);
create index circular_of_outlet on floor.circular (outlet_id, made_at desc, id desc);
comment on table floor.circular is 'A circular (通报) of what was found in a hall in some days; its id is the act. Insert-only.';
insert into platform.append_only_table values ('floor.circular');

create table floor.circular_finding (
  finding_id uuid not null,
  circular_id uuid not null,
  constraint circular_finding_pkey primary key (finding_id),
  constraint circular_finding_finding_exists foreign key (finding_id) references floor.finding (id),
  constraint circular_finding_circular_exists foreign key (circular_id) references floor.circular (id)
);
create index circular_finding_of_circular on floor.circular_finding (circular_id);
comment on table floor.circular_finding is 'Which circular names a finding. Insert-only.';
insert into platform.append_only_table values ('floor.circular_finding');
