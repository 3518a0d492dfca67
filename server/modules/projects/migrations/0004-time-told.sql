-- When it is next looked at how much of its time an open project has left, and what was told of it.

create table projects.time_watch (
  project_id uuid not null,
  look_at timestamptz,
  low_told_at timestamptz,
  used_up_told_at timestamptz,
  constraint time_watch_pkey primary key (project_id),
  constraint time_watch_project_fkey foreign key (project_id) references projects.project (id)
);
create index time_watch_look on projects.time_watch (look_at) where look_at is not null;
insert into platform.append_only_table (table_name, may_update) values ('projects.time_watch', true);
comment on column projects.time_watch.look_at is 'Time runs by one day in a day, so nobody need look before what is left could be low; null: nothing is left to tell. Swept.';

insert into projects.time_watch (project_id, look_at)
select id, ((now() at time zone 'Asia/Shanghai')::date + 1 + time '08:30') at time zone 'Asia/Shanghai' from projects.project where state = 'open';
