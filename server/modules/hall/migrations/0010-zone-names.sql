-- The English names of zones, for the pages and screens that people read in English.

create table hall.zone_name (
  outlet_id uuid not null references hall.place,
  zone text not null,
  name_en text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint zone_name_pkey primary key (outlet_id, zone)
);
comment on table hall.zone_name is 'What a zone is called in English. Windows, errands, screens and printers carry its Chinese name.';

alter table hall.setup_change drop constraint setup_change_kind_known;
alter table hall.setup_change add constraint setup_change_kind_known check (kind in ('place', 'errand', 'printer', 'zone'));
