-- Hearings (行政许可法 art. 46 to 48), renewal by the rule (art. 50), and what applicants undertake: tolerance, and a promise instead of a proof.
alter table cases."case"
  add column hearing jsonb,
  add column expires_on date;
comment on column cases."case".hearing is 'The hearing of this case as its actions have left it (hearing.ts); null for most: none was ever offered.';
comment on column cases."case".expires_on is
  'The last day of the licence whose renewal is asked for, where it was asked for in time: without a decision by then it counts as granted (art. 50).';

create or replace function cases.check_case() returns trigger language plpgsql as $$
declare broken text;
begin
  broken := case
    when new.state not in ('submitted', 'supplementing', 'accepted', 'examined', 'granted', 'refused', 'issued', 'delivered', 'closed',
      'notAccepted', 'notNeeded', 'referredOut', 'withdrawn', 'lapsed', 'revoked') then 'case_state_check'
    when new.door not in ('portal', 'window', 'outlet', 'kiosk', 'phone', 'field', 'exchange') then 'case_door_check'
    when new.outcome not in ('granted', 'refused') then 'case_outcome_check'
    when new.fee_state not in ('none', 'asked', 'paid', 'waived', 'refunded') then 'case_fee_check'
    when new.person_id is null and new.organisation_id is null then 'case_applicant_check'
  end;
  if broken is null then return new; end if;
  raise exception 'case % breaks %', new.id, broken using errcode = 'check_violation', constraint = broken;
end $$;

create or replace view published.case_whole with (security_invoker = true) as
  select id, number, track_code, item_id, item_version, item_name, department_id, outlet_id, door, person_id, organisation_id, agent_id,
         applicant_name, state, holder_id, seq, head_hash, submitted_at, accepted_at, decided_at, ended_at, outcome, target_on, fatal_on,
         due_rule, due_provisional, due_from, next_at, fee_state, clock_events, paused_since, forecast_on, decided_due, wants, hearing,
         expires_on
    from cases."case";

-- What an applicant undertook: a line for each material, moved by the acts of the case and never without one.
create table cases.undertaking (
  id uuid not null,
  case_id uuid not null,
  material_id text not null,
  material_name text not null,
  kind text not null,
  state text not null,
  made_on date not null,
  due_on date,
  person_id uuid,
  organisation_id uuid,
  department_id uuid not null,
  sampled boolean not null default false,
  remind_at timestamptz,
  next_at timestamptz,
  ended_at timestamptz,
  constraint undertaking_pkey primary key (id),
  constraint undertaking_case_fkey foreign key (case_id) references cases."case" (id),
  constraint undertaking_kind_check check (kind in ('tolerance', 'promise')),
  constraint undertaking_state_check check (state in ('open', 'cured', 'lapsed', 'kept', 'broken', 'ended'))
);
comment on table cases.undertaking is 'What an applicant undertook to hand in later (容缺), or promised instead of proving (告知承诺).';
comment on column cases.undertaking.due_on is 'The last day to make it good; for a promise the day by which the drawn ones are checked, null where it was not drawn.';
comment on column cases.undertaking.sampled is 'A promise that was drawn for the check afterwards: by the case and the material, so that nobody chooses.';
create index undertaking_case on cases.undertaking (case_id);
create index undertaking_open on cases.undertaking (department_id, due_on) where ended_at is null;
create index undertaking_next on cases.undertaking (next_at) where next_at is not null;
create index undertaking_remind on cases.undertaking (remind_at) where remind_at is not null;

-- Undertakings that were broken: what counts against new ones for a time.
create table cases.promise_record (
  id uuid not null,
  undertaking_id uuid not null,
  case_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  entered_at timestamptz not null,
  what text not null,
  barred_until date,
  constraint promise_record_pkey primary key (id),
  constraint promise_record_undertaking_key unique (undertaking_id),
  constraint promise_record_undertaking_fkey foreign key (undertaking_id) references cases.undertaking (id),
  constraint promise_record_party_check check ((person_id is null) <> (organisation_id is null))
);
comment on table cases.promise_record is 'Broken undertakings by person or company (承诺记录); no new undertaking is taken until barred_until has passed.';
create index promise_record_person on cases.promise_record (person_id, barred_until) where person_id is not null;
create index promise_record_organisation on cases.promise_record (organisation_id, barred_until) where organisation_id is not null;

-- An entry that was struck out again, with the reason: the remedy of whom it concerns.
create table cases.promise_struck (
  record_id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  reason text not null,
  constraint promise_struck_pkey primary key (record_id),
  constraint promise_struck_record_fkey foreign key (record_id) references cases.promise_record (id)
);
insert into platform.append_only_table values ('cases.promise_record'), ('cases.promise_struck');

