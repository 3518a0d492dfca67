create table cases.allowed_step (
  kind text not null,
  from_state text not null,
  to_state text not null,
  constraint allowed_step_pkey primary key (kind, from_state, to_state)
);
comment on table cases.allowed_step is 'The course of a case, as in case.ts (a test compares the two). Any other step is refused here too.';

insert into cases.allowed_step (kind, from_state, to_state)
select s.kind, f.state, coalesce(s.to_state, f.state)
  from (values
    ('accept', 'submitted', 'accepted'),
    ('askSupplement', 'submitted', 'supplementing'),
    ('supplement', 'supplementing', 'submitted'),
    ('refuseAcceptance', 'submitted,supplementing', 'notAccepted'),
    ('sayNotNeeded', 'submitted', 'notNeeded'),
    ('sendOn', 'submitted', 'submitted'),
    ('referOut', 'submitted', 'referredOut'),
    ('examine', 'accepted', 'examined'),
    ('grant', 'accepted,examined', 'granted'),
    ('refuse', 'accepted,examined', 'refused'),
    ('issue', 'granted', 'issued'),
    ('deliver', 'issued,refused', 'delivered'),
    ('close', 'delivered', 'closed'),
    ('withdraw', 'submitted,supplementing,accepted,examined', 'withdrawn'),
    ('lapse', 'supplementing', 'lapsed'),
    ('correct', 'submitted,supplementing,accepted,examined,granted,refused,issued,delivered', null),
    ('take', 'submitted,supplementing,accepted,examined,granted,refused,issued,delivered', null),
    ('handOver', 'submitted,supplementing,accepted,examined,granted,refused,issued,delivered', null),
    ('askFee', 'accepted,examined,granted,issued', null),
    ('payFee', 'submitted,supplementing,accepted,examined,granted,refused,issued,delivered,withdrawn,closed', null),
    ('waiveFee', 'accepted,examined,granted,issued', null),
    ('refundFee', 'submitted,supplementing,accepted,examined,granted,refused,issued,delivered,closed,notAccepted,notNeeded,referredOut,withdrawn,lapsed', null),
    ('note', 'submitted,supplementing,accepted,examined,granted,refused,issued,delivered,closed,notAccepted,notNeeded,referredOut,withdrawn,lapsed', null)
  ) as s (kind, from_states, to_state)
  cross join lateral unnest(string_to_array(s.from_states, ',')) as f (state);

create table cases."case" (
  id uuid not null,
  number text not null,
  track_code text not null,
  item_id uuid not null,
  item_version int not null,
  item_name text not null,
  department_id uuid not null,
  outlet_id uuid,
  door text not null,
  person_id uuid,
  organisation_id uuid,
  agent_id uuid,
  applicant_name text not null,
  state text not null,
  holder_id uuid,
  seq int not null,
  head_hash text not null,
  submitted_at timestamptz not null,
  accepted_at timestamptz,
  decided_at timestamptz,
  ended_at timestamptz,
  outcome text,
  target_on date,
  fatal_on date,
  due_rule text,
  due_provisional boolean not null default false,
  due_from date,
  next_at timestamptz,
  fee_state text not null default 'none',
  rated boolean not null default false,
  constraint case_pkey primary key (id),
  constraint case_number_key unique (number),
  constraint case_track_code_key unique (track_code),
  constraint case_door_check check (door in ('portal', 'window', 'outlet', 'kiosk', 'phone', 'field', 'exchange')),
  constraint case_state_check check (state in ('submitted', 'supplementing', 'accepted', 'examined', 'granted', 'refused', 'issued',
    'delivered', 'closed', 'notAccepted', 'notNeeded', 'referredOut', 'withdrawn', 'lapsed')),
  constraint case_outcome_check check (outcome in ('granted', 'refused')),
  constraint case_fee_check check (fee_state in ('none', 'asked', 'paid', 'waived', 'refunded')),
  constraint case_applicant_check check (person_id is not null or organisation_id is not null)
) with (fillfactor = 85);
comment on table cases."case" is 'What the actions of a case add up to. Never written but together with an action; can be made again from them.';
comment on column cases."case".next_at is 'The next instant at which a rule acts on this case by itself; swept, never a job.';
comment on column cases."case".due_rule is 'Which limit target_on and fatal_on come from: tellAll, cure, decide, deliver.';
comment on column cases."case".due_from is 'The day from which that limit is counted.';

create index case_open_department on cases."case" (department_id, fatal_on, id) where ended_at is null;
create index case_open_outlet on cases."case" (outlet_id, fatal_on, id) where ended_at is null;
create index case_person on cases."case" (person_id, submitted_at);
create index case_organisation on cases."case" (organisation_id, submitted_at) where organisation_id is not null;
create index case_agent on cases."case" (agent_id, submitted_at) where agent_id is not null;
create index case_department_submitted on cases."case" (department_id, submitted_at);
create index case_next on cases."case" (next_at) where next_at is not null;

create table cases.action (
  case_id uuid not null,
  seq int not null,
  id uuid not null,
  kind text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  account_id uuid,
  role text not null,
  place_id uuid,
  facts jsonb not null,
  prev_hash text not null,
  hash text not null,
  constraint action_pkey primary key (case_id, seq),
  constraint action_id_key unique (id),
  constraint action_case_fkey foreign key (case_id) references cases."case" (id),
  constraint action_seq_check check (seq > 0)
);
comment on table cases.action is 'The history of every case. Insert-only; each row holds the hash of the one before it in its case.';
comment on column cases.action.id is 'Made by the client: the same id is the same act, however often it is sent.';
insert into platform.append_only_table values ('cases.action');

create function cases.check_action() returns trigger language plpgsql as $$
declare before_state text; before_hash text;
begin
  if new.seq = 1 then
    if new.kind <> 'submit' or new.from_state is not null or new.to_state <> 'submitted' then
      raise exception 'a case begins with its submission' using errcode = 'check_violation', constraint = 'action_step_check';
    end if;
    return new;
  end if;
  select to_state, hash into before_state, before_hash from cases.action where case_id = new.case_id and seq = new.seq - 1;
  if before_state is null or before_state is distinct from new.from_state or before_hash is distinct from new.prev_hash
     or not exists (select 1 from cases.allowed_step where kind = new.kind and from_state = new.from_state and to_state = new.to_state) then
    raise exception 'step % from % to % is not possible after %', new.kind, new.from_state, new.to_state, before_state
      using errcode = 'check_violation', constraint = 'action_step_check';
  end if;
  return new;
end $$;
create trigger action_check before insert on cases.action for each row execute function cases.check_action();

create table cases.draft (
  id uuid not null,
  account_id uuid not null,
  item_id uuid not null,
  item_version int not null,
  content jsonb not null,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint draft_pkey primary key (id)
);
create index draft_account on cases.draft (account_id, updated_at);
comment on table cases.draft is 'What somebody has begun to fill in; resumes on another device, gone after 30 days without a change.';
