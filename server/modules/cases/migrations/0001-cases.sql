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
  constraint case_door_check check (door in ('portal', 'window', 'outlet', 'kiosk', 'phone', 'field', 'exchange')),
  constraint case_state_check check (state in ('submitted', 'supplementing', 'accepted', 'examined', 'granted', 'refused', 'issued',
    'delivered', 'closed', 'notAccepted', 'notNeeded', 'referredOut', 'withdrawn', 'lapsed')),
  constraint case_outcome_check check (outcome in ('granted', 'refused')),
  constraint case_fee_check check (fee_state in ('none', 'asked', 'paid', 'waived', 'refunded')),
  constraint case_applicant_check check (person_id is not null or organisation_id is not null)
) with (fillfactor = 70);
comment on table cases."case" is 'What the actions of a case add up to. Never written but together with an action; can be made again from them.';
comment on column cases."case".track_code is 'The number with an unguessable ending: found by the number, compared here.';
comment on column cases."case".next_at is 'The next instant at which a rule acts on this case by itself; swept, never a job.';
comment on column cases."case".due_rule is 'Which limit target_on and fatal_on come from: tellAll, cure, decide, deliver.';
comment on column cases."case".due_from is 'The day from which that limit is counted.';

-- Work lists read the open cases of a department and sort them. What a step moves is in no index on purpose: such an update
-- stays on its page (HOT) and touches none of them; only ending a case does.
create index case_open_department on cases."case" (department_id, id) where ended_at is null;
create index case_open_outlet on cases."case" (outlet_id, id) where ended_at is null and outlet_id is not null;
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
  constraint action_seq_check check (seq > 0)
);
comment on table cases.action is 'The history of every case. Insert-only; each row holds the hash of the one before it in its case.';
comment on column cases.action.case_id is 'Of cases.case, which the application cannot delete; a foreign key would lock that row once more for each action.';
comment on column cases.action.id is 'Made by the client: the same id is the same act, however often it is sent.';
insert into platform.append_only_table values ('cases.action');
insert into platform.append_only_table (table_name, may_update) values ('cases."case"', true);

-- The course of a case, as in case.ts (a test compares the two). In a trigger and not in a check constraint: PL/pgSQL keeps the
-- prepared list, a constraint of this size is parsed anew by every statement (measured: 0.6 ms a row).
create function cases.check_action() returns trigger language plpgsql as $$
begin
  if new.seq = 1 then
    if new.kind = 'submit' and new.from_state is null and new.to_state = 'submitted' then return new; end if;
  elsif new.from_state || '>' || new.kind || '>' || new.to_state = any (array[
    'submitted>accept>accepted', 'submitted>askSupplement>supplementing', 'supplementing>supplement>submitted',
    'submitted>refuseAcceptance>notAccepted', 'supplementing>refuseAcceptance>notAccepted',
    'submitted>sayNotNeeded>notNeeded', 'submitted>sendOn>submitted', 'submitted>referOut>referredOut',
    'accepted>examine>examined', 'accepted>grant>granted', 'examined>grant>granted', 'accepted>refuse>refused',
    'examined>refuse>refused', 'granted>issue>issued', 'issued>deliver>delivered', 'refused>deliver>delivered',
    'delivered>close>closed', 'submitted>withdraw>withdrawn', 'supplementing>withdraw>withdrawn',
    'accepted>withdraw>withdrawn', 'examined>withdraw>withdrawn', 'supplementing>lapse>lapsed',
    'submitted>correct>submitted', 'supplementing>correct>supplementing', 'accepted>correct>accepted',
    'examined>correct>examined', 'granted>correct>granted', 'refused>correct>refused', 'issued>correct>issued',
    'delivered>correct>delivered', 'submitted>take>submitted', 'supplementing>take>supplementing', 'accepted>take>accepted',
    'examined>take>examined', 'granted>take>granted', 'refused>take>refused', 'issued>take>issued',
    'delivered>take>delivered', 'submitted>handOver>submitted', 'supplementing>handOver>supplementing',
    'accepted>handOver>accepted', 'examined>handOver>examined', 'granted>handOver>granted', 'refused>handOver>refused',
    'issued>handOver>issued', 'delivered>handOver>delivered', 'accepted>askFee>accepted', 'examined>askFee>examined',
    'granted>askFee>granted', 'issued>askFee>issued', 'submitted>payFee>submitted', 'supplementing>payFee>supplementing',
    'accepted>payFee>accepted', 'examined>payFee>examined', 'granted>payFee>granted', 'refused>payFee>refused',
    'issued>payFee>issued', 'delivered>payFee>delivered', 'withdrawn>payFee>withdrawn', 'closed>payFee>closed',
    'accepted>waiveFee>accepted', 'examined>waiveFee>examined', 'granted>waiveFee>granted', 'issued>waiveFee>issued',
    'submitted>refundFee>submitted', 'supplementing>refundFee>supplementing', 'accepted>refundFee>accepted',
    'examined>refundFee>examined', 'granted>refundFee>granted', 'refused>refundFee>refused', 'issued>refundFee>issued',
    'delivered>refundFee>delivered', 'closed>refundFee>closed', 'notAccepted>refundFee>notAccepted',
    'notNeeded>refundFee>notNeeded', 'referredOut>refundFee>referredOut', 'withdrawn>refundFee>withdrawn',
    'lapsed>refundFee>lapsed', 'submitted>note>submitted', 'supplementing>note>supplementing', 'accepted>note>accepted',
    'examined>note>examined', 'granted>note>granted', 'refused>note>refused', 'issued>note>issued',
    'delivered>note>delivered', 'closed>note>closed', 'notAccepted>note>notAccepted', 'notNeeded>note>notNeeded',
    'referredOut>note>referredOut', 'withdrawn>note>withdrawn', 'lapsed>note>lapsed'
    
  ]) then
    perform 1 from cases.action where case_id = new.case_id and seq = new.seq - 1 and to_state = new.from_state and hash = new.prev_hash;
    if found then return new; end if;
  end if;
  raise exception 'action % (%) does not follow the one before it', new.seq, new.kind
    using errcode = 'check_violation', constraint = 'action_step_check';
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