-- The course of a case, as in case.ts.
create or replace function cases.check_action() returns trigger language plpgsql as $$
begin
  if new.seq = 1 then
    if new.kind = 'submit' and new.from_state is null and new.to_state = 'submitted' then return new; end if;
  elsif new.from_state || '>' || new.kind || '>' || new.to_state = any (array[
    'submitted>accept>accepted', 'submitted>askSupplement>supplementing', 'supplementing>supplement>submitted',
    'submitted>refuseAcceptance>notAccepted', 'supplementing>refuseAcceptance>notAccepted', 'submitted>sayNotNeeded>notNeeded',
    'submitted>sendOn>submitted', 'submitted>referOut>referredOut', 'accepted>examine>examined', 'accepted>grant>granted',
    'examined>grant>granted', 'accepted>refuse>refused', 'examined>refuse>refused', 'granted>issue>issued', 'issued>deliver>delivered',
    'refused>deliver>delivered', 'delivered>close>closed', 'submitted>withdraw>withdrawn', 'supplementing>withdraw>withdrawn',
    'accepted>withdraw>withdrawn', 'examined>withdraw>withdrawn', 'supplementing>lapse>lapsed', 'submitted>correct>submitted',
    'supplementing>correct>supplementing', 'accepted>correct>accepted', 'examined>correct>examined', 'granted>correct>granted',
    'refused>correct>refused', 'issued>correct>issued', 'delivered>correct>delivered', 'closed>correct>closed',
    'submitted>take>submitted', 'supplementing>take>supplementing', 'accepted>take>accepted', 'examined>take>examined',
    'granted>take>granted', 'refused>take>refused', 'issued>take>issued', 'delivered>take>delivered', 'submitted>handOver>submitted',
    'supplementing>handOver>supplementing', 'accepted>handOver>accepted', 'examined>handOver>examined', 'granted>handOver>granted',
    'refused>handOver>refused', 'issued>handOver>issued', 'delivered>handOver>delivered', 'accepted>askFee>accepted',
    'examined>askFee>examined', 'granted>askFee>granted', 'issued>askFee>issued', 'submitted>payFee>submitted',
    'supplementing>payFee>supplementing', 'accepted>payFee>accepted', 'examined>payFee>examined', 'granted>payFee>granted',
    'refused>payFee>refused', 'issued>payFee>issued', 'delivered>payFee>delivered', 'withdrawn>payFee>withdrawn', 'closed>payFee>closed',
    'accepted>waiveFee>accepted', 'examined>waiveFee>examined', 'granted>waiveFee>granted', 'issued>waiveFee>issued',
    'refused>waiveFee>refused', 'delivered>waiveFee>delivered', 'closed>waiveFee>closed', 'submitted>refundFee>submitted',
    'supplementing>refundFee>supplementing', 'accepted>refundFee>accepted', 'examined>refundFee>examined', 'granted>refundFee>granted',
    'refused>refundFee>refused', 'issued>refundFee>issued', 'delivered>refundFee>delivered', 'closed>refundFee>closed',
    'notAccepted>refundFee>notAccepted', 'notNeeded>refundFee>notNeeded', 'referredOut>refundFee>referredOut',
    'withdrawn>refundFee>withdrawn', 'lapsed>refundFee>lapsed', 'revoked>refundFee>revoked', 'submitted>note>submitted',
    'supplementing>note>supplementing', 'accepted>note>accepted', 'examined>note>examined', 'granted>note>granted',
    'refused>note>refused', 'issued>note>issued', 'delivered>note>delivered', 'closed>note>closed', 'notAccepted>note>notAccepted',
    'notNeeded>note>notNeeded', 'referredOut>note>referredOut', 'withdrawn>note>withdrawn', 'lapsed>note>lapsed', 'revoked>note>revoked',
    'submitted>deemAccepted>accepted', 'accepted>pause>accepted', 'examined>pause>examined', 'accepted>resume>accepted',
    'examined>resume>examined', 'accepted>askExtension>accepted', 'examined>askExtension>examined', 'accepted>extend>accepted',
    'examined>extend>examined', 'accepted>declineExtension>accepted', 'examined>declineExtension>examined',
    'accepted>cancelClock>accepted', 'examined>cancelClock>examined', 'submitted>recount>submitted',
    'supplementing>recount>supplementing', 'accepted>recount>accepted', 'examined>recount>examined', 'granted>recount>granted',
    'refused>recount>refused', 'issued>recount>issued', 'accepted>offerHearing>accepted', 'examined>offerHearing>examined',
    'accepted>askForHearing>accepted', 'examined>askForHearing>examined', 'accepted>waiveHearing>accepted',
    'examined>waiveHearing>examined', 'accepted>setHearing>accepted', 'examined>setHearing>examined', 'accepted>recordHearing>accepted',
    'examined>recordHearing>examined', 'accepted>deemGranted>granted', 'examined>deemGranted>granted', 'accepted>cure>accepted',
    'examined>cure>examined', 'granted>cure>granted', 'issued>cure>issued', 'delivered>cure>delivered', 'closed>cure>closed',
    'accepted>returnCure>accepted', 'examined>returnCure>examined', 'granted>returnCure>granted', 'issued>returnCure>issued',
    'delivered>returnCure>delivered', 'closed>returnCure>closed', 'accepted>lapseUndertaking>accepted',
    'examined>lapseUndertaking>examined', 'granted>lapseUndertaking>granted', 'issued>lapseUndertaking>issued',
    'delivered>lapseUndertaking>delivered', 'closed>lapseUndertaking>closed', 'accepted>checkPromise>accepted',
    'examined>checkPromise>examined', 'granted>checkPromise>granted', 'issued>checkPromise>issued', 'delivered>checkPromise>delivered',
    'closed>checkPromise>closed', 'granted>revoke>revoked', 'issued>revoke>revoked', 'delivered>revoke>revoked', 'closed>revoke>revoked'
  ]) then
    perform 1 from cases.action where case_id = new.case_id and seq = new.seq - 1 and to_state = new.from_state and hash = new.prev_hash;
    if found then return new; end if;
  end if;
  raise exception 'action % (%) does not follow the one before it', new.seq, new.kind
    using errcode = 'check_violation', constraint = 'action_step_check';
end $$;
