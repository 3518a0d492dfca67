-- Where the district serves its people: departments, outlets, windows, opening hours, and who changed them.

create table offices.department (
  id uuid not null,
  key text not null,
  code text not null default '',
  name text not null,
  short_name text not null,
  name_en text not null default '',
  telephone text not null default '',
  seal_name text not null,
  position int not null default 0,
  version int not null default 1,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint department_pkey primary key (id),
  constraint department_key_shape check (key ~ '^[a-z][a-z0-9-]{0,39}$')
);
create unique index department_key_unique on offices.department (key);
create unique index department_name_unique on offices.department (name) where retired_at is null;
comment on column offices.department.key is 'Stable word for imports and addresses, such as civil-affairs; never used again, even after retirement.';
comment on column offices.department.code is 'The department''s own code as it stands in implementing codes and directories; kept exactly, may be empty.';
comment on column offices.department.seal_name is 'What the seal for administrative licensing says (行政许可法 art. 32).';
comment on column offices.department.changed_by is 'Name of who wrote this version: shown to the one who writes at the same time.';

create table offices.outlet (
  id uuid not null,
  key text not null,
  kind text not null,
  name text not null,
  name_en text not null default '',
  address text not null default '',
  address_en text not null default '',
  longitude double precision,
  latitude double precision,
  telephone text not null default '',
  area_code text not null default '',
  parent_id uuid,
  department_id uuid,
  version int not null default 1,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint outlet_pkey primary key (id),
  constraint outlet_kind_known check (kind in ('hall', 'town', 'village', 'bank', 'department')),
  constraint outlet_key_shape check (key ~ '^[a-z][a-z0-9-]{0,59}$'),
  constraint outlet_point_whole check ((longitude is null) = (latitude is null)),
  constraint outlet_point_on_earth check (longitude between -180 and 180 and latitude between -90 and 90),
  constraint outlet_parent_exists foreign key (parent_id) references offices.outlet (id),
  constraint outlet_parent_other check (parent_id <> id),
  constraint outlet_department_exists foreign key (department_id) references offices.department (id)
);
create unique index outlet_key_unique on offices.outlet (key);
create unique index outlet_name_unique on offices.outlet (name) where retired_at is null;
create index outlet_parent on offices.outlet (parent_id);
comment on column offices.outlet.longitude is 'WGS-84 (CGCS2000 differs by centimetres); GCJ-02 of Chinese map services is converted at the edge.';
comment on column offices.outlet.area_code is 'GB/T 2260 and its town and village extension: 6, 9 or 12 digits.';
comment on column offices.outlet.department_id is 'The department whose own counter this is (kind department); null for shared places.';

create table offices.service_window (
  id uuid not null,
  outlet_id uuid not null,
  number text not null,
  zone text not null default '',
  name text not null,
  name_en text not null default '',
  kind text not null,
  department_id uuid,
  version int not null default 1,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint service_window_pkey primary key (id),
  constraint service_window_kind_known check (kind in ('general', 'special')),
  constraint service_window_outlet_exists foreign key (outlet_id) references offices.outlet (id),
  constraint service_window_department_exists foreign key (department_id) references offices.department (id)
);
create unique index service_window_number_unique on offices.service_window (outlet_id, number) where retired_at is null;
create index service_window_outlet on offices.service_window (outlet_id);
comment on table offices.service_window is 'A window (窗口); "window" alone is a reserved word of SQL.';
comment on column offices.service_window.kind is 'general 综窗: takes any item; special 专窗: those of its department.';

create table offices.opening_hours (
  outlet_id uuid not null,
  weekly jsonb not null,
  exceptions jsonb not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint opening_hours_pkey primary key (outlet_id),
  constraint opening_hours_outlet_exists foreign key (outlet_id) references offices.outlet (id)
);
comment on column offices.opening_hours.weekly is '[{weekday: 1 Monday to 7 Sunday, opens: "09:00", closes: "12:00"}]; several spans a day.';
comment on column offices.opening_hours.exceptions is '[{on: day, spans: [{opens, closes}], note}]; no spans means closed. Wins over the week and the holiday calendar.';

create table offices.change (
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  changed_by text not null,
  kind text not null,
  subject_id uuid not null,
  act text not null,
  version int not null,
  now_is jsonb not null,
  constraint change_pkey primary key (id),
  constraint change_kind_known check (kind in ('department', 'outlet', 'window', 'hours')),
  constraint change_act_known check (act in ('create', 'update', 'retire', 'restore'))
);
create index change_subject on offices.change (subject_id, version);
comment on table offices.change is 'Every version that an editor wrote, so that a document can be read with the name and address of its time.';
insert into platform.append_only_table values ('offices.change');
