-- For `audit`, which makes each line again from its actions and compares.
create view published.case_whole with (security_invoker = true) as
  select id, number, track_code, item_id, item_version, item_name, department_id, outlet_id, door, person_id, organisation_id, agent_id,
         applicant_name, state, holder_id, seq, head_hash, submitted_at, accepted_at, decided_at, ended_at, outcome, target_on, fatal_on,
         due_rule, due_provisional, due_from, next_at, fee_state
    from cases."case";
comment on view published.case_whole is
  'Everything on the line of a case that its actions say (cases: lineAfter). Personal data and the secret of the receipt: for comparing, not for showing.';
