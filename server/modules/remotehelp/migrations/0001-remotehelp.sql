-- Remote help: who asks, who is there for it, what happened, and the line between the two.

create table remotehelp.help (
  id uuid not null,
  code_hash text not null,
  door text not null,
  outlet_id uuid,
  account_id uuid,
  person_id uuid,
  asker_name text not null default '',
  item_id uuid,
  item_name text not null default '',
  item_name_en text not null default '',
  case_id uuid,
  way text not null,
  sign boolean not null default false,
  language text not null,
  priority text,
  state text not null,
  rank bigint not null,
  seq integer not null default 1,
  epoch integer not null default 0,
  clerk_id uuid,
  clerk_name text not null default '',
  for_clerk_id uuid,
  asker_tab uuid,
  clerk_tab uuid,
  asker_seen_at timestamptz not null,
  clerk_seen_at timestamptz,
  consent_at timestamptz not null,
  asked_at timestamptz not null,
  entered_at timestamptz not null,
  taken_at timestamptz,
  changed_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  talked_seconds integer not null default 0,
  level text,
  constraint help_pkey primary key (id),
  constraint help_code_unique unique (code_hash),
  constraint help_door_known check (door in ('portal', 'kiosk')),
  constraint help_way_known check (way in ('video', 'audio', 'text')),
  constraint help_language_known check (language in ('zh-CN', 'en')),
  constraint help_priority_known check (priority in ('elderly', 'disabled', 'soldier', 'pregnant')),
  constraint help_state_known check (state in ('waiting', 'talking', 'ended')),
  constraint help_outcome_known check (outcome in ('helped', 'elsewhere', 'left', 'askerAway', 'nobodyCame')),
  constraint help_end_whole check ((state = 'ended') = (ended_at is not null) and (state = 'ended') = (outcome is not null)),
  constraint help_clerk_whole check (state <> 'talking' or clerk_id is not null),
  constraint help_level_known check (level in ('verySatisfied', 'satisfied', 'basicallySatisfied', 'dissatisfied', 'veryDissatisfied'))
);
create unique index help_of_clerk on remotehelp.help (clerk_id) where state = 'talking';
create unique index help_of_account on remotehelp.help (account_id) where state <> 'ended';
create index help_waiting on remotehelp.help (rank, id) where state = 'waiting';
create index help_open on remotehelp.help (asker_seen_at) where state <> 'ended';
create index help_ended on remotehelp.help (asked_at desc, id);
create index help_named on remotehelp.help (ended_at) where asker_name <> '';
comment on table remotehelp.help is 'A request for remote help and that it took place; nothing of what was seen or said.';
comment on column remotehelp.help.code_hash is 'SHA-256 of the code that the asker''s page holds; the code itself is not stored.';
comment on column remotehelp.help.rank is 'Milliseconds since 1970 at which the help counts as having come; the lowest is taken first.';
comment on column remotehelp.help.epoch is 'Grows whenever one of the two browsers is another one: both then begin their connection anew.';
comment on column remotehelp.help.sign is 'The asker is deaf or mute: sign language or writing.';

create table remotehelp.course (
  id uuid not null,
  help_id uuid not null,
  seq integer not null,
  act text not null,
  state text not null,
  action_id uuid not null,
  account_id uuid,
  at timestamptz not null,
  constraint course_pkey primary key (id),
  constraint course_seq_unique unique (help_id, seq),
  constraint course_action_unique unique (action_id),
  constraint course_help_exists foreign key (help_id) references remotehelp.help (id),
  constraint course_act_known check (act in ('ask', 'take', 'handOver', 'requeue', 'finish', 'leave', 'lapse', 'rate'))
);
comment on table remotehelp.course is 'What was done with a help, by whom, when. Append-only.';
insert into platform.append_only_table values ('remotehelp.course');

create table remotehelp.seat (
  account_id uuid not null,
  name text not null,
  signs boolean not null default false,
  state text not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  constraint seat_pkey primary key (account_id),
  constraint seat_state_known check (state in ('open', 'break'))
);
comment on table remotehelp.seat is 'Clerks who are there for remote help now. Who is not heard of any more is not counted.';

-- Not in the write-ahead log and so in no backup: it matters for seconds, and after a crash both browsers begin anew.
create unlogged table remotehelp.signal (
  id bigint generated always as identity,
  help_id uuid not null,
  to_side text not null,
  epoch integer not null,
  kind text not null,
  data text not null,
  at timestamptz not null,
  constraint signal_pkey primary key (id),
  constraint signal_side_known check (to_side in ('asker', 'clerk')),
  constraint signal_kind_known check (kind in ('offer', 'answer', 'candidate', 'restart', 'message')),
  constraint signal_data_short check (length(data) <= 16000)
);
create index signal_reader on remotehelp.signal (help_id, to_side, id);
comment on table remotehelp.signal is 'What one browser says to the other over the server, for two minutes at most.';
