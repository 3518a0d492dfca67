-- Screens of a hall: which there are, what each shows, how they speak; and what is posted in the hall.

create table hall.screen (
  id uuid not null,
  outlet_id uuid not null,
  name text not null,
  shows text not null,
  zone text,
  window_id uuid,
  sound boolean not null,
  code text,
  code_until timestamptz,
  key_hash text,
  opened_at timestamptz,
  seen_at timestamptz,
  retired_at timestamptz,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint screen_pkey primary key (id),
  constraint screen_place_exists foreign key (outlet_id) references hall.place (outlet_id),
  constraint screen_code_unique unique (code),
  constraint screen_key_unique unique (key_hash),
  constraint screen_shows_known check (shows in ('zone', 'window', 'board')),
  constraint screen_window_whole check ((shows = 'window') = (window_id is not null)),
  constraint screen_code_whole check ((code is null) = (code_until is null))
);
create index screen_outlet on hall.screen (outlet_id) where retired_at is null;
comment on table hall.screen is 'A screen on a wall. It is opened once by a code and then known by a key that it keeps; what it shows is changed from afar.';
comment on column hall.screen.zone is 'The zone whose calls it shows; null for those of the whole hall.';
comment on column hall.screen.code is 'Typed in once at the screen; gone when it was.';
comment on column hall.screen.key_hash is 'SHA-256 of the key that the screen keeps; null until it was opened.';
comment on column hall.screen.seen_at is 'Its last sign of life, kept to half a minute.';

create table hall.voice (
  outlet_id uuid not null,
  spoken text not null,
  languages text not null,
  volume int not null,
  times int not null,
  quiet jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint voice_pkey primary key (outlet_id),
  constraint voice_place_exists foreign key (outlet_id) references hall.place (outlet_id),
  constraint voice_spoken_known check (spoken in ('clips', 'device')),
  constraint voice_languages_known check (languages in ('zh-CN', 'en', 'both')),
  constraint voice_sane check (volume between 0 and 100 and times between 1 and 3)
);
comment on table hall.voice is 'How calls are said aloud in a hall. Without a row: clips, Chinese, once.';
comment on column hall.voice.quiet is 'Spans of the day, [{opens, closes}] of Asia/Shanghai, in which calls are shown and not said.';

create table hall.posting (
  id uuid not null,
  outlet_id uuid not null,
  text text not null,
  text_en text not null,
  urgent boolean not null,
  from_on date not null,
  until_on date not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint posting_pkey primary key (id),
  constraint posting_place_exists foreign key (outlet_id) references hall.place (outlet_id),
  constraint posting_days_sane check (until_on >= from_on)
);
create index posting_current on hall.posting (outlet_id, until_on);
comment on table hall.posting is 'What is posted on the information screens of a hall (告示), between two days, both included.';
