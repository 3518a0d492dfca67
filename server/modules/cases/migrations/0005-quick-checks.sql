-- PostgreSQL reads the expression of a check constraint anew for every statement; PL/pgSQL keeps it. Measured for the long lists
-- here: 70 of the 146 microseconds of an insert, 45 of the 136 of an update. The names stay what the checks were called.
alter table cases."case"
  drop constraint case_door_check, drop constraint case_state_check, drop constraint case_outcome_check, drop constraint case_fee_check,
  drop constraint case_applicant_check;
create function cases.check_case() returns trigger language plpgsql as $$
declare broken text;
begin
  broken := case
    when new.state not in ('submitted', 'supplementing', 'accepted', 'examined', 'granted', 'refused', 'issued', 'delivered', 'closed',
      'notAccepted', 'notNeeded', 'referredOut', 'withdrawn', 'lapsed') then 'case_state_check'
    when new.door not in ('portal', 'window', 'outlet', 'kiosk', 'phone', 'field', 'exchange') then 'case_door_check'
    when new.outcome not in ('granted', 'refused') then 'case_outcome_check'
    when new.fee_state not in ('none', 'asked', 'paid', 'waived', 'refunded') then 'case_fee_check'
    when new.person_id is null and new.organisation_id is null then 'case_applicant_check'
  end;
  if broken is null then return new; end if;
  raise exception 'case % breaks %', new.id, broken using errcode = 'check_violation', constraint = broken;
end $$;
create trigger case_check before insert or update on cases."case" for each row execute function cases.check_case();

alter table cases.action drop constraint action_seq_check; -- action_check demands that each number follows the one before it
