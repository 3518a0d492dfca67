-- What `insight` and `audit` read of cases. A view is a promise: its columns keep their names and their meaning.
-- With the rights of who asks (security_invoker): through a view of the owner's, the application could write where it may not.

create schema if not exists published;

create view published."case" with (security_invoker = true) as
  select id, number, item_id, item_version, item_name, department_id, outlet_id, door, organisation_id is not null as by_organisation,
         applicant_name, state, outcome, seq, head_hash, submitted_at, accepted_at, decided_at, ended_at, due_rule, target_on, fatal_on,
         due_provisional, rated
    from cases."case";
comment on view published."case" is
  'A case as it stands now. due_rule, target_on and fatal_on are of the clock that runs now, and null when none runs. applicant_name is personal data unless by_organisation.';

create view published.case_action with (security_invoker = true) as
  select case_id, seq, id, kind, from_state, to_state, at, account_id, role, place_id, facts, prev_hash, hash
    from cases.action;
comment on view published.case_action is
  'The history of every case, each action with the hash of the one before it (cases: hashAction). facts hold personal data: they are for verifying the hash, not for showing.';
