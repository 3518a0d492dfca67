-- Clocks that stand still, are extended, and act by themselves.
alter table cases."case"
  add column clock_events jsonb,
  add column paused_since date,
  add column forecast_on date,
  add column decided_due jsonb,
  add column wants text,
  add column calendar_no int not null default 0,
  add constraint case_wants_check check (wants is null or wants = 'extension');
comment on column cases."case".clock_events is
  'What happened to the clock that runs now since it began (deadlines: ClockEvent); null for most cases: nothing.';
comment on column cases."case".paused_since is 'The day since which the clock stands still (行政许可法 art. 45); target_on and fatal_on are then unknown.';
comment on column cases."case".decided_due is
  'Target, fatal date and working days of the clock of the decision when it ended, where something had happened to it; else the day of acceptance says it.';
comment on column cases."case".calendar_no is 'The version of the working calendar by which the running clock was counted last; swept when a newer one is there.';
comment on column cases."case".wants is 'What the head is asked for: an extension (art. 42).';

-- A licence of which nothing was told in time counts as accepted (art. 32): the sweep looks at these from now on, too.
update cases."case" c set next_at = (c.fatal_on + 1)::timestamp at time zone 'Asia/Shanghai'
 where c.due_rule = 'tellAll' and c.ended_at is null and exists (
   select 1 from catalogue.item_version v where v.item_id = c.item_id and v.version = c.item_version and v.body ->> 'kind' = 'licence');

create or replace view published."case" with (security_invoker = true) as
  select id, number, item_id, item_version, item_name, department_id, outlet_id, door, organisation_id is not null as by_organisation,
         applicant_name, state, outcome, seq, head_hash, submitted_at, accepted_at, decided_at, ended_at, due_rule, target_on, fatal_on,
         due_provisional, rated, paused_since, decided_due
    from cases."case";

create or replace view published.case_whole with (security_invoker = true) as
  select id, number, track_code, item_id, item_version, item_name, department_id, outlet_id, door, person_id, organisation_id, agent_id,
         applicant_name, state, holder_id, seq, head_hash, submitted_at, accepted_at, decided_at, ended_at, outcome, target_on, fatal_on,
         due_rule, due_provisional, due_from, next_at, fee_state, clock_events, paused_since, forecast_on, decided_due, wants
    from cases."case";

-- Whom an import of the calendar has told that dates have moved: once each, whatever dies in between.
create table cases.recount_told (
  calendar_no int not null,
  person_id uuid not null,
  constraint recount_told_pkey primary key (calendar_no, person_id)
);

-- The course of a case, as in case.ts, with the steps of the clock.
create or replace function cases.check_action() returns trigger language plpgsql as $$
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
    'referredOut>note>referredOut', 'withdrawn>note>withdrawn', 'lapsed>note>lapsed',
    'submitted>deemAccepted>accepted', 'accepted>pause>accepted', 'examined>pause>examined', 'accepted>resume>accepted',
    'examined>resume>examined', 'accepted>askExtension>accepted', 'examined>askExtension>examined', 'accepted>extend>accepted',
    'examined>extend>examined', 'accepted>declineExtension>accepted', 'examined>declineExtension>examined',
    'accepted>cancelClock>accepted', 'examined>cancelClock>examined',
    'submitted>recount>submitted', 'supplementing>recount>supplementing', 'accepted>recount>accepted', 'examined>recount>examined',
    'granted>recount>granted', 'refused>recount>refused', 'issued>recount>issued',
    'refused>waiveFee>refused', 'delivered>waiveFee>delivered', 'closed>waiveFee>closed', 'closed>correct>closed'
  ]) then
    perform 1 from cases.action where case_id = new.case_id and seq = new.seq - 1 and to_state = new.from_state and hash = new.prev_hash;
    if found then return new; end if;
  end if;
  raise exception 'action % (%) does not follow the one before it', new.seq, new.kind
    using errcode = 'check_violation', constraint = 'action_step_check';
end $$;
